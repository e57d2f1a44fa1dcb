"""Who somebody without a name turns out to be: *a man stabbed two people; police named him as Smith*."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set

from spacy.tokens import Doc, Token

from eventgraph.annotate.references import Reference, reference
from eventgraph.extract.attacks.targets import inferred
from eventgraph.extract.attacks.telling import Telling
from eventgraph.extract.grammar.syntax import expanded, logical_objects, obliques
from eventgraph.extract.modality import modality
from eventgraph.lexicon import words

NAMING = frozenset({"identify", "name"})
PRONOUNS = frozenset({"he", "she", "him", "her"})


def with_names(doc: Doc, told: Sequence[Telling]) -> list[Telling]:
    """Return the attacks with the names that the article later gives to their attackers and targets.

    *the man* is whoever was told of by that noun, *him* any attacker who is one.
    """
    found = list(told)
    for whom, person in _identities(doc):
        noun = _noun_meant(whom, found)
        found = [
            one._replace(
                attackers=tuple(_named(each, noun, person, doc) for each in one.attackers),
                targets=tuple(_named(each, noun, person, doc) for each in one.targets),
            )
            for one in found
        ]
    return found


def _identities(doc: Doc) -> Iterator[tuple[Token, Reference]]:
    """*Police named the man as Smith*: man, Smith."""
    for verb in doc:
        if verb.lemma_.lower() in NAMING and verb.pos_ == "VERB" and modality(verb) == "asserted":
            named = (reference(one) for noun in obliques(verb, {"as"}) for one in (noun, *noun.subtree))
            person = next((one for one in named if one and one.entity.type == "person"), None)
            whom = expanded(logical_objects(verb))[:1]
            yield from ((one, person) for one in whom if person)


def _noun_meant(whom: Token, told: Sequence[Telling]) -> Set[str]:
    if whom.lower_ not in PRONOUNS:
        return {whom.lemma_.lower()}
    heads = {one.head for each in told for one in each.attackers if one.mention.via == "nominal"}
    nouns = (whom.doc[head] for head in heads)
    return {noun.lemma_.lower() for noun in nouns if noun.tag_ == "NN" and noun._.kind != "organization"}


def _named(one: Reference, nouns: Set[str], person: Reference, doc: Doc) -> Reference:
    """The person, where the reference is to nobody named, by one of the nouns."""
    head = doc[one.head]
    same = head.lemma_.lower() in nouns or nouns <= words("attack.suspects") >= {head.lemma_.lower()}
    unnamed = one.entity.type == "group" and head.tag_ == "NN" and same
    return inferred(person, "named-later") if unnamed else one
