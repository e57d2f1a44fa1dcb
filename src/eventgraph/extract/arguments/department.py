"""The department of a *Deputy Secretary* or *Under Secretary*, which the article names with its secretary."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from eventgraph.annotate.office import Office
from eventgraph.lexicon import country_by_code, find_organization, implied_organization

BELOW = ("deputy", "under", "assistant", "acting", "principal")
HEADS = frozenset({"secretary", "undersecretary"})
SPEAKING = frozenset({"spokesperson", "spokesman", "spokeswoman"})
CACHE = "eventgraph_department"


def department(office: Office, title: Token) -> str | None:
    """*Under Secretary for Growth*, in news of a Secretary of State: her department, if it is the only one.

    A readout says first to which spokesperson it is *attributable*.
    """
    word, first = title.lemma_.lower(), office.title.lower().split()[0]
    attributed = word in SPEAKING and any(t.lower_ == "attributable" for t in title.sent)
    below = word in HEADS and (word == "undersecretary" or first in BELOW)
    if not (attributed or below):
        return None
    found = _departments(title.doc)
    return next(iter(found)) if len(found) == 1 else None


def _departments(doc: Doc) -> frozenset[str]:
    """The American departments whose secretaries the article names."""
    if CACHE not in doc.user_data:
        land = country_by_code("us").name
        told = (
            implied_organization(office.title, land)
            for found, office in doc._.titles
            if found.head.lemma_.lower() == "secretary" and _may_be_american(office)
        )
        doc.user_data[CACHE] = frozenset(body for body in told if body and _is_department(body))
    known: frozenset[str] = doc.user_data[CACHE]
    return known


def _may_be_american(office: Office) -> bool:
    return office.country is None or office.country.entity.name == country_by_code("us").name


def _is_department(body: str) -> bool:
    known = find_organization(body)
    return known is not None and known.country == "us" and "Department" in body
