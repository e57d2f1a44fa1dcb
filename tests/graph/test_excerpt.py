"""What a page shows of a large corpus: the claims on the names most told of."""

from __future__ import annotations

from eventgraph.graph import DEFAULT_BASE
from eventgraph.graph.excerpt import make_excerpt
from eventgraph.graph.resolved import Resolved
from eventgraph.model import Article, Claim, make_entity
from eventgraph.report import make_report
from eventgraph.view import make_page

from .factory import ANNA, CLEO, OMAR, article, communication

EVA = make_entity("Eva Stone", "person")
CLAIMS = tuple(
    communication("met", one, other, date="2021-05-10", article=f"a{number}")
    for number, (one, other) in enumerate([(ANNA, OMAR), (ANNA, OMAR), (ANNA, CLEO), (CLEO, EVA)])
)
ARTICLES = tuple(article(f"a{number}") for number in range(5))


def corpus(claims: tuple[Claim, ...] = CLAIMS, articles: tuple[Article, ...] = ARTICLES) -> Resolved:
    copies = {"a1": "a0", "a3": "a2"}
    return Resolved(lambda: articles, lambda: claims, DEFAULT_BASE, copies)


def test_a_small_corpus_is_shown_whole() -> None:
    excerpt = make_excerpt(corpus(), most=5)
    assert (excerpt.articles, excerpt.claims_all, excerpt.note) == (ARTICLES, CLAIMS, "")


def test_of_a_large_one_the_names_most_told_of() -> None:
    excerpt = make_excerpt(corpus(), most=3)
    assert [claim.article for claim in excerpt.claims_all] == ["a0", "a1", "a2"]
    assert [one.id for one in excerpt.articles] == ["a0", "a1", "a2"]
    assert excerpt.note == "3 of 4 claims in 5 articles: those on the names most told of"


def test_copies_stay_one_witness_even_if_the_first_is_not_shown() -> None:
    assert make_excerpt(corpus(CLAIMS[1:]), most=2).witnesses == {"a1": "a1", "a2": "a2"}


def test_page_and_report_say_so() -> None:
    excerpt = make_excerpt(corpus(), most=3)
    assert excerpt.note in make_page(excerpt)
    assert make_report(excerpt).heading == excerpt.note
