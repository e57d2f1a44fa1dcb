"""Claims by rules alone: of types that a YAML file declares, and rules of users for some built-in types.

An argument called `place`, or `something_place`, takes places; any other persons, bodies, countries and
groups. Date and modality are those of the trigger. A claim needs what its rule requires, its type's first
argument (and the second, if there is a third), and somebody with a name; nobody is on two sides of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from spacy.tokens import Doc, Token

from eventgraph.annotate.references import Reference
from eventgraph.extract.arguments.parties import parties
from eventgraph.extract.arguments.places import places
from eventgraph.extract.arguments.timing import date_of
from eventgraph.extract.claims import make_claim
from eventgraph.extract.engine.matcher import Match, Matcher
from eventgraph.extract.engine.ready import MODALITIES, check, needed
from eventgraph.extract.engine.rule import Rule
from eventgraph.extract.engine.rules import load_rules, own_files
from eventgraph.extract.modality import modality
from eventgraph.extract.modality.cues import Modality, combine, is_negated
from eventgraph.model import Claim, Value
from eventgraph.model.claim import takes_places


class Source(NamedTuple):
    """A YAML file; `changed` (nanoseconds) makes an edited file another one."""

    path: Path
    changed: int


class Patterned:
    """The extractor of all rules that come from packages and users."""

    name = "patterned"

    def __init__(self, rules: Sequence[Rule]) -> None:
        for rule in rules:
            check(rule)
        self.rules = frozenset(rule.id for rule in rules)
        self._matcher = Matcher(rules)

    def __call__(self, doc: Doc) -> Iterator[Claim]:
        """Yield at most one claim of each type for each trigger: that of the first rule that gives one."""
        done: set[tuple[str, int]] = set()
        for match in self._matcher.matches(doc):
            key = (match.rule.type.name, match.trigger.i)
            if key in done or not match.trigger._.prose:
                continue
            claim = _claim(match)
            if claim:
                done.add(key)
                yield claim


def own_sources(folder: Path | None = None) -> tuple[Source, ...]:
    """Return the files of installed packages and of a user's folder. Raises `PatternError` as `own_files`."""
    return tuple(Source(path, path.stat().st_mtime_ns if path.exists() else 0) for path in own_files(folder))


@cache
def load_patterned(sources: tuple[Source, ...]) -> Patterned | None:
    """Return the extractor that reads these files, None if there are none. Raises `PatternError`."""
    return Patterned(load_rules(source.path for source in sources)) if sources else None


def usable(name: str, tokens: Sequence[Token]) -> list[Reference]:
    """Return what the tokens found for an argument refer to, if it can fill the argument."""
    return places(tokens) if takes_places(name) else parties(tokens)


def _claim(match: Match) -> Claim | None:
    arguments = _arguments(match)
    if not all(arguments[name] for name in needed(match.rule)) or not _has_name(arguments):
        return None
    return make_claim(match.trigger, match.rule.type.name, arguments, _attributes(match), match.rule.id)


def _arguments(match: Match) -> dict[str, list[Reference]]:
    found: dict[str, list[Reference]] = {}
    seen: set[str] = set()
    for name, number in match.rule.type.arguments.items():
        here = [one for one in usable(name, match.arguments.get(name, ())) if one.entity.id not in seen]
        found[name] = here[:1] if number == "one" else here
        seen.update(one.entity.id for one in found[name])
    return found


def _has_name(arguments: Mapping[str, Sequence[Reference]]) -> bool:
    return any(one.entity.type != "group" for found in arguments.values() for one in found)


def _attributes(match: Match) -> dict[str, Value]:
    """What the rule sets; the modality it sets is that of *vowed to sanction*, and can be denied in turn."""
    own = match.attributes
    outer: Modality = next((one for one in MODALITIES if one == own.get("modality")), "asserted")
    return {**own, "date": date_of(match.trigger), "modality": combine(_modality(match), outer)}


def _modality(match: Match) -> Modality:
    """*imposed no sanctions*: what a rule asks to stand with its trigger is denied with it."""
    found = modality(match.trigger)
    asked = (
        token for test in match.rule.conditions for token in test.path(match.trigger) if test.condition(token)
    )
    return "negated" if any(is_negated(token) for token in asked if token.i != match.trigger.i) else found
