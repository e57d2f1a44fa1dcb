"""Whom a word makes a suspect: *was charged with murder*, *the gunman, Smith*."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set

from spacy.tokens import Doc, Token

from eventgraph.annotate.references import Reference
from eventgraph.extract.arguments.naming import named_as
from eventgraph.extract.arguments.parties import party_of
from eventgraph.extract.attacks.telling import Telling
from eventgraph.extract.attacks.unnamed import unnamed
from eventgraph.extract.casualties.people import is_people
from eventgraph.extract.grammar.syntax import expanded, logical_objects, obliques, subjects
from eventgraph.extract.modality import modality
from eventgraph.lexicon import words


def find_suspects(doc: Doc, told: Sequence[Telling]) -> Iterator[tuple[Token, list[Reference]]]:
    """Named persons and bodies, with the word that makes them suspects."""
    unnamed = {
        attacker.head for one in told for attacker in one.attackers if attacker.mention.via == "nominal"
    }
    for token in doc:
        found = (_named(head) or _person(head) for head in _suspected(token, unnamed))
        suspects = [one for one in found if one]
        if suspects:
            yield token, suspects


def _named(head: Token) -> Reference | None:
    """Not whoever *the gunman* may be linked to."""
    found = named_as(head) or party_of(head)
    return found if found and found.mention.via != "nominal" else None


def _person(noun: Token) -> Reference | None:
    """*A 25-year-old man was charged with murder*, *the gunman fled*; not *a suspect*, *no suspect*."""
    told = noun.dep_ in {"nsubj", "nsubj:pass", "obj"} and noun.pos_ == "NOUN" and is_people(noun)
    named = {"the"} if noun.lemma_.lower() in words("attack.suspects") else {"the", "a", "an"}
    definite = any(child.lower_ in named for child in noun.lefts)
    return unnamed(noun, "group") if told and definite and modality(noun.head) == "asserted" else None


def _suspected(token: Token, unnamed: Set[int]) -> list[Token]:
    word = token.lemma_.lower()
    if token.pos_ == "VERB" and word in words("attack.accuse"):
        return _accused(token, unnamed)
    if token.pos_ == "VERB" and word in words("attack.confess"):
        return _confessed(token)
    if word == "suspect" and token.head.lemma_.lower() in words("attack.hold"):
        return []  # police arrested a suspect, Jan Novak
    return [*_called(token)] if word in words("attack.suspects") and token.pos_ in {"NOUN", "PROPN"} else []


def _confessed(verb: Token) -> list[Token]:
    """*pleaded guilty to the murder of*, *is serving life for the bombing of*."""
    if modality(verb) != "asserted":
        return []
    of = [child for child in verb.rights if child.dep_ in {"obj", "obl", "xcomp", "advcl"}]
    deeds = (one for child in of for one in (child, *child.rights))
    known_deeds = words("attack.events") | words("attack.patient") | words("attack.violent") | {"kill"}
    told = any(one.lemma_.lower() in known_deeds for one in deeds)
    return expanded(subjects(verb)) if told else []


def _accused(verb: Token, unnamed: Set[int]) -> list[Token]:
    """*was charged with murder*, *was arrested over the attack*; *was identified as Smith*."""
    if verb.lemma_.lower() in words("attack.hold"):
        return []  # who is arrested may not have done it
    apart = words("attack.without_hand")
    if modality(verb) != "asserted" or any(one.lemma_.lower() in apart for one in verb.subtree):
        return []
    crimes = words("attack.events") | words("attack.patient") | {"terrorism"}
    of_attack = any(one.lemma_.lower() in crimes and one.i > verb.i for one in verb.subtree)
    charged = expanded(logical_objects(verb) or _aside(verb))
    of_suspect = any(one.lemma_.lower() in words("attack.suspects") or one.i in unnamed for one in charged)
    if verb.lemma_.lower() in {"identify", "name"}:
        return expanded(obliques(verb, {"as"})) if of_suspect else []
    return charged if of_attack else [one for one in charged if named_as(one)]


def _aside(verb: Token) -> list[Token]:
    """*Smith appeared in court, charged with murder*: Smith, where the tree takes it for a past tense."""
    bare = not any(child.dep_ in {"nsubj", "nsubj:pass", "obj", "aux"} for child in verb.children)
    return subjects(verb.head) if bare and verb.dep_ == "advcl" else []


def _called(noun: Token) -> Iterator[Token]:
    """*the gunman, Smith*; *Smith, the suspected attacker*; *Smith is the suspect*."""
    yield from expanded([noun])
    if noun.dep_ == "appos":
        yield noun.head
    if any(child.dep_ == "cop" for child in noun.children):
        yield from expanded(subjects(noun))
    if noun.dep_ == "nsubj" and any(child.dep_ == "cop" for child in noun.head.children):
        yield noun.head  # the suspect was Smith
