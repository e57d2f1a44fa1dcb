"""The graph as a NetworkX multigraph: entities, and an edge for each fact between two of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import product
from typing import NamedTuple

import networkx as nx

from eventgraph.graph.entities import merge_entities
from eventgraph.graph.facts import form_of, make_fact, slots_of
from eventgraph.graph.mint import Mint
from eventgraph.graph.own import is_own, own_pairs
from eventgraph.model import Claim
from eventgraph.schema.ontology import load_ontology


class Link(NamedTuple):
    """One edge: from entity to entity, by which plain property, for which fact."""

    source: str
    target: str
    relation: str
    fact: str


def make_network(claims: Sequence[Claim], base: str) -> nx.MultiDiGraph[str]:
    """Nodes are entity ids with `label`, `type`, `names`, `iri`.

    Edges of symmetric relations go from the smaller id to the larger. An edge's key is its fact's path and
    relation; it has `relation` (the plain property's local name, whatever the modality), `label` (a role's
    title, or the relation in words), `fact` (IRI), `type` of claim, `date`, `modality`, `status`, `title`,
    `topic`, `kind` (None where unknown) and `quotes`: a list of (article id, start, end, quote), sorted.
    """
    mint = Mint(base)
    network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for entity in merge_entities(claims).values():
        iri = mint.entity(entity.id)
        network.add_node(entity.id, label=entity.name, type=entity.type, names=list(entity.names), iri=iri)
    for link, said in sorted(_links(claims, mint).items()):
        key = f"{link.fact.removeprefix(mint.base)} {link.relation}"
        network.add_edge(link.source, link.target, key=key, **_attributes(link, said))
    return network


def _links(claims: Sequence[Claim], mint: Mint) -> dict[Link, list[Claim]]:
    links: defaultdict[Link, list[Claim]] = defaultdict(list)
    for claim in claims:
        fact = make_fact(claim, mint).iri
        for source, target, relation in _pairs(claim):
            links[Link(source, target, relation, fact)].append(claim)
    return links


def _pairs(claim: Claim) -> Iterator[tuple[str, str, str]]:
    if is_own(claim):
        yield from ((start, end, claim.type) for start, end in own_pairs(claim))
        return
    form = form_of(claim)
    slots = {curie: slot for slot, curie in slots_of(form.iri).items()}
    for rule in load_ontology().direct:
        if rule.of == form.iri and rule.start in slots and rule.to in slots:
            starts, ends = (claim.arguments.get(slots[curie], ()) for curie in (rule.start, rule.to))
            for start, end in product(starts, ends):
                if start.id != end.id:
                    source, target = sorted((start.id, end.id)) if rule.symmetric else (start.id, end.id)
                    yield source, target, rule.property.partition(":")[2]


def _attributes(link: Link, said: list[Claim]) -> dict[str, object]:
    first = min(said, key=lambda claim: (claim.article, claim.evidence.start, claim.id))
    evidence = {(c.article, c.evidence.start, c.evidence.end, c.evidence.quote) for c in said}
    plain = {
        name: first.attributes.get(name) for name in ("date", "modality", "status", "title", "topic", "kind")
    }
    label = plain["title"] or _label(link.relation)
    named = {"relation": link.relation, "label": label, "fact": link.fact, "type": first.type}
    return {**named, **plain, "quotes": sorted(evidence)}


def _label(relation: str) -> str:
    """A relation of a user's own is called by its name."""
    labels = {rule.property.partition(":")[2]: rule.label for rule in load_ontology().direct}
    return labels.get(relation, relation.replace("_", " "))
