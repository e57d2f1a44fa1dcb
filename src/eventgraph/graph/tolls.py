"""Which attack a figure of casualties belongs to: the only one that its sentence tells of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby, product

from eventgraph.graph.merging import DENIED
from eventgraph.graph.namespaces import expand
from eventgraph.graph.terms import Iri, Triple
from eventgraph.model import Claim

ATTACK = expand("eg:attack")
TYPES = ("attack", "casualties")
Telling = tuple[bytes, int, str, str]  # article, sentence, type of claim, fact


def telling(claim: Claim, fact: Iri) -> Iterator[Telling]:
    """Yield where a claim of an attack or of casualties, if it is one, states its fact."""
    if claim.type in TYPES and claim.attributes.get("modality") != DENIED:
        yield claim.article.encode("utf-8", "surrogatepass"), claim.evidence.sentence, claim.type, str(fact)


def toll_triples(told: Iterable[Telling]) -> Iterator[Triple]:
    """Yield what leads from casualty reports to attacks; the tellings are sorted."""
    for _, sentence in groupby(told, key=lambda one: one[:2]):
        facts: dict[str, set[str]] = {type: set() for type in TYPES}
        for _, _, type, fact in sentence:
            facts[type].add(fact)
        if len(facts["attack"]) == 1:
            for report, attack in product(facts["casualties"], facts["attack"]):
                yield Iri(report), ATTACK, Iri(attack)
