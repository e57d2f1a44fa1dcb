"""Bodies in capitals that the network left unmarked: *PG&E said*, *WHO said*; *Harbour.com reported*."""

from __future__ import annotations

import re

from spacy.tokens import Token

from eventgraph.annotate.references import Reference, mention_of
from eventgraph.lexicon import is_title_head
from eventgraph.model import Entity, make_entity

ACRONYM = re.compile(r"[A-Z][A-Z&0-9]+[A-Z]")
ADDRESS = re.compile(r"[A-Za-z][\w-]*\.(?:com|org|net|info|news|tv|co\.uk)", re.I)
ALONE = frozenset({"nsubj", "obl", "obl:agent", "nmod", "nmod:poss", "appos", "root"})


def body_in_capitals(token: Token) -> Reference | None:
    """Return the body that a word in capitals or the address of a site names."""
    word = token.text
    looks = ACRONYM.fullmatch(word) or ADDRESS.fullmatch(word)
    if not looks or token.dep_ not in ALONE or token.ent_type_ or is_title_head(word):
        return None
    if _is_part(token) or _is_shouted(token):
        return None
    entity = _spelled_out(token) or make_entity(word, "organization")
    return Reference(entity, mention_of(token.doc[token.i : token.i + 1], "name"), token.i)


def _spelled_out(token: Token) -> Entity | None:
    """*World Health Organization*, for *WHO*, if the article tells of it."""
    known = (one.entity for _, one in sorted(token.doc._.references.items()))
    return next((e for e in known if e.type == "organization" and _is_short(token.text, e)), None)


def _is_short(word: str, entity: Entity) -> bool:
    initials = "".join(part[0] for part in entity.name.split() if part[0].isupper())
    return word in entity.names or word == initials


def _is_part(token: Token) -> bool:
    """*KXYZ-TV*, *PG&E engineer Ann Lee*: does it belong to what stands beside it?"""
    doc, i = token.doc, token.i
    after = doc[i + 1] if i + 1 < len(doc) else token
    glued = i > 0 and not doc[i - 1].whitespace_ and not doc[i - 1].is_space
    return glued or after.text in {"-", "/"} or after.pos_ in {"NOUN", "PROPN"}


def _is_shouted(token: Token) -> bool:
    """Is it a word of a headline in capitals?"""
    return all(other.text.isupper() for other in token.sent if other.is_alpha and len(other) > 1)
