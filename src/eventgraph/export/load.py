"""The graph of a project folder, as it was when it was saved."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache
from pathlib import Path

import msgspec
import pyoxigraph as ox

from eventgraph.errors import StoreError
from eventgraph.graph import DEFAULT_BASE, Graph
from eventgraph.graph.entities import ALTERNATIVE, SAME
from eventgraph.graph.mint import Mint
from eventgraph.model import Claim, Entity
from eventgraph.store import open_project
from eventgraph.store.copies import find_witnesses, make_signature

BASE = re.compile(rb"^@prefix person: <([^>]*)person/> \.$", re.MULTILINE)
Texts = defaultdict[str, set[str]]


def load_graph(folder: str | Path) -> Graph:
    """Articles and claims of a build; its base, and entities' other names and links, from `graph.ttl`.

    Copies of one text are found again, so that they count as one witness.

    Raises StoreError if the folder is no project, or broken.
    """
    project = open_project(folder)
    turtle = _read(project.graph_ttl)
    found = BASE.search(turtle)
    base = found[1].decode("utf-8", "replace") if found else DEFAULT_BASE
    claims = complete(project.claims, Mint(base), _objects(turtle, project.graph_ttl))
    articles = project.articles
    witnesses = find_witnesses((article.id, make_signature(article.text)) for article in articles)
    return Graph(articles, claims, base=base, witnesses=witnesses)


def complete(claims: tuple[Claim, ...], mint: Mint, known: dict[str, Texts]) -> tuple[Claim, ...]:
    """The claims, their entities with all names and links that are known of them by predicate and IRI."""

    @cache
    def entity(bare: Entity) -> Entity:
        iri = mint.entity(bare.id)
        names, links = {bare.name, *known[ALTERNATIVE][iri]}, known[SAME][iri]
        return msgspec.structs.replace(bare, names=tuple(sorted(names)), same_as=tuple(sorted(links)))

    def claim(bare: Claim) -> Claim:
        arguments = {slot: tuple(map(entity, many)) for slot, many in bare.arguments.items()}
        return msgspec.structs.replace(bare, arguments=arguments)

    return tuple(map(claim, claims))


def _objects(turtle: bytes, path: Path) -> dict[str, Texts]:
    known: dict[str, Texts] = {ALTERNATIVE: defaultdict(set), SAME: defaultdict(set)}
    try:
        for triple in ox.parse(turtle, ox.RdfFormat.TURTLE):
            if triple.predicate.value in known:
                known[triple.predicate.value][triple.subject.value].add(triple.object.value)
    except SyntaxError as error:
        raise StoreError(f"{path} is no Turtle: {' '.join(str(error).split())}; build again") from None
    return known


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise StoreError(f"{path} can't be read: {error.strerror}") from error
