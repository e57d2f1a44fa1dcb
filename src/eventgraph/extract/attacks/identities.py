"""Who somebody without a name turns out to be: *a man stabbed two people; police named him as Smith*."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set

from spacy.tokens import Doc, Token

from eventgraph.annotate.references import Reference, reference
from eventgraph.extract.arguments.inferred import inferred
from eventgraph.extract.attacks.telling import Telling
from eventgraph.extract.casualties.people import is_people
from eventgraph.extract.grammar.syntax import expanded, logical_objects, obliques
from eventgraph.extract.modality import modality
from eventgraph.lexicon import words

NEAR = 80  # words
VIOLENT = "attack/violent"
NAMING = frozenset({"identify", "name"})
PRONOUNS = frozenset({"he", "she", "him", "her"})


def is_named_later(a: Telling, b: Telling) -> bool:
    """*A reporter was shot dead*, … *gunmen shot Jan Novak*: he is the reporter, for all we read."""
    if len(a.targets) != 1 or len(b.targets) != 1 or not 0 < b.trigger.i - a.trigger.i < NEAR or b.new:
        return False
    (whom,), (named,) = a.targets, b.targets
    doc, one = a.trigger.doc, a.trigger.doc[whom.head]
    unnamed = whom.entity.type == "group" and one.tag_ == "NN" and is_people(one)
    person = named.entity.type == "person" and named.mention.via == "name"
    return unnamed and person and not _is_known_before(named, a, doc) and a.rule == b.rule == VIOLENT


def _is_known_before(person: Reference, told: Telling, doc: Doc) -> bool:
    before = (one for i, one in doc._.references.items() if i < told.trigger.i)
    return any(one.entity.id == person.entity.id for one in before)


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
