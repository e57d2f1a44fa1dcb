"""The pairs of names that are least certain, with the evidence of both sides, for people to decide."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from eventgraph.model import Claim
from eventgraph.resolve.bearer import Bearer
from eventgraph.resolve.clusters import Link
from eventgraph.resolve.comparison import load_table
from eventgraph.resolve.judgements import Judgement, Side, Verdict
from eventgraph.resolve.resolver import Resolution

QUOTES = 3


class Pair(NamedTuple):
    """Two names to be judged: how they compare, whether they are one now, and quotes of each."""

    link: Link
    one: Bearer
    other: Bearer
    is_one: bool
    quotes: tuple[tuple[str, ...], tuple[str, ...]]


def uncertain_pairs(resolution: Resolution, judgements: Sequence[Judgement]) -> Iterator[Pair]:
    """Pairs nobody has judged, the nearest to the line between one and two first."""
    line = load_table().merge_at
    decided = {judgement.pair for judgement in judgements}
    links = {link[:2]: link for link in (*resolution.against, *resolution.links) if not link.comparison.veto}
    quotes = _quotes(resolution.claims)
    for link in sorted(links.values(), key=lambda k: (abs(k.comparison.score - line), k.one, k.other)):
        one, other = resolution.bearers[link.one], resolution.bearers[link.other]
        if judge(one, other, "unsure").pair not in decided:
            is_one = resolution.entities[one.key].id == resolution.entities[other.key].id
            yield Pair(link, one, other, is_one, (_of(one, quotes), _of(other, quotes)))


def judge(one: Bearer, other: Bearer, verdict: Verdict) -> Judgement:
    """The judgement on two bearers; names that several bear are told by their first article."""
    return Judgement(verdict, one.type, _side(one, other), _side(other, one))


def _side(bearer: Bearer, other: Bearer) -> Side:
    local = " @" in bearer.key or bearer.name == other.name or " #" in bearer.key
    return Side(bearer.name, min(bearer.articles) if local else None)


def _quotes(claims: Sequence[Claim]) -> Mapping[tuple[str, str], list[str]]:
    """Quotes by article and local id of who is in them."""
    found: dict[tuple[str, str], list[str]] = {}
    for claim in claims:
        for name, entities in claim.arguments.items():
            for entity in claim.unresolved.get(name, entities):
                found.setdefault((claim.article, entity.id), []).append(claim.evidence.quote)
    return found


def _of(bearer: Bearer, quotes: Mapping[tuple[str, str], list[str]]) -> tuple[str, ...]:
    said = (f"[{p.article}] {' '.join(q.split())}" for p in bearer.members for q in quotes.get(p.place, ()))
    return tuple(dict.fromkeys(said))[:QUOTES]
