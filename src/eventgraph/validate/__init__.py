"""Does a graph fulfil the shapes (`ontology/shapes.ttl`), and do its quotes stand in the articles?"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Literal

from eventgraph.graph.query import load_store
from eventgraph.model import Article
from eventgraph.resources import find_resource
from eventgraph.validate import by_pyshacl, by_sparql
from eventgraph.validate.quotes import misquotations
from eventgraph.validate.shape import read_shapes
from eventgraph.validate.violation import Violation

__all__ = ["Engine", "Violation", "Violations", "validate"]

Engine = Literal["sparql", "pyshacl"]


class Violations(list[Violation]):
    """What is wrong, and how many `triples` were looked at."""

    def __init__(self, found: Iterable[Violation], triples: int) -> None:
        super().__init__(found)
        self.triples = triples


def validate(
    turtle: bytes,
    articles: Iterable[Article] | None = None,
    engine: Engine = "sparql",
    shapes: Path | None = None,
) -> Violations:
    """What is wrong with a graph in Turtle, sorted; nothing if it conforms.

    `shapes` is a file, our own unless given. Both engines say the same; `sparql` is fit for whole corpora.
    Where `articles` are given, every quote is compared with their texts. Raises UsageError.
    """
    file = shapes or find_resource("ontology") / "shapes.ttl"
    store = load_store(turtle)
    if engine == "pyshacl":
        found = by_pyshacl.find_violations(turtle, file)
    else:
        found = by_sparql.find_violations(store, turtle, read_shapes(file))
    misquoted = [] if articles is None else misquotations(store, articles)
    return Violations([*found, *misquoted], len(store))
