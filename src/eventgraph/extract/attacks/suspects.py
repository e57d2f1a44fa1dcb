"""Whom an article names for an attack it has told: *Smith was charged with murder*, *the gunman, Smith*."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set

from spacy.tokens import Doc, Token

from eventgraph.annotate.references import Reference
from eventgraph.extract.arguments.inferred import inferred
from eventgraph.extract.arguments.naming import named_as
from eventgraph.extract.arguments.parties import party_of
from eventgraph.extract.attacks.sides import known
from eventgraph.extract.attacks.telling import Telling
from eventgraph.extract.attacks.unnamed import unnamed
from eventgraph.extract.casualties.victims import is_people
from eventgraph.extract.grammar.syntax import expanded, logical_objects, obliques, subjects
from eventgraph.extract.modality import modality
from eventgraph.lexicon import words

WITHOUT_HAND = frozenset(
    {"incite", "plan", "plot", "conspire", "finance", "conceal", "prevent", "investigate"}
)


def with_suspects(doc: Doc, told: Sequence[Telling]) -> list[Telling]:
    """Return the incidents; a suspect goes to the last one before whose attackers are unknown.

    One without a name (*a 25-year-old man was arrested*) goes to one that has no attacker at all, and *the
    gunman* is the only person whom the article names for any.
    """
    found = list(told)
    suspects = [*_suspects(doc, told)]
    for token, who in suspects:
        near = [i for i, one in enumerate(found) if one.trigger.sent.start <= token.i]
        before = [i for i in near if token.pos_ != "VERB" or _is_charged(found[i].trigger, token)]
        _blame(found, before, token, [one for one in who if one.mention.via != "nominal"])
    culprits = {one.entity.id: one for told in found for one in told.attackers if one.entity.type == "person"}
    for token, who in suspects:
        before = [i for i, one in enumerate(found) if _is_before(one.trigger, token) and not one.attackers]
        meant = culprits.values() if len(culprits) == 1 and _is_known(who) else who
        _blame(found, before, token, list(meant))
    return found


def _blame(found: list[Telling], before: Sequence[int], token: Token, who: Sequence[Reference]) -> None:
    at = next((i for i in reversed(before) if _is_open(found[i], token)), None)
    if at is not None:
        found[at] = _joined(found[at], who)


def _is_charged(deed: Token, verb: Token) -> bool:
    """Not what only a clause on the victims tells: *accused of killing two who protested the shooting of*."""
    if deed.i < verb.i or verb not in deed.ancestors:
        return True
    between = (one for one in (deed, *deed.ancestors) if verb in one.ancestors)
    return not any(one.dep_ == "acl:relcl" for one in between)


def _is_before(deed: Token, token: Token) -> bool:
    """Is it told before, or what the verb of a charge is about?"""
    return deed.i < token.i or token == next((one for one in deed.ancestors if one.pos_ == "VERB"), None)


def _is_known(who: Sequence[Reference]) -> bool:
    """*the gunman*, *the alleged shooter*; not *a man*."""
    return all(one.entity.name.lower().split()[-1] in words("attack.suspects") | {"accused"} for one in who)


def _joined(told: Telling, suspects: Sequence[Reference]) -> Telling:
    hit = {one.entity.id for one in told.targets}
    who = {one.entity.id: inferred(one, "named-suspect") for one in suspects if one.entity.id not in hit}
    return told._replace(attackers=tuple(who.values()) or told.attackers)


def _is_open(told: Telling, token: Token) -> bool:
    """Is the attacker unknown, or the one that the token names: *a man who shot … was named as Smith*?"""
    named = {one.i for one in logical_objects(token)} if token.pos_ == "VERB" else set()
    unnamed = {one.head for one in told.attackers if one.mention.via == "nominal"}
    return not known(told.attackers) or not unnamed.isdisjoint(named)


def _suspects(doc: Doc, told: Sequence[Telling]) -> Iterator[tuple[Token, list[Reference]]]:
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
    if modality(verb) != "asserted" or any(one.lemma_.lower() in WITHOUT_HAND for one in verb.subtree):
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
