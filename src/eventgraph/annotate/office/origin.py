"""What follows a name and belongs to its title: *President Hassan Rouhani of Iran*, *Dr Lee of the WHO*."""

from __future__ import annotations

from spacy.tokens import Token

from eventgraph.annotate.office.office import Office
from eventgraph.annotate.references import Reference, reference
from eventgraph.lexicon import words

PEERS = frozenset({"Lord", "Lady", "Baroness", "Baron", "Viscount", "Viscountess", "Earl"})


def with_origin(office: Office, name: Token) -> Office:
    """Return the office with the body or country that stands after the name with *of* or *from*."""
    if _is_peer(name):
        return office
    land = _bracketed(name)
    if land:
        return office._replace(country=office.country or land)
    for child in name.rights:
        found = reference(child)
        if found is None or not _has_of(child, office):
            continue
        if found.entity.type == "organization":
            return office._replace(organization=office.organization or found)
        if found.entity.type in {"country", "place"}:
            return office._replace(country=office.country or found)
    return office


def _bracketed(name: Token) -> Reference | None:
    """*Ambassador Ann Lee (Chile)*, as the United Nations write."""
    end = max([name.i, *(child.i for child in name.rights if child.dep_ == "flat")]) + 1
    behind = name.doc[end : end + 5]
    inside = [t for t in behind[1:] if t.ent_type_ == "country"]
    alone = bool(inside) and behind[0].text == "(" and behind[len(inside) + 1 :][:1].text == ")"
    found = reference(inside[0]) if alone else None
    return found if found and found.entity.type == "country" else None


def _is_peer(name: Token) -> bool:
    """*Lord Lee of Kirkby*: a title of honour, no office there."""
    return any(child.text in PEERS and child.i < name.i for child in name.children)


def _has_of(noun: Token, office: Office) -> bool:
    """*of Iran*; *from* tells for whom only legislators sit: *Sergeant Lee, from Lima* is not Lima's."""
    legislator = office.title.lower().split()[-1] in words("legislators")
    prepositions = {"of", "from"} if legislator else {"of"}
    return noun.dep_ == "nmod" and any(c.dep_ == "case" and c.lower_ in prepositions for c in noun.children)
