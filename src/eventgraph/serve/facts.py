"""Rows of `facts.rq` and `evidence.rq` as facts to read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import groupby
from typing import NamedTuple

from eventgraph.graph.namespaces import EG, expand, shorten
from eventgraph.serve import wording
from eventgraph.serve.addresses import Addresses
from eventgraph.serve.context import Passage, Quotation, passages, quotation
from eventgraph.serve.questions import Row

TYPE, DATE, MODALITY, STATUS = map(expand, ("rdf:type", "eg:date", "eg:modality", "eg:status"))
# What needs no mark: it is so.
PLAIN = ("asserted", "current")


class Value(NamedTuple):
    """What a property says, and where to read about it."""

    text: str
    link: str | None


class Said(NamedTuple):
    """A property in words, with its values."""

    label: str
    values: list[Value]


class Witness(NamedTuple):
    """A quote in its context, and the article it is from."""

    quotation: Quotation
    link: str | None
    article: str
    source: str


class Fact(NamedTuple):
    """A fact: its kind, date and marks (`planned`, `former`), what it says, who bears witness."""

    kind: str
    link: str | None
    date: str
    marks: list[str]
    said: list[Said]
    witnesses: list[Witness]


def read_facts(
    facts: Iterable[Row], evidence: Iterable[Row], addresses: Addresses, texts: Mapping[str, str]
) -> list[Fact]:
    """The facts in the rows' order. `texts` leads from an article's IRI to its text."""
    witnesses: defaultdict[str, list[Witness]] = defaultdict(list)
    for row in evidence:
        witnesses[row["fact"].value].append(_witness(row, addresses, texts))
    groups = groupby(facts, key=lambda row: row["fact"].value)
    return [_fact(iri, list(rows), witnesses[iri], addresses) for iri, rows in groups]


def read_said(rows: Iterable[Row], addresses: Addresses) -> list[Said]:
    """Properties with their values; a property is left out where a more special one says the same."""
    values: defaultdict[str, list[Row]] = defaultdict(list)
    for row in rows:
        if not wording.is_hidden(row["property"].value):
            values[row["property"].value].append(row)
    told = {(up, row["value"].value) for p in values for up in wording.parents_of(p) for row in values[p]}
    said = []
    for iri, found in sorted(values.items(), key=lambda pair: wording.order(pair[0])):
        kept = [_value(row, addresses) for row in found if (shorten(iri), row["value"].value) not in told]
        if kept:
            said.append(Said(wording.property_label(iri), kept))
    return said


def read_passages(article: str, evidence: Iterable[Row], texts: Mapping[str, str]) -> list[Passage]:
    """Return the text of an article with the quotes from it marked; nothing where the text is not known."""
    text = texts.get(article)
    if text is None:
        return []
    mine = (row for row in evidence if row["article"].value == article)
    return [*passages(text, ((offset(row["start"].value), offset(row["end"].value)) for row in mine))]


def offset(text: str) -> int:
    """An offset; 0 for what is none, as an update may have put there."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 12 else 0


def _fact(iri: str, rows: list[Row], witnesses: list[Witness], addresses: Addresses) -> Fact:
    values: defaultdict[str, list[str]] = defaultdict(list)
    for row in rows:
        values[row["property"].value].append(row["value"].value)
    marks = [wording.local_name(value) for p in (MODALITY, STATUS) for value in values.get(p, ())]
    said = read_said((r for r in rows if r["property"].value not in (DATE, MODALITY, STATUS)), addresses)
    return Fact(
        wording.class_label(values[TYPE]) or "fact",
        addresses.link(iri),
        ", ".join(values.get(DATE, ())),
        [mark for mark in marks if mark not in PLAIN],
        said,
        witnesses,
    )


def _value(row: Row, addresses: Addresses) -> Value:
    term = row["value"]
    if term.type != "uri":
        return Value(term.value, None)
    if term.value.startswith(EG):
        return Value(wording.local_name(term.value), None)
    label = row["label"].value if "label" in row else None
    return Value(label or shorten(term.value) or term.value, addresses.link(term.value))


def _witness(row: Row, addresses: Addresses, texts: Mapping[str, str]) -> Witness:
    article = row["article"].value
    start, end = offset(row["start"].value), offset(row["end"].value)
    source = [row[name].value for name in ("publisher", "published") if name in row]
    link = addresses.link(article)
    return Witness(
        quotation(texts.get(article), start, end, row["quote"].value),
        f"{link}#char={start},{end}" if link else None,
        row["headline"].value if "headline" in row else article.rpartition("/")[2],
        ", ".join(source),
    )
