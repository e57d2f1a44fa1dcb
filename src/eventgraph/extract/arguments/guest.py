"""Who pays a visit to a country is not in its government: *The Foreign Secretary paid a visit to Peru*."""

from __future__ import annotations

from spacy.tokens import Token

from eventgraph.annotate.references import Reference, reference
from eventgraph.extract.arguments.home_country import land_of
from eventgraph.lexicon import find_capital, load

GOING = frozenset({"to", "in", "into", "for", "of", "on", "the", "an", "a", "official", "state", "working"})
SUBJECTS = frozenset({"nsubj", "nsubj:pass"})


def is_guest(title: Token, land: Reference) -> bool:
    """Is the holder of the title the subject of a journey to that country?"""
    at = title
    while at.dep_ in {"nmod:desc", "appos", "compound", "flat", "conj"} and at.head != at:
        at = at.head
    if at.dep_ not in SUBJECTS:
        return False
    verb, nouns = at.head, load("travel")["nouns"]
    lemma = verb.lemma_.lower()
    going = [verb] if lemma in load("travel")["verbs"] else []
    going += [t for t in verb.rights if t.lemma_.lower() in nouns]
    return any(
        _leads_to(word, land) for word in going if word.lemma_.lower() not in {"return", "come", "back"}
    )


def _leads_to(word: Token, land: Reference) -> bool:
    """Does the country, or its capital, follow the word for the journey right away?"""
    for token in word.doc[word.i + 1 : word.sent.end]:
        found = reference(token)
        if found is not None:
            capital = find_capital(found.entity.name)
            return land_of(found.entity) == land.entity.id or (
                capital is not None and capital.name == land.entity.name
            )
        if token.lower_ not in GOING and token.lemma_.lower() not in load("travel")["nouns"]:
            return False
    return False
