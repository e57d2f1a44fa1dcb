"""A query's answer as a picture; what its cells stand for is asked of the same graph."""

from __future__ import annotations

import re
import textwrap
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from eventgraph.graph import Graph
    from eventgraph.graph.query import Rows
    from eventgraph.model import Entity

Ask = Callable[[str], "Rows"]
IRI = re.compile(r"(?:https?://|urn:)[^\s<>\"{}|\\^`]+")
NAMED = frozenset({"person", "organization", "country", "place", "group"})
LONGEST = 120  # characters of a name, or of a question
LABELS = "SELECT DISTINCT ?thing ?label {{ VALUES ?{known} {{ {values} }} ?thing rdfs:label ?label }}"


def picture_html(rows: Rows, sparql: str, ask: Ask, names: Mapping[str, str]) -> str:
    """Return the page that shows the answer. Raises UsageError if it joins no two things."""
    from eventgraph.view import make_page

    return make_page(_graph(rows, sparql, ask, names), question=_question(sparql))


def picture_svg(rows: Rows, sparql: str, ask: Ask, names: Mapping[str, str]) -> str:
    """Return the picture alone. Raises UsageError if the answer joins no two things."""
    from eventgraph.view.svg import make_svg

    return make_svg(_graph(rows, sparql, ask, names))


PICTURES = {"html": picture_html, "svg": picture_svg}


def _graph(rows: Rows, sparql: str, ask: Ask, names: Mapping[str, str]) -> Graph:
    from eventgraph.view.answer import answer_graph

    cells = {cell for row in rows for cell in row.values() if isinstance(cell, str)}
    iris = sorted(cell for cell in cells if IRI.fullmatch(cell))
    texts = sorted(cell for cell in cells if 0 < len(cell) <= LONGEST and not IRI.fullmatch(cell))
    things = _called(texts, ask, names) | _named(iris, ask, names)
    return answer_graph(rows, _question(sparql), things, names)


def _named(iris: Iterable[str], ask: Ask, names: Mapping[str, str]) -> dict[str, Entity]:
    """What the IRIs stand for: all of them something, with or without a label."""
    from eventgraph.view.answer import make_thing

    labels = {
        str(row["thing"]): str(row["label"]) for row in _labels("thing", (f"<{iri}>" for iri in iris), ask)
    }
    return {iri: make_thing(iri, labels.get(iri), names) for iri in iris}


def _called(texts: Iterable[str], ask: Ask, names: Mapping[str, str]) -> dict[str, Entity]:
    """What bears one of these names, if it is one thing and no more."""
    from eventgraph.graph import terms
    from eventgraph.graph.turtle import TurtleWriter
    from eventgraph.view.answer import make_thing

    written = (TurtleWriter({}).term(terms.text(text)) for text in texts)
    found: defaultdict[str, list[Entity]] = defaultdict(list)
    for row in _labels("label", written, ask):
        thing = make_thing(str(row["thing"]), str(row["label"]), names)
        if thing.type in NAMED:
            found[thing.name].append(thing)
    return {name: things[0] for name, things in found.items() if len(things) == 1}


def _labels(known: str, values: Iterable[str], ask: Ask) -> Iterable[Mapping[str, object]]:
    wanted = " ".join(values)
    return ask(LABELS.format(known=known, values=wanted)) if wanted else ()


def _question(sparql: str) -> str:
    """What a ready query says it answers, or the query itself."""
    first = sparql.lstrip().partition("\n")[0]
    told = first.lstrip("# ") if first.startswith("#") else " ".join(sparql.split())
    return textwrap.shorten(told, LONGEST, placeholder=" …")
