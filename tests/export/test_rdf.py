"""RDF: rdflib and pyoxigraph read every format, and find the triples that the graph has."""

from __future__ import annotations

from collections.abc import Callable

import pyoxigraph as ox
import pytest
import rdflib

from eventgraph.export.jsonld import write_jsonld
from eventgraph.export.named_graphs import named_graphs
from eventgraph.export.property_graph import clean
from eventgraph.export.rdf import write_nquads, write_ntriples, write_trig, write_turtle
from eventgraph.export.rdfxml import write_rdfxml
from eventgraph.graph import Graph
from eventgraph.graph.terms import Iri, Triple

from .corpus import GRAPHS, rich

pytestmark = pytest.mark.filterwarnings("ignore:.*deprecated:DeprecationWarning")  # rdflib's own

Row = tuple[str, ...]
TRIPLES: dict[str, tuple[Callable[[Graph], bytes], str, ox.RdfFormat]] = {
    "turtle": (write_turtle, "turtle", ox.RdfFormat.TURTLE),
    "nt": (write_ntriples, "nt", ox.RdfFormat.N_TRIPLES),
    "jsonld": (write_jsonld, "json-ld", ox.RdfFormat.JSON_LD),
    "rdfxml": (write_rdfxml, "xml", ox.RdfFormat.RDF_XML),
}
QUADS = {
    "nquads": (write_nquads, "nquads", ox.RdfFormat.N_QUADS),
    "trig": (write_trig, "trig", ox.RdfFormat.TRIG),
}


def ours(triple: Triple) -> Row:
    subject, predicate, object = triple
    return (subject, predicate, object, "") if isinstance(object, Iri) else (subject, predicate, *object[:2])


def of_rdflib(triple: tuple[rdflib.term.Node, ...]) -> Row:
    subject, predicate, object = triple
    string = "http://www.w3.org/2001/XMLSchema#string"
    kind = str(object.datatype or string) if isinstance(object, rdflib.Literal) else ""
    return str(subject), str(predicate), str(object), kind


def of_oxigraph(triple: ox.Triple | ox.Quad) -> Row:
    object = triple.object
    kind = object.datatype.value if isinstance(object, ox.Literal) else ""
    return triple.subject.value, triple.predicate.value, object.value, kind


def expected(graph: Graph, form: str) -> list[Row]:
    rows = map(ours, graph.triples())
    return sorted((s, p, clean(o), k) for s, p, o, k in rows) if form == "rdfxml" else sorted(rows)


@pytest.mark.parametrize("name", GRAPHS)
@pytest.mark.parametrize("form", TRIPLES)
def test_both_readers_find_our_triples(form: str, name: str) -> None:
    write, for_rdflib, for_oxigraph = TRIPLES[form]
    data, wanted = write(GRAPHS[name]), expected(GRAPHS[name], form)
    read = rdflib.Graph().parse(data=data, format=for_rdflib)
    assert sorted(map(of_rdflib, read)) == wanted  # type: ignore[arg-type]
    assert sorted(map(of_oxigraph, ox.parse(data, for_oxigraph))) == wanted


@pytest.mark.parametrize("name", GRAPHS)
@pytest.mark.parametrize("form", QUADS)
def test_both_readers_find_our_quads(form: str, name: str) -> None:
    write, for_rdflib, for_oxigraph = QUADS[form]
    data = write(GRAPHS[name])
    wanted = sorted((iri, *ours(t)) for iri, triples in named_graphs(GRAPHS[name]) for t in triples)
    read = rdflib.Dataset().parse(data=data, format=for_rdflib)
    assert sorted((str(g), *of_rdflib((s, p, o))) for s, p, o, g in read.quads()) == wanted  # type: ignore[attr-defined]
    quads = ox.parse(data, for_oxigraph)
    assert sorted((q.graph_name.value, *of_oxigraph(q)) for q in quads) == wanted  # type: ignore[union-attr]


@pytest.mark.parametrize("name", GRAPHS)
def test_the_named_graphs_together_are_the_graph(name: str) -> None:
    graph = GRAPHS[name]
    graphs = dict(named_graphs(graph))
    assert set().union(*graphs.values()) == graph.triples()
    articles = {f"{graph.base}article/" in iri for iri in graphs}
    assert articles == {True, False} and len(graphs) == len(graph.articles) + 1


def test_the_graph_of_an_article_is_what_it_alone_would_give_but_for_the_plain_triples() -> None:
    graph = rich()
    of_a2 = dict(named_graphs(graph))[Iri(f"{graph.base}article/a2")]
    alone = Graph(
        tuple(a for a in graph.articles if a.id == "a2"),
        tuple(c for c in graph.claims_all if c.article == "a2"),
    )
    plain = dict(named_graphs(alone))[Iri(f"{graph.base}graph/plain")]
    assert of_a2 == alone.triples() - plain
    assert {p.rpartition("#")[2] for _, p, _ in plain} == {"spokeWith", "articleCount", "witnessCount"}


def test_no_mark_that_turns_or_hides_text_stands_bare() -> None:
    for write in (write_ntriples, write_nquads, write_trig):
        assert not {*"\u202e\u200f\x00\x01\x7f\ufeff\u2028"} & {*write(GRAPHS["hostile"]).decode()}
