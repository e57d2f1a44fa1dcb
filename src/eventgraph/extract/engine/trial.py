"""Why a rule made a claim or none: for those who write rules."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from spacy.tokens import Doc, Token

from eventgraph.extract.engine.matcher import Match, Miss
from eventgraph.extract.engine.patterned import usable
from eventgraph.extract.engine.ready import needed
from eventgraph.extract.engine.rule import MADE_BY_CODE, Rule
from eventgraph.model import Claim


class Trial(NamedTuple):
    """A rule whose trigger stands in the text: what each path finds, and its claim or why there is none."""

    rule: Rule
    trigger: Token
    found: dict[str, tuple[Token, ...]]
    claims: tuple[Claim, ...]
    reason: str


def try_rules(doc: Doc, rules: Iterable[Rule], claims: Sequence[Claim]) -> Iterator[Trial]:
    """Yield every rule at every trigger, in the order of the text; `claims` is what came out of `doc`."""
    rules = tuple(rules)
    for token in doc:
        for rule in rules:
            if rule.trigger(token):
                yield _try(rule, token, claims)


def why_none(attempt: Match | Miss) -> str:
    """Return in a few words why this made no claim."""
    if isinstance(attempt, Miss):
        required = [name for name in attempt.missing if name in attempt.rule.required]
        return f"no {' and no '.join(required or attempt.missing)}"
    rule = attempt.rule
    if rule.type.name not in MADE_BY_CODE:
        for name in needed(rule):
            tokens = attempt.arguments.get(name, ())
            if not usable(name, tokens):
                words = ", ".join(token.text for token in tokens)
                return f"{name} ({words}) names nobody and nothing known" if tokens else f"no {name}"
    return "left out by the extractor, or another rule told it"


def _try(rule: Rule, token: Token, claims: Sequence[Claim]) -> Trial:
    found = {name: tuple(path(token)) for name, path in rule.arguments.items()}
    made = tuple(claim for claim in claims if _made(claim, rule, token))
    return Trial(rule, token, found, made, "" if made else _blocked(rule, token) or _why(rule, token, found))


def _blocked(rule: Rule, token: Token) -> str:
    for word, tests, wanted in (("unless", rule.exclusions, False), ("if", rule.conditions, True)):
        for test in tests:
            if test.holds(token) is not wanted:
                return f"{word} {test.text!r} {'does not hold' if wanted else 'holds'}"
    return ""


def _why(rule: Rule, token: Token, found: dict[str, tuple[Token, ...]]) -> str:
    given = {name: tokens for name, tokens in found.items() if tokens}
    missing = tuple(name for name in rule.required if name not in given) if given else tuple(rule.arguments)
    return why_none(Miss(rule, token, missing) if missing else Match(rule, token, given))


def _made(claim: Claim, rule: Rule, token: Token) -> bool:
    """Claims of casualties are named for the effect that the rule sets."""
    names = {rule.name, rule.attributes.get("effect")}
    named = claim.type == rule.makes and claim.extractor.partition("/")[2] in names
    return named and claim.evidence.start <= token.idx < claim.evidence.end
