"""From an annotated article to its claims: one extractor a claim type."""

from __future__ import annotations

from spacy.tokens import Doc

from eventgraph.extract.attacks import Attacks
from eventgraph.extract.casualties import Casualties
from eventgraph.extract.communication import Communications
from eventgraph.extract.extractor import Extractor
from eventgraph.extract.roles import Roles
from eventgraph.extract.statements import Statements
from eventgraph.extract.visits import Visits
from eventgraph.model import Claim

EXTRACTORS: tuple[Extractor, ...] = (Roles(), Communications(), Casualties(), Attacks(), Visits(), Statements())

__all__ = ["EXTRACTORS", "Extractor", "extract"]


def extract(doc: Doc) -> list[Claim]:
    """Return every claim once, sorted by place, type and id."""
    found = {claim.id: claim for extractor in EXTRACTORS for claim in extractor(doc)}
    return sorted(found.values(), key=lambda c: (c.evidence.start, c.type, c.id))
