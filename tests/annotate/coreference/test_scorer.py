"""The measures of coreference, on the examples of the papers that define them."""

from __future__ import annotations

import pytest

from training.coreference.scorer import Scores, Tally, aligned, as_clusters, links, shares

# Luo (2005) and Bagga and Baldwin (1998): twelve mentions in three true entities, and two answers, one of
# which joins the two large entities, the other the small one with a large one.
TRUTH = as_clusters(["12345", "67", "89ABC"])
LARGE_JOINED = as_clusters(["12345", "6789ABC"])
SMALL_JOINED = as_clusters(["1234589ABC", "67"])


def scored(gold, found):
    scores = Scores()
    scores.add(as_clusters(gold), as_clusters(found))
    return scores


def ratio(pair):
    return pair[0] / pair[1]


def test_muc_counts_links_and_cannot_tell_the_two_answers_apart():
    for answer in (LARGE_JOINED, SMALL_JOINED):
        assert ratio(links(TRUTH, answer)) == pytest.approx(1.0)
        assert ratio(links(answer, TRUTH)) == pytest.approx(0.9)


def test_b_cubed_counts_mentions_and_punishes_the_larger_mistake_more():
    assert ratio(shares(LARGE_JOINED, TRUTH)) == pytest.approx(0.762, abs=1e-3)
    assert ratio(shares(SMALL_JOINED, TRUTH)) == pytest.approx(0.583, abs=1e-3)
    assert ratio(shares(TRUTH, LARGE_JOINED)) == 1.0


def test_ceaf_e_aligns_each_entity_with_one_at_most():
    assert aligned(TRUTH, LARGE_JOINED) == pytest.approx(1 + 10 / 12)
    assert aligned(TRUTH, SMALL_JOINED) == pytest.approx(1 + 2 / 3)


def test_muc_of_vilain_and_others():
    """A key of four mentions, answered in two pieces: two of three links are kept."""
    assert links(as_clusters(["ABCD"]), as_clusters(["AB", "CD"])) == (2.0, 3.0)
    assert links(as_clusters(["AB", "CD"]), as_clusters(["ABCD"])) == (2.0, 2.0)


def test_mentions_of_one_side_only():
    """Pradhan et al. (2014), their example: gold {a b c} {d e f g}, answer {a b} {c d} {f g h i}."""
    scores = scored(["abc", "defg"], ["ab", "cd", "fghi"])
    assert scores.mentions.recall == pytest.approx(6 / 7)
    assert scores.mentions.precision == pytest.approx(6 / 8)
    assert scores.muc.recall == pytest.approx(2 / 5)
    assert scores.muc.precision == pytest.approx(2 / 5)
    assert scores.b_cubed.recall == pytest.approx(1 / 7 * (4 / 3 + 1 / 3 + 1 / 4 + 4 / 4))
    assert scores.b_cubed.precision == pytest.approx(1 / 8 * (4 / 2 + 1 / 2 + 1 / 2 + 4 / 4))
    assert scores.ceaf_e.recall == pytest.approx(0.65)
    assert scores.ceaf_e.precision == pytest.approx(0.433, abs=1e-3)
    assert scores.conll == pytest.approx((scores.muc.f1 + scores.b_cubed.f1 + scores.ceaf_e.f1) / 3)


def test_the_right_answer_scores_one_and_none_scores_nothing():
    assert scored(["abc", "de"], ["abc", "de"]).conll == 1.0
    assert scored(["abc", "de"], []).conll == 0.0
    assert scored([], []).conll == 0.0


def test_singletons_are_left_out():
    assert as_clusters(["a", "bc"]) == [frozenset("bc")]


def test_tallies_add_up_over_texts():
    tally = Tally()
    tally.add((1, 2), (1, 1))
    tally.add((2, 2), (2, 4))
    assert (tally.recall, tally.precision) == (0.75, 0.6)
    assert tally.f1 == pytest.approx(2 / 3)
