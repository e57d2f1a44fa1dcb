"""Is a system's claim a gold claim? One function a type of claim."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from eventgraph.evaluate.gold import GoldArticle, Record
from eventgraph.evaluate.names import words_of
from eventgraph.evaluate.parties import any_matches, ids_in, match_side, matches_if_stated, names_in
from eventgraph.evaluate.spans import locate, overlap, span_of
from eventgraph.evaluate.titles import matches_title

# A quotation mark, a bracket and a space may stand between the evidence's start and the words said.
SLACK = 3


class Match(NamedTuple):
    """`core`: the arguments are right; `faults`: the attributes, or `parties`, that are not."""

    core: bool
    faults: tuple[str, ...] = ()

    @property
    def full(self) -> bool:
        """Are arguments and attributes right?"""
        return self.core and not self.faults


# Whether the arguments are right, and which attributes are.
Comparison = tuple[bool, Mapping[str, bool]]
NO_MATCH = Match(False)


def match(claim: Record, gold: Record, article: GoldArticle) -> Match:
    """Compare a system's claim with a gold claim of the same type.

    A claim whose evidence isn't in the text matches nothing.
    """
    if span_of(claim, article.text)[0] < 0:
        return NO_MATCH
    core, attributes = MATCHERS[gold["type"]](claim, gold, article)
    return Match(True, tuple(name for name, right in attributes.items() if not right)) if core else NO_MATCH


def _role(claim: Record, gold: Record, article: GoldArticle) -> Comparison:
    core = any_matches(claim.get("person"), gold["person"], article)
    core = core and matches_title(claim.get("title") or "", gold["title"], article.known_words)
    bodies = ("organization", "country")
    stated = {name: matches_if_stated(claim.get(name), gold[name], article) for name in bodies}
    return core, {**stated, "status": claim.get("status") == gold["status"]}


def _communication(claim: Record, gold: Record, article: GoldArticle) -> Comparison:
    """Who speaks to whom is not asked: the sides may be exchanged."""
    sides = [claim.get("from"), claim.get("to")]
    ways = [
        (match_side(one, gold["from"], article), match_side(other, gold["to"], article))
        for one, other in (sides, sides[::-1])
    ]
    parties = any(one.exact and other.exact for one, other in ways)
    same = {"parties": parties, "kind": claim.get("kind") == gold["kind"], **_when(claim, gold)}
    return any(one.near and other.near for one, other in ways), same


def _visit(claim: Record, gold: Record, article: GoldArticle) -> Comparison:
    who = match_side(claim.get("who"), gold["who"], article)
    there = any_matches(claim.get("place"), gold["place"], article)
    return who.near and there, {"parties": who.exact, **_when(claim, gold)}


def _statement(claim: Record, gold: Record, article: GoldArticle) -> Comparison:
    """The words said stand in the evidence, or begin alike and the two pieces of evidence overlap."""
    evidence, said = span_of(claim, article.text), locate(article.text, gold["content"])
    opening = " ".join(gold["content"].split()[:4])
    same_words = locate(claim.get("content") or "", opening) >= 0
    inside = evidence[0] - SLACK <= said < evidence[1]
    near = said < 0 or overlap(evidence, span_of(gold, article.text))
    core = any_matches(claim.get("speaker"), gold["speaker"], article) and (inside or (same_words and near))
    return core, {"content": same_words}


def _attack(claim: Record, gold: Record, article: GoldArticle) -> Comparison:
    golds = ids_in(gold["target"]) + ids_in(gold["place"])
    things = _listed(claim.get("target")) + _listed(claim.get("place"))
    core = overlap(span_of(claim, article.text), span_of(gold, article.text))
    core = core and (not golds or any_matches(things, golds, article))
    core = core and (
        not gold["attacker"] or match_side(claim.get("attacker"), gold["attacker"], article).near
    )
    unknown = gold["attacker"] != [] or not names_in(claim.get("attacker"))
    return core, {"attacker": unknown, **_when(claim, gold)}


def _casualties(claim: Record, gold: Record, article: GoldArticle) -> Comparison:
    near = overlap(span_of(claim, article.text), span_of(gold, article.text))
    near = near or _share_a_word(claim.get("group"), gold["group"])
    core = near and all(claim.get(name) == gold[name] for name in ("effect", "count"))
    source = matches_if_stated(claim.get("source"), gold["source"], article)
    return core, {"source": source, "bound": claim.get("bound") == gold["bound"]}


MATCHERS: Mapping[str, Callable[[Record, Record, GoldArticle], Comparison]] = {
    "role": _role,
    "communication": _communication,
    "visit": _visit,
    "statement": _statement,
    "attack": _attack,
    "casualties": _casualties,
}


def _when(claim: Record, gold: Record) -> dict[str, bool]:
    dated = gold["date"] is None or claim.get("date") == gold["date"]
    return {"date": dated, "modality": claim.get("modality") == gold["modality"]}


def _share_a_word(group: object, gold: str | None) -> bool:
    return bool({word for name in names_in(group) for word in words_of(name)} & {*words_of(gold or "")})


def _listed(value: object) -> list[object]:
    return value if isinstance(value, list) else [value]
