"""FollowTheMoney entities, for Aleph, OpenAleph and yente: one JSON object a line."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from eventgraph.export.facts import Fact, group_facts
from eventgraph.export.nodes import article_nodes, entity_nodes, fact_node, path
from eventgraph.export.property_graph import Node, Value, clean
from eventgraph.graph import Graph
from eventgraph.graph.mint import Mint

Properties = Mapping[str, object]
# What FollowTheMoney takes for an id.
ID = re.compile(r"[0-9a-zA-Z]([0-9a-zA-Z.-]*[0-9a-zA-Z])?")


def write_ftm(graph: Graph) -> bytes:
    """Entities, articles, memberships and events, sorted by id; each fact's `proof` is its articles."""
    mint = Mint(graph.base)
    found = [_entity(node) for node in entity_nodes(graph, mint)]
    found += [_article(node) for node in article_nodes(graph, mint)]
    found += [entity for fact in group_facts(graph).values() for entity in _fact(fact, mint)]
    by_id = {entity["id"]: entity for entity in found}
    lines = (json.dumps(by_id[id], ensure_ascii=False) + "\n" for id in sorted(by_id))
    return "".join(lines).encode("utf-8")


def ftm_id(path: str) -> str:
    """`person/hady-amr` as `person.hady-amr`; paths with other characters as a hash."""
    readable = path.replace("/", ".")
    if ID.fullmatch(readable):
        return readable
    return f"{path.partition('/')[0]}.{hashlib.sha256(path.encode()).hexdigest()[:40]}"


@cache
def schemata() -> dict[str, dict[str, str]]:
    """Schema names by type of entity and of claim."""
    loaded: dict[str, dict[str, str]] = yaml.safe_load(
        files("eventgraph.export").joinpath("ftm.yml").read_text("utf-8")
    )
    return loaded


def make(id: str, schema: str, properties: Properties) -> dict[str, Any]:
    """An entity; values become lists of strings, and properties without a value are left out."""
    lists = {
        name: value if isinstance(value, (list, tuple)) else [value] for name, value in properties.items()
    }
    known = {name: [str(v) for v in values if v not in (None, "")] for name, values in lists.items()}
    return {"id": ftm_id(id), "schema": schema, "properties": {n: v for n, v in known.items() if v}}


def _entity(node: Node) -> dict[str, Any]:
    names = node.properties["names"]
    assert isinstance(names, tuple)
    schema = schemata()["entities"][node.type]
    others = [name for name in names if name != node.label]
    full = {"full": node.label} if schema == "Address" else {}
    return make(node.id, schema, {"name": node.label, "alias": others, **_wikidata(node), **full})


def _wikidata(node: Node) -> Properties:
    links = node.properties.get("same_as", ())
    assert isinstance(links, tuple)
    found = (re.fullmatch(r"https?://www\.wikidata\.org/(?:entity|wiki)/(Q\d+)", link) for link in links)
    return {"wikidataId": [match[1] for match in found if match]}


def _article(node: Node) -> dict[str, Any]:
    known = node.properties
    names = {"publishedAt": "published", "publisher": "publisher", "author": "authors", "sourceUrl": "url"}
    values = {name: known.get(ours) for name, ours in names.items()}
    return make(node.id, "Article", {"title": node.label, **values})


def _fact(fact: Fact, mint: Mint) -> Iterator[dict[str, Any]]:
    if fact.claim_type == "role":
        yield from _role(fact, mint)
    else:
        yield _event(fact, mint)


def _role(fact: Fact, mint: Mint) -> Iterator[dict[str, Any]]:
    said, parties = fact.attributes(), _parties(fact, mint)
    id, held = path(fact.iri, mint), {"startDate": said.get("since"), "endDate": said.get("until")}
    common = {**held, "date": said.get("date"), "status": said.get("status"), **_sources(fact, mint)}
    if "organization" in parties:
        ends = {"member": parties["person"], "organization": parties["organization"]}
        yield make(id, "Membership", {**ends, "role": said["title"], **common})
        return
    post = f"{id}-post"
    yield make(post, "Position", {"name": said["title"], "country": _names(fact, "country")})
    yield make(id, "Occupancy", {"holder": parties["person"], "post": ftm_id(post), **common})


def _event(fact: Fact, mint: Mint) -> dict[str, Any]:
    said, node = fact.attributes(), fact_node(fact, mint)
    parties = _parties(fact, mint)
    involved = [id for slot in sorted(parties) if slot != "place" for id in parties[slot]]
    roles = [f"{slot}: {', '.join(_names(fact, slot))}" for slot in sorted(parties)]
    words = [said.get("kind"), said.get("modality"), said.get("effect")]
    about: dict[str, Value | None] = {name: said.get(name) for name in ("content", "topic", "group")}
    values = {"name": node.label, "date": said.get("date"), "involved": involved, "keywords": words}
    values |= {"location": _names(fact, "place"), "description": list(about.values()), "notes": roles}
    schema = schemata()["events"].get(fact.claim_type, schemata()["events"]["other"])
    return make(node.id, schema, {**values, **_sources(fact, mint)})


def _sources(fact: Fact, mint: Mint) -> Properties:
    articles = sorted({ftm_id(path(mint.article(claim.article), mint)) for claim in fact.claims})
    return {"proof": articles, "summary": fact.quotes(mint)["quotes"]}


def _parties(fact: Fact, mint: Mint) -> dict[str, list[str]]:
    """Ids of the entities by argument."""
    slots = {slot for claim in fact.claims for slot in claim.arguments}
    found = {slot: {e.id for c in fact.claims for e in c.arguments.get(slot, ())} for slot in slots}
    return {slot: sorted(ftm_id(path(mint.entity(id), mint)) for id in ids) for slot, ids in found.items()}


def _names(fact: Fact, slot: str) -> list[str]:
    return sorted({clean(e.name) for claim in fact.claims for e in claim.arguments.get(slot, ())})
