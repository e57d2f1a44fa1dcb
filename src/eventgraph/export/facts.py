"""Facts with the claims that state them, and what these say, flat."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from eventgraph.export.claims_jsonl import load_claim_types
from eventgraph.export.property_graph import Value, clean, kind_of
from eventgraph.graph import Graph
from eventgraph.graph.facts import form_of, make_fact, slots_of
from eventgraph.graph.mint import Mint
from eventgraph.graph.terms import Iri
from eventgraph.model import Claim
from eventgraph.model.slug import slug
from eventgraph.schema.ontology import load_ontology

# Modalities and statuses of what is a fact today; all others are named on labels.
PLAIN = ("asserted", "current", "acting")
# Attributes that mean the same in every type of claim, also in those of users' own.
SHARED = ("date", "modality")


class Fact(NamedTuple):
    """A fact node of the RDF graph and its claims, by article and place.

    `witnesses` counts the articles that state it, copies of one text once.
    """

    iri: Iri
    claims: tuple[Claim, ...]
    witnesses: int

    @property
    def claim_type(self) -> str:
        """The type of its claims."""
        return self.claims[0].type

    @property
    def form(self) -> str:
        """What it is, in words: `meeting`, `casualty report`."""
        return _words(self.claim_type) if self._is_own else form_of(self.claims[0]).label

    @property
    def _is_own(self) -> bool:
        return self.claim_type not in load_claim_types()

    def attributes(self) -> dict[str, Value]:
        """What is known, sorted: of several values the one said first.

        Those of a user's own type bear its name in front, so that none meets another property.
        """
        said = [item for claim in self.claims[::-1] for item in claim.attributes.items()]
        known = {self._property(name): value for name, value in said if value is not None}
        return {name: _typed(name, value) for name, value in sorted(known.items())}

    def _property(self, name: str) -> str:
        own = self._is_own and name not in SHARED
        return slug(f"{self.claim_type}_{name}").replace("-", "_") if own else name

    def relation(self, slot: str) -> tuple[str, str]:
        """The property that leads to an argument, and its label."""
        if self._is_own:
            return slot, _words(slot)
        curie = slots_of(form_of(self.claims[0]).iri)[slot]
        return curie.partition(":")[2], load_ontology().properties[curie].label

    def support(self) -> dict[str, Value]:
        """How many articles and independent witnesses say so, and the confidence in the surest claim."""
        articles = len({claim.article for claim in self.claims})
        confidence = round(max(claim.confidence for claim in self.claims), 4)
        return {"articles": articles, "witnesses": self.witnesses, "confidence": confidence}

    def quotes(self, mint: Mint) -> dict[str, Value]:
        """The quotations and the IRIs of their places, in the same order."""
        places = {(c.article, c.evidence.start, c.evidence.end): c.evidence for c in self.claims}
        evidence = [places[place] for place in sorted(places)]
        return {
            "evidence": tuple(map(mint.evidence, evidence)),
            "quotes": tuple(clean(e.quote) for e in evidence),
        }

    @property
    def qualifier(self) -> str:
        """`planned`, `negated`, `possible`, `former`, `elect`, or nothing."""
        attributes = self.claims[0].attributes
        said = str(attributes.get("modality") or attributes.get("status") or "")
        return "" if said in PLAIN else said

    def qualified(self, label: str) -> str:
        """The label, with the qualifier if there is one."""
        return f"{clean(label)} ({self.qualifier})" if self.qualifier else clean(label)


def group_facts(graph: Graph) -> dict[Iri, Fact]:
    """All facts by IRI, in that order."""
    mint = Mint(graph.base)
    claims: defaultdict[Iri, list[Claim]] = defaultdict(list)
    for claim in graph.merged:
        claims[make_fact(claim, mint).iri].append(claim)
    return {iri: Fact(iri, tuple(said), _witnesses(graph, said)) for iri, said in sorted(claims.items())}


def otherwise(claim: Claim) -> dict[str, Value]:
    """What the claim says otherwise than its fact (*planned* of what happened), if anything: `said`."""
    told = (f"{name}: {clean(str(value))}" for name, value in sorted(claim.said.items()) if value is not None)
    return {"said": found} if (found := tuple(told)) else {}


def _witnesses(graph: Graph, claims: Iterable[Claim]) -> int:
    return len({graph.witnesses.get(claim.article, claim.article) for claim in claims})


def _typed(name: str, value: str | int) -> str | int:
    return value if isinstance(value, int) and kind_of(name) == "integer" else clean(str(value))


def _words(name: str) -> str:
    return clean(name.replace("_", " "))
