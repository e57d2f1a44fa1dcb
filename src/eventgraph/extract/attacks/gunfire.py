"""Fire that is shot: *gunfire*, *Israeli fire*."""

from __future__ import annotations

from spacy.tokens import Token

from eventgraph.annotate.references import reference
from eventgraph.lexicon import words

BESIDE = frozenset({"compound", "amod", "nmod:poss", "nmod:desc", "flat"})
HITTING = frozenset({"hit", "strike"})


def is_gunfire(noun: Token) -> bool:
    """*gunfire*, *Israeli fire*, *tank fire*; not *a forest fire*, *friendly fire*."""
    if noun.lower_ != "fire" or any(child.dep_ == "det" for child in noun.lefts):
        return noun.lower_ == "gunfire"
    before = [child for child in noun.lefts if child.dep_ in BESIDE]
    arms = words("attack.firing") | words("attack.agents")
    armed = any(child.lower_ in arms for child in before)
    told = armed or noun.dep_ == "obl:agent" or noun.head.lemma_.lower() in HITTING  # Greek fire kills 80
    return bool(before) and told and all(child.lower_ in arms or _is_demonym(child) for child in before)


def _is_demonym(token: Token) -> bool:
    found = reference(token)
    return found is not None and found.mention.via == "demonym"
