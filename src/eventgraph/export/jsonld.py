"""JSON-LD: an object a subject, IRIs shortened by the prefixes of its context."""

from __future__ import annotations

import json
from itertools import groupby
from typing import Any

from eventgraph.graph import Graph
from eventgraph.graph.namespaces import prefixes_below, shorten
from eventgraph.graph.terms import LANG_STRING, STRING, Iri, Term
from eventgraph.graph.turtle import TYPE, sort_triples


def write_jsonld(graph: Graph) -> bytes:
    """One object a line, so that two versions can be compared; safe to stand in a page's script."""
    prefixes = prefixes_below(graph.base)
    names = {namespace: prefix for prefix, namespace in prefixes.items()}
    subjects = groupby(sort_triples(graph.triples()), key=lambda triple: triple[0])
    objects = (_object(subject, [(p, o) for _, p, o in group], names) for subject, group in subjects)
    lines = ",\n".join(json.dumps(one, ensure_ascii=False) for one in objects).replace("<", "\\u003c")
    return f'{{"@context": {json.dumps(prefixes)},\n"@graph": [\n{lines}\n]}}\n'.encode()


def _object(subject: Iri, pairs: list[tuple[Iri, Term]], names: dict[str, str]) -> dict[str, Any]:
    object: dict[str, Any] = {"@id": shorten(subject, names) or subject}
    for predicate, group in groupby(pairs, key=lambda pair: pair[0]):
        values = [_value(term, predicate, names) for _, term in group]
        key = "@type" if predicate == TYPE else shorten(predicate, names) or predicate
        object[key] = values if len(values) > 1 else values[0]
    return object


def _value(term: Term, predicate: Iri, names: dict[str, str]) -> str | dict[str, str]:
    if isinstance(term, Iri):
        iri = shorten(term, names) or str(term)
        return iri if predicate == TYPE else {"@id": iri}
    if term.datatype == LANG_STRING:
        return {"@value": term.text, "@language": term.language}
    if term.datatype == STRING:
        return term.text
    return {"@value": term.text, "@type": shorten(term.datatype, names) or term.datatype}
