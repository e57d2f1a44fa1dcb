"""Triples that come back sorted, however many."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Self

from eventgraph.graph.namespaces import expand
from eventgraph.graph.terms import Iri, Literal, Triple
from eventgraph.scale.rows import Row, SortedRows

TYPE = expand("rdf:type")


class SortedTriples:
    """Triples on disk, which come back once each, in the order of `turtle.sort_triples`."""

    def __init__(self, triples: Iterable[Triple] = ()) -> None:
        self._rows = SortedRows(7)
        self.add(triples)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._rows.__exit__()

    def add(self, triples: Iterable[Triple]) -> None:
        """Take in triples, in any order."""
        self._rows.add(map(_row, triples))

    def __iter__(self) -> Iterator[Triple]:
        for subject, _, predicate, literal, text, datatype, language in self._rows:
            object = Literal(text, Iri(datatype), language) if literal else Iri(text)
            yield Iri(subject), Iri(predicate), object


def _row(triple: Triple) -> Row:
    """Plain strings: the database asks of any other class how to write it, which takes its time."""
    subject, predicate, object = triple
    literal = isinstance(object, Literal)
    text, datatype, language = object if isinstance(object, Literal) else (object, "", "")
    return str(subject), predicate != TYPE, str(predicate), literal, str(text), str(datatype), language
