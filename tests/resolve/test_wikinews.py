"""Labelled names of real articles: B-cubed F1 and precision."""

from __future__ import annotations

import pytest

from tests.resolve.labelled import agreement, found, gold, make_claims, spanning


def test_the_labels_span_articles() -> None:
    assert sum(spanning().values()) >= 150


@pytest.fixture(scope="module")
def resolved() -> dict[tuple[str, str], str]:
    return found(make_claims())


@pytest.mark.parametrize("held_out", [False, True])
def test_clusters_agree_with_the_labels(resolved: dict[tuple[str, str], str], held_out: bool) -> None:
    reached = agreement(gold(), resolved, held_out)
    assert reached.f1 >= 0.95
    assert reached.precision >= 0.98


def test_one_cluster_for_each_name_of_an_article_would_not_pass(resolved: dict[tuple[str, str], str]) -> None:
    assert agreement(gold(), {key: key for key in resolved}).f1 < 0.9
