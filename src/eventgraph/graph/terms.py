"""RDF terms as light, hashable values: an IRI is a string, a literal a named tuple."""

from __future__ import annotations

import datetime
import re
from typing import NamedTuple

from eventgraph.errors import UsageError

XSD = "http://www.w3.org/2001/XMLSchema#"
SURROGATE = re.compile("[\ud800-\udfff]")
PARTIAL_DATE = {4: ("gYear", "-01-01"), 7: ("gYearMonth", "-01"), 10: ("date", "")}


class Iri(str):
    """An absolute IRI without characters that Turtle forbids in one."""

    __slots__ = ()


class Literal(NamedTuple):
    """A lexical form with its datatype; `language` only with `rdf:langString`."""

    text: str
    datatype: Iri
    language: str = ""


Term = Iri | Literal
Triple = tuple[Iri, Iri, Term]
STRING, INTEGER, DECIMAL = Iri(XSD + "string"), Iri(XSD + "nonNegativeInteger"), Iri(XSD + "decimal")
LANG_STRING = Iri("http://www.w3.org/1999/02/22-rdf-syntax-ns#langString")


def text(value: str) -> Literal:
    """Lone surrogates, which no encoding can hold, become U+FFFD each, so that lengths stay."""
    return Literal(SURROGATE.sub("\ufffd", value), STRING)


def english(value: str) -> Literal:
    return Literal(value, LANG_STRING, "en")


def integer(value: int) -> Literal:
    return Literal(str(value), INTEGER)


def decimal(value: float) -> Literal:
    return Literal(f"{value:.4f}", DECIMAL)


def date(value: str) -> Literal:
    """A day (YYYY-MM-DD), month or year. Raises UsageError for anything else."""
    kind, rest = PARTIAL_DATE.get(len(value), ("", ""))
    try:
        if datetime.date.fromisoformat(value + rest).isoformat() != value + rest:
            raise ValueError
    except ValueError:
        raise UsageError(f"{value!r} is no date; give YYYY-MM-DD, YYYY-MM or YYYY") from None
    return Literal(value, Iri(XSD + kind))
