"""Is a system's claim a gold claim? One function a type of claim."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from eventgraph.evaluate.gold import GoldArticle, Record
from eventgraph.evaluate.names import words_of
from eventgraph.evaluate.parties import Match, any_matches, ids_in, match_side, matches_if_stated, names_in
from eventgraph.evaluate.spans import locate, overlap, span_of
from eventgraph.evaluate.titles import matches_title

NO_MATCH = Match(False, False)
# A quotation mark, a bracket and a space may stand between the evidence's start and the words said.
SLACK = 3


def match(claim: Record, gold: Record, article: GoldArticle) -> Match:
    """Compare a system's claim with a gold claim of the same type.

    A claim whose evidence isn't in the text matches nothing.
    """
    if span_of(claim, article.text)[0] < 0:
        return NO_MATCH
    core, full = MATCHERS[gold["type"]](claim, gold, article)
    return Match(core, core and full)


def _role(claim: Record, gold: Record, article: GoldArticle) -> Match:
    core = any_matches(claim.get("person"), gold["person"], article)
    core = core and matches_title(claim.get("title") or "", gold["title"], article.known_words)
    stated = (matches_if_stated(claim.get(name), gold[name], article) for name in ("organization", "country"))
    return Match(core, all(stated) and claim.get("status") == gold["status"])


def _communication(claim: Record, gold: Record, article: GoldArticle) -> Match:
    """Who speaks to whom is not asked: the sides may be exchanged."""
    sides = [claim.get("from"), claim.get("to")]
    ways = [
        (match_side(one, gold["from"], article), match_side(other, gold["to"], article))
        for one, other in (sides, sides[::-1])
    ]
    full = any(one.full and other.full for one, other in ways)
    same = claim.get("kind") == gold["kind"] and _is_same_time(claim, gold)
    return Match(any(one.core and other.core for one, other in ways), full and same)


def _visit(claim: Record, gold: Record, article: GoldArticle) -> Match:
    who = match_side(claim.get("who"), gold["who"], article)
    there = any_matches(claim.get("place"), gold["place"], article)
    return Match(who.core and there, who.full and _is_same_time(claim, gold))


def _statement(claim: Record, gold: Record, article: GoldArticle) -> Match:
    """The words said stand in the evidence, or begin alike and the two pieces of evidence overlap."""
    evidence, said = span_of(claim, article.text), locate(article.text, gold["content"])
    opening = " ".join(gold["content"].split()[:4])
    same_words = locate(claim.get("content") or "", opening) >= 0
    inside = evidence[0] - SLACK <= said < evidence[1]
    near = said < 0 or overlap(evidence, span_of(gold, article.text))
    core = any_matches(claim.get("speaker"), gold["speaker"], article) and (inside or (same_words and near))
    return Match(core, same_words)


def _attack(claim: Record, gold: Record, article: GoldArticle) -> Match:
    golds = ids_in(gold["target"]) + ids_in(gold["place"])
    things = _listed(claim.get("target")) + _listed(claim.get("place"))
    core = overlap(span_of(claim, article.text), span_of(gold, article.text))
    core = core and (not golds or any_matches(things, golds, article))
    core = core and (
        not gold["attacker"] or match_side(claim.get("attacker"), gold["attacker"], article).core
    )
    full = gold["attacker"] != [] or not names_in(claim.get("attacker"))
    return Match(core, full and _is_same_time(claim, gold))


def _casualties(claim: Record, gold: Record, article: GoldArticle) -> Match:
    near = overlap(span_of(claim, article.text), span_of(gold, article.text))
    near = near or _share_a_word(claim.get("group"), gold["group"])
    core = near and all(claim.get(name) == gold[name] for name in ("effect", "count"))
    source = matches_if_stated(claim.get("source"), gold["source"], article)
    return Match(core, source and claim.get("bound") == gold["bound"])


MATCHERS: Mapping[str, Callable[[Record, Record, GoldArticle], Match]] = {
    "role": _role,
    "communication": _communication,
    "visit": _visit,
    "statement": _statement,
    "attack": _attack,
    "casualties": _casualties,
}


def _is_same_time(claim: Record, gold: Record) -> bool:
    if gold["date"] is not None and claim.get("date") != gold["date"]:
        return False
    return bool(claim.get("modality") == gold["modality"])


def _share_a_word(group: object, gold: str | None) -> bool:
    return bool({word for name in names_in(group) for word in words_of(name)} & {*words_of(gold or "")})


def _listed(value: object) -> list[object]:
    return value if isinstance(value, list) else [value]
