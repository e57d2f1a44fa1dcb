"""Can a rule make claims without code, and which arguments must they have?"""

from __future__ import annotations

from collections.abc import Mapping

from eventgraph.errors import PatternError
from eventgraph.extract.engine.rule import MADE_BY_CODE, Rule, claim_types
from eventgraph.extract.modality.cues import Modality

MODALITIES: tuple[Modality, ...] = ("asserted", "planned", "negated", "possible")
# What a claim of a built-in type can't do without, if rules alone make it. Of the other types, what is said
# or held or how many died stands in the text, not in a rule.
NEEDED: Mapping[str, tuple[str, ...]] = {
    "communication": ("from", "to"),
    "visit": ("who", "place"),
    "attack": ("target",),
}
KINDS = ("spoke", "met", "wrote")


def needed(rule: Rule) -> tuple[str, ...]:
    """Return the arguments that every claim of the rule has.

    Of an own type the first two are a relation, which nobody can tell from a claim that has the first and
    the third alone.
    """
    first, *others = rule.type.arguments
    relation = (first, others[0]) if len(others) > 1 else (first,)
    return tuple(dict.fromkeys((*rule.required, *NEEDED.get(rule.type.name, relation))))


def _is_built_in(rule: Rule) -> bool:
    return rule.type.name in claim_types()


def check(rule: Rule) -> None:
    """Raise `PatternError`, with file and line, if the rule can make no claims without code."""
    problem = _problem(rule)
    if problem:
        raise PatternError(f"{rule.source}: rule {rule.name!r}: {problem}")


def _problem(rule: Rule) -> str:
    """What keeps a rule from making claims without code, or ""."""
    type, values = rule.type.name, rule.attributes
    if rule.flags:
        return "only built-in rules have 'flags'; leave them out"
    if "date" in values or values.get("modality", "asserted") not in MODALITIES:
        return f"set no date, and as modality one of {', '.join(MODALITIES)}"
    if type in MADE_BY_CODE or (_is_built_in(rule) and type not in NEEDED):
        return f"claims of type {type!r} need more than rules; declare a type with another name"
    if type == "communication" and values.get("kind") not in KINDS:
        return f"set kind to one of {', '.join(KINDS)}"
    return ""
