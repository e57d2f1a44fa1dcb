"""Who is told to be dead, wherever in the article: the dead hold no office any longer."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from eventgraph.extract.arguments.parties import party_of
from eventgraph.extract.grammar.syntax import expanded, logical_objects, possessors, subjects
from eventgraph.extract.modality import modality

CACHE = "eventgraph.dead"
DIE = frozenset({"die", "drown", "perish", "succumb"})
KILL = frozenset({"kill", "murder", "assassinate", "slay", "behead", "execute", "lynch"})
DEATHS = frozenset(
    {"death", "murder", "killing", "assassination", "demise", "funeral", "burial", "execution", "obituary"}
)
FOUND = frozenset({"shoot", "find", "stab", "pronounce", "declare", "discover"})


def dead(doc: Doc) -> frozenset[str]:
    """Return the entity ids of the persons that the article tells to have died or been killed."""
    if CACHE not in doc.user_data:
        found = (party_of(head) for token in doc for head in _victims(token))
        doc.user_data[CACHE] = frozenset(
            one.entity.id for one in found if one and one.entity.type == "person"
        )
    known: frozenset[str] = doc.user_data[CACHE]
    return known


def _victims(token: Token) -> Iterator[Token]:
    word = token.lemma_.lower()
    if word in DEATHS and token.pos_ == "NOUN":
        yield from expanded(possessors(token)) if modality(token) == "asserted" else ()
    elif token.pos_ == "VERB" and (word in DIE or _passes_away(token)):
        yield from expanded(subjects(token)) if modality(token) == "asserted" else ()
    elif token.pos_ == "VERB" and (word in KILL or (word in FOUND and _is_dead(token))):
        yield from expanded(logical_objects(token)) if modality(token) == "asserted" else ()


def _passes_away(verb: Token) -> bool:
    return verb.lemma_.lower() == "pass" and any(child.lower_ == "away" for child in verb.children)


def _is_dead(verb: Token) -> bool:
    """*was found dead*."""
    return any(child.lower_ == "dead" for child in verb.rights)
