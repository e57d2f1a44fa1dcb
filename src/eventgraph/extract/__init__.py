"""From an annotated article to its claims: one extractor a claim type."""

from __future__ import annotations

from spacy.tokens import Doc

from eventgraph.extract.attacks import Attacks
from eventgraph.extract.casualties import Casualties
from eventgraph.extract.communications import Communications
from eventgraph.extract.engine.patterned import Patterned
from eventgraph.extract.extractor import Extractor
from eventgraph.extract.roles import Roles
from eventgraph.extract.statements import Statements
from eventgraph.extract.visits import Visits
from eventgraph.model import Claim

# Statements come first: they tell the others who *I* and *we* are.
EXTRACTORS: tuple[Extractor, ...] = (
    Statements(),
    Roles(),
    Communications(),
    Casualties(),
    Attacks(),
    Visits(),
)

__all__ = ["EXTRACTORS", "Extractor", "extract"]


def extract(doc: Doc, own: Patterned | None = None) -> list[Claim]:
    """Return every claim once, sorted by place, type and id.

    `own` are rules from outside; one with the id of a built-in rule replaces it.
    """
    replaced = own.rules if own else frozenset()
    built_in = (claim for extractor in EXTRACTORS for claim in extractor(doc))
    found = {claim.id: claim for claim in built_in if claim.extractor not in replaced}
    found |= {claim.id: claim for claim in own(doc)} if own else {}
    return sorted(found.values(), key=lambda c: (c.evidence.start, c.type, c.id))
