"""Who bears arms."""

from __future__ import annotations

from spacy.tokens import Token

from eventgraph.annotate.references import Reference
from eventgraph.lexicon import find_organization, words

ARMED_BODIES = frozenset({"military", "armed-group", "police", "intelligence"})


def is_armed(one: Reference, token: Token) -> bool:
    """Does the party bear arms, by its kind or its words?"""
    if one.entity.type == "organization":
        known = find_organization(one.entity.name)
        kinds = known.kind in ARMED_BODIES if known else False
        return kinds or bool({w.lower() for w in one.entity.name.split()} & words("attack.armed"))
    if one.entity.type == "group":
        return token.lemma_.lower() in words("attack.armed") | words("attack.attackers")
    return one.entity.type == "country"
