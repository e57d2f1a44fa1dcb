"""The body that *its* and *it* mean, by the clause."""

from __future__ import annotations

from spacy.tokens import Token

from eventgraph.annotate.coreference.people import SUBJECTS
from eventgraph.annotate.references import Reference, mention_of, reference

BODY_KINDS = frozenset({"organization", "country"})


def owner_beside(its: Token) -> Token | None:
    """*on the company and its founder*: the body that what it owns stands beside, named or not."""
    owned = its.head
    is_body = owned.head.pos_ in {"NOUN", "PROPN"} and owned.head._.kind == "organization"
    beside = its.dep_ == "nmod:poss" and owned.dep_ == "conj" and owned._.kind == "person"
    return owned.head if beside and is_body else None


def body_before(token: Token) -> Reference | None:
    """*its*: the subject of the clause, if a body or a country; else the only body named in the sentence."""
    subjects = [c for a in token.ancestors for c in a.children if c.dep_ in SUBJECTS and c.i < token.i]
    found = next((r for s in subjects if (r := body_at(s))), None) or _only_body(token)
    return same_body(found, token)


def same_body(found: Reference | None, its: Token) -> Reference | None:
    """Return the same body, mentioned by a pronoun."""
    if found is None:
        return None
    return Reference(found.entity, mention_of(its.doc[its.i : its.i + 1], "pronoun"), its.i)


def body_at(token: Token) -> Reference | None:
    """Return the body or country that the token refers to, if any."""
    found = reference(token)
    return found if found and found.entity.type in BODY_KINDS else None


def _only_body(token: Token) -> Reference | None:
    named = [
        r for t in token.doc[token.sent.start : token.i] if (r := body_at(t)) and r.mention.via == "name"
    ]
    bodies = {r.entity.id: r for r in named if r.entity.type == "organization"}
    return next(iter(bodies.values())) if len(bodies) == 1 else None
