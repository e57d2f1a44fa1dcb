"""Turtle: what is written is read again, by two readers, whatever the text."""

from __future__ import annotations

import pytest
import rdflib
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal as OxLiteral
from pyoxigraph import RdfFormat, parse

from eventgraph.graph import terms
from eventgraph.graph.address import web_address
from eventgraph.graph.mint import Mint
from eventgraph.graph.namespaces import DEFAULT_BASE, expand, prefixes_below, shorten
from eventgraph.graph.terms import Iri, Literal, Triple
from eventgraph.graph.turtle import write_turtle

TEXT = st.text(st.characters(codec="utf-8"), max_size=30)
ANYTHING = st.text(max_size=30)
IRIS = st.one_of(
    st.sampled_from([expand("eg:date"), expand("rdf:type"), expand("foaf:Person")]),
    ANYTHING.map(lambda text: Mint(DEFAULT_BASE).entity(f"person/{text}")),
    ANYTHING.map(lambda text: Mint(DEFAULT_BASE).article(text)),
    ANYTHING.map(lambda text: web_address(f"https://e.org/{text}"))
    .filter(bool)
    .map(lambda iri: Iri(str(iri))),
)
LITERALS = st.one_of(
    TEXT.map(terms.text),
    TEXT.map(terms.english),
    st.integers(0, 10**9).map(terms.integer),
    st.floats(0, 1).map(terms.decimal),
    st.dates().map(lambda day: terms.date(day.isoformat())),
)
TRIPLES = st.lists(st.tuples(IRIS, IRIS, st.one_of(IRIS, LITERALS)), max_size=12)


def by_rdflib(turtle: bytes) -> set[Triple]:
    def term(node: rdflib.term.Node) -> Iri | Literal:
        if not isinstance(node, rdflib.Literal):
            return Iri(str(node))
        plain = terms.LANG_STRING if node.language else terms.STRING
        return Literal(str(node), Iri(node.datatype or plain), node.language or "")

    graph = rdflib.Graph().parse(data=turtle, format="turtle")
    return {(Iri(str(s)), Iri(str(p)), term(o)) for s, p, o in graph}


def by_pyoxigraph(turtle: bytes) -> set[Triple]:
    def term(node: object) -> Iri | Literal:
        if isinstance(node, OxLiteral):
            return Literal(node.value, Iri(node.datatype.value), node.language or "")
        return Iri(node.value)  # type: ignore[attr-defined]

    quads = parse(turtle, RdfFormat.TURTLE)
    return {(Iri(q.subject.value), Iri(q.predicate.value), term(q.object)) for q in quads}  # type: ignore[union-attr]


@settings(deadline=None)
@given(TRIPLES)
def test_round_trip(triples: list[Triple]) -> None:
    turtle = write_turtle(triples, prefixes_below(DEFAULT_BASE))
    assert by_pyoxigraph(turtle) == set(triples)
    assert by_rdflib(turtle) == set(triples)


@settings(deadline=None)
@given(TRIPLES, st.randoms())
def test_order_and_repetition_do_not_matter(triples: list[Triple], random: st.DataObject) -> None:
    shuffled = triples * 2
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert write_turtle(shuffled) == write_turtle(triples)


def test_layout() -> None:
    anna, prefixes = Mint(DEFAULT_BASE).entity("person/anna"), {"foaf": "http://xmlns.com/foaf/0.1/"}
    triples: list[Triple] = [
        (anna, Iri("http://xmlns.com/foaf/0.1/name"), terms.text('"A"\n')),
        (anna, expand("rdf:type"), expand("foaf:Person")),
    ]
    assert write_turtle(triples, prefixes).decode().splitlines() == [
        "@prefix foaf: <http://xmlns.com/foaf/0.1/> .",
        "",
        "<https://w3id.org/eventgraph/id/person/anna> a foaf:Person ;",
        r'    foaf:name "\"A\"\n" .',
    ]


def test_what_is_no_iri_is_never_written() -> None:
    with pytest.raises(ValueError, match="no IRI"):
        write_turtle([(Iri("http://a b"), expand("rdf:type"), expand("foaf:Person"))])


def test_curies() -> None:
    assert shorten(expand("eg:date")) == "eg:date"
    assert shorten("https://w3id.org/eventgraph#a.b") is None
    assert shorten("http://elsewhere.org/x") is None


@pytest.mark.parametrize("wrong", ["", "21", "2021-5-1", "2021-02-30", "20210501", "2021-W01-1", "yesterday"])
def test_only_iso_dates_are_dates(wrong: str) -> None:
    with pytest.raises(terms.UsageError):
        terms.date(wrong)
