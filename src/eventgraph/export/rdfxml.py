"""RDF/XML for tools that know nothing else."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import groupby

from eventgraph.export.xml_text import attribute, text
from eventgraph.graph import Graph
from eventgraph.graph.namespaces import prefixes_below, shorten
from eventgraph.graph.terms import LANG_STRING, STRING, Iri, Term
from eventgraph.graph.turtle import sort_triples


def write_rdfxml(graph: Graph) -> bytes:
    """A description a subject; what XML can't hold (NUL, for one) becomes U+FFFD."""
    return "".join(_parts(graph)).encode("utf-8")


def _parts(graph: Graph) -> Iterator[str]:
    prefixes = prefixes_below(graph.base)
    names = {namespace: prefix for prefix, namespace in prefixes.items()}
    declared = "".join(f"\n xmlns:{prefix}={attribute(iri)}" for prefix, iri in sorted(prefixes.items()))
    yield f'<?xml version="1.0" encoding="UTF-8"?>\n<rdf:RDF{declared}>\n'
    for subject, group in groupby(sort_triples(graph.triples()), key=lambda triple: triple[0]):
        yield f"<rdf:Description rdf:about={attribute(subject)}>\n"
        yield from (_element(predicate, term, names) for _, predicate, term in group)
        yield "</rdf:Description>\n"
    yield "</rdf:RDF>\n"


def _element(predicate: Iri, term: Term, names: Mapping[str, str]) -> str:
    name = shorten(predicate, names)
    if name is None:
        raise ValueError(f"no prefix for {predicate}: RDF/XML can't name it")
    if isinstance(term, Iri):
        return f" <{name} rdf:resource={attribute(term)}/>\n"
    kind = {LANG_STRING: f" xml:lang={attribute(term.language)}", STRING: ""}
    typed = kind.get(term.datatype, f" rdf:datatype={attribute(term.datatype)}")
    return f" <{name}{typed}>{text(term.text)}</{name}>\n"
