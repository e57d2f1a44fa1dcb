"""Whom an article names for an attack it has told: *Smith was charged with murder*, *the gunman, Smith*."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set

from spacy.tokens import Doc, Token

from eventgraph.annotate.references import Reference
from eventgraph.extract.arguments.parties import party_of
from eventgraph.extract.attacks.incidents import known
from eventgraph.extract.attacks.targets import inferred
from eventgraph.extract.attacks.telling import Telling
from eventgraph.extract.grammar.syntax import expanded, logical_objects, obliques, subjects
from eventgraph.extract.modality import modality
from eventgraph.lexicon import words

WITHOUT_HAND = frozenset(
    {"incite", "plan", "plot", "conspire", "finance", "conceal", "prevent", "investigate"}
)


def with_suspects(doc: Doc, told: Sequence[Telling]) -> list[Telling]:
    """Return the incidents; a suspect goes to the last one before whose attackers are unknown."""
    found = list(told)
    for token, suspect in _suspects(doc, told):
        before = [i for i, one in enumerate(found) if one.trigger.sent.start <= token.i]
        at = next((i for i in reversed(before) if _is_open(found[i], token)), None)
        if at is not None and suspect.entity.id not in {one.entity.id for one in found[at].targets}:
            found[at] = found[at]._replace(attackers=(inferred(suspect, "named-suspect"),))
    return found


def _is_open(told: Telling, token: Token) -> bool:
    """Is the attacker unknown, or the one that the token names: *a man who shot … was named as Smith*?"""
    named = {one.i for one in logical_objects(token)} if token.pos_ == "VERB" else set()
    unnamed = {one.head for one in told.attackers if one.mention.via == "nominal"}
    return not known(told.attackers) or not unnamed.isdisjoint(named)


def _suspects(doc: Doc, told: Sequence[Telling]) -> Iterator[tuple[Token, Reference]]:
    """Named persons and bodies, each with the word that makes them a suspect."""
    unnamed = {
        attacker.head for one in told for attacker in one.attackers if attacker.mention.via == "nominal"
    }
    for token in doc:
        word = token.lemma_.lower()
        heads = _accused(token, unnamed) if word in words("attack.accuse") else []
        if word in words("attack.confess") and token.pos_ == "VERB":
            heads = _confessed(token)
        if word in words("attack.suspects") and token.pos_ in {"NOUN", "PROPN"}:
            heads = [*_called(token)]
        for head in heads:
            found = party_of(head)
            if found and found.mention.via != "nominal":
                yield token, found


def _confessed(verb: Token) -> list[Token]:
    """*pleaded guilty to the murder of*, *is serving life for the bombing of*."""
    if modality(verb) != "asserted":
        return []
    of = [child for child in verb.rights if child.dep_ in {"obj", "obl", "xcomp", "advcl"}]
    deeds = (one for child in of for one in (child, *child.rights))
    told = any(one.lemma_.lower() in words("attack.events") | words("attack.patient") for one in deeds)
    return expanded(subjects(verb)) if told else []


def _accused(verb: Token, unnamed: Set[int]) -> list[Token]:
    """*was charged with murder*, *was arrested over the attack*; *was identified as Smith*."""
    if verb.pos_ != "VERB" or modality(verb) != "asserted":
        return []
    if any(one.lemma_.lower() in WITHOUT_HAND for one in verb.subtree):
        return []
    crimes = words("attack.events") | words("attack.patient") | {"terrorism"}
    of_attack = any(one.lemma_.lower() in crimes and one.i > verb.i for one in verb.subtree)
    of_suspect = any(
        one.lemma_.lower() in words("attack.suspects") or one.i in unnamed
        for one in expanded(logical_objects(verb))
    )
    if verb.lemma_.lower() in {"identify", "name"}:
        return expanded(obliques(verb, {"as"})) if of_suspect else []
    return expanded(logical_objects(verb)) if of_attack else []


def _called(noun: Token) -> Iterator[Token]:
    """*the gunman, Smith*; *Smith, the suspected attacker*; *Smith is the suspect*."""
    yield noun
    if noun.dep_ == "appos":
        yield noun.head
    if any(child.dep_ == "cop" for child in noun.children):
        yield from expanded(subjects(noun))
