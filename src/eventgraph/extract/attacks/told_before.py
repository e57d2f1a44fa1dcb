"""Is an attack told as a new one, or as one told before?"""

from __future__ import annotations

from spacy.tokens import Token

from eventgraph.annotate.references import reference
from eventgraph.extract.attacks.resuming import resumes
from eventgraph.extract.grammar.syntax import obliques, preposition
from eventgraph.lexicon import words

DEFINITE = frozenset({"the", "this", "that", "these", "those", "both", "all"})
NEW = frozenset({"a", "an", "another", "second", "third", "other"})


def is_definite(noun: Token) -> bool:
    """*the attack*, *these attacks*; not *the Paris attacks*, which has a name of its own."""
    definite = any(child.lower_ in DEFINITE for child in noun.children if child.dep_ == "det")
    return definite and not is_new(noun) and not any(reference(child) for child in noun.children)


def recalls(verb: Token) -> bool:
    """*In that attack he killed a nurse*."""
    events = (
        one for one in obliques(verb, {"in", "during"}) if one.lemma_.lower() in words("attack.recalled")
    )
    return any(is_definite(one) for one in events)


def is_new(noun: Token) -> bool:
    """*a bombing*, *a second attack*, *three attacks*."""
    near = [child for child in noun.children if child.dep_ in {"det", "amod", "nummod", "det:predet"}]
    before = {child.lower_ for child in near}
    if resumes(noun):
        return False
    counted = any(child.dep_ == "nummod" for child in near)
    return bool(before & NEW) or (counted and not before & DEFINITE)


def is_another(noun: Token) -> bool:
    """*a second blast killed two people*: where the first was; not *it counts as a mass shooting*."""
    return is_new(noun) and preposition(noun) != "as"
