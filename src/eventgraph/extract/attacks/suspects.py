"""Whom an article names for an attack it has told: *Smith was charged with murder*, *the gunman, Smith*."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc, Token

from eventgraph.annotate.references import Reference
from eventgraph.extract.arguments.inferred import inferred
from eventgraph.extract.attacks.sides import known
from eventgraph.extract.attacks.suspected import find_suspects
from eventgraph.extract.attacks.telling import Telling
from eventgraph.extract.grammar.syntax import logical_objects
from eventgraph.lexicon import words


def with_suspects(doc: Doc, told: Sequence[Telling]) -> list[Telling]:
    """Return the incidents; a suspect goes to the last one before whose attackers are unknown.

    One without a name (*a 25-year-old man was arrested*) goes to one that has no attacker at all, and *the
    gunman* is the only person whom the article names for any.
    """
    found = list(told)
    suspects = [*find_suspects(doc, told)]
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
