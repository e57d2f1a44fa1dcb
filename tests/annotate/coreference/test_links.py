"""Who is meant by *she*, *the minister*, *its*: the trained head, held by rules where they are sure."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc

from eventgraph.annotate.coreference.chains import PREFIX, chains, find_links, roots
from eventgraph.annotate.coreference.head import SOFT, WIDTH, coreference_head, mention_inputs
from eventgraph.annotate.coreference.links import antecedents
from eventgraph.annotate.coreference.mentions import find_mentions
from eventgraph.annotate.coreference.pairs import AKIN, NEAR, find_candidates, find_pairs
from eventgraph.annotate.coreference.quotes import find_quotes, speakers
from eventgraph.annotate.coreference.traits import content_words, find_traits
from eventgraph.annotate.pipeline import load

STORY = """Foreign Minister Anna Lund met Omar Haddad in Oslo on Monday. She then flew to Bergen, where \
the minister opened a school.

The ministry said its staff would travel. Haddad told reporters that he was glad. \
He then drove to the airport.
"""


def meant(text: str) -> dict[str, str]:
    """Return, for each word that is no name, the name of what it refers to."""
    doc = load()(text)
    found = sorted(doc._.references.items())
    return {
        f"{doc[i].text}": r.entity.name for i, r in found if r.mention.via in {"pronoun", "nominal", "title"}
    }


def test_pronouns_and_nominals_refer_to_the_people_named() -> None:
    found = meant(STORY)
    assert found["She"] == found["minister"] == "Anna Lund"
    assert found["he"] == found["He"] == "Omar Haddad"


def unlinked(text: str) -> Doc:
    """Return the text with all that comes before coreference."""
    nlp = load()
    doc = nlp.make_doc(text)
    for name in nlp.pipe_names[: nlp.pipe_names.index("eventgraph_coreference")]:
        doc = nlp.get_pipe(name)(doc)
    return doc


@pytest.mark.parametrize(("gain", "who"), [(3.0, "Peter Berg"), (1.0, "Omar Haddad")])
def test_a_pronoun_waits_for_a_name_that_fits_it_better(gain: float, who: str) -> None:
    doc = unlinked("Omar Haddad called Peter Berg. While he was minister, Berg opened the port.")
    mentions = find_mentions(doc)
    traits = find_traits(doc, mentions)
    pairs = find_pairs(traits, content_words(doc, mentions))
    said = [doc[one.start : one.end].text for one in mentions]
    gains = {("he", "Omar Haddad"): 2.0, ("Berg", "he"): gain, ("Berg", "Peter Berg"): 1.0}
    scores = np.array(
        [gains.get((said[i], said[j]), -1.0) for i, j in zip(pairs.later, pairs.earlier, strict=True)]
    )
    back = antecedents(scores.astype(np.float32), np.zeros(len(said), np.float32), pairs, traits)
    assert said[back[said.index("he")]] == who


def test_a_pronoun_may_stand_before_its_name() -> None:
    assert meant("After his defeat, Omar Haddad left the country.")["his"] == "Omar Haddad"


def test_chains_are_span_groups() -> None:
    doc = load()(STORY)
    groups = [[span.text for span in doc.spans[key]] for key in doc.spans if key.startswith(PREFIX)]
    assert any({"Haddad", "he", "He"} <= set(group) for group in groups)
    assert all(len(group) > 1 for group in groups)


def test_the_same_article_gives_the_same_chains() -> None:
    first, second = (find_links(load()(STORY)) for _ in range(2))
    assert first == second


@pytest.mark.parametrize("sentence", ["Laura Berg called him.", "Peter Berg said she had left."])
def test_no_pronoun_is_of_the_other_gender(sentence: str) -> None:
    assert "Berg" not in " ".join(name for word, name in meant(sentence).items() if word in {"him", "she"})


def test_candidates_stay_few_in_a_long_article() -> None:
    doc = load()(STORY * 12)
    traits = find_traits(doc, find_mentions(doc))
    later, earlier = find_candidates(traits)
    assert (earlier < later).all()
    assert np.bincount(later).max() <= NEAR + 3 * AKIN


def test_joined_tables_score_as_each_alone() -> None:
    """What the head looks up at once is the sum of what it learned apart."""
    doc = load()(STORY)
    mentions = find_mentions(doc)
    traits = find_traits(doc, mentions)
    pairs = find_pairs(traits, content_words(doc, mentions))
    head, inputs = coreference_head(), mention_inputs(traits, doc.tensor)
    w = head._w
    hidden = (inputs @ w["later"] + w["later_bias"])[pairs.later] + (inputs @ w["earlier"])[pairs.earlier]
    left, right = inputs @ w["left"] + w["left_bias"], inputs @ w["right"] + w["right_bias"]
    hidden += (left[pairs.later] * right[pairs.earlier]) @ w["product"] + pairs.flags @ w["flags"]
    hidden += w["codes"][pairs.codes].sum(1)
    linked = head._linked(inputs[:, :WIDTH], pairs)[:, None]
    hidden += np.tanh(linked / SOFT) * w["linked"]
    expected = np.maximum(hidden, 0) @ w["score"] + w["score_bias"] + w["share"] * linked
    np.testing.assert_allclose(head(inputs, pairs)[0], expected[:, 0], rtol=1e-3, atol=1e-3)


def test_quotations_have_their_speaker() -> None:
    doc = load()("“I am glad,” Anna Lund said. “We will go on.” Omar Haddad left.")
    found = speakers(doc)
    assert [doc[start:end].text for (start, end), _ in found] == ["“I am glad,”", "“We will go on.”"]
    assert doc[found[0][1]].ent_type_ == "person" and doc[found[0][1]].text in {"Anna", "Lund"}


def test_a_quotation_left_open_ends_with_its_paragraph() -> None:
    doc = load()("“We will go on.\n\nThey left.")
    assert [doc[a:b].text for a, b in find_quotes(doc)] == ["“We will go on."]


@given(st.lists(st.integers(-1, 30), max_size=30))
def test_chains_are_disjoint_and_in_order(links: list[int]) -> None:
    back = [j if j < i else -1 for i, j in enumerate(links)]
    found = chains(back)
    members = [k for chain in found for k in chain]
    assert len(members) == len(set(members))
    assert all(a < b for chain in found for a, b in pairwise(chain))
    assert all(roots(back)[k] == chain[0] for chain in found for k in chain)
