"""Clusters by union-find with cannot-links, the same whatever the order in which names come."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from eventgraph.resolve.bearer import Bearer
from eventgraph.resolve.blocking import asked_name, candidate_pairs, short_names
from eventgraph.resolve.comparison import Comparison, Reason, compare, load_table
from eventgraph.resolve.likeness import veto

MOST_HOMES = 60  # full names a short name may stand for; beyond that it tells nothing


class Link(NamedTuple):
    """Two bearers' keys, sorted, and how they compare; `why_not` says what kept likely ones apart."""

    one: str
    other: str
    comparison: Comparison
    why_not: str = ""


class Clusters:
    """A partition of bearers; grows by union only, and never joins what is kept apart."""

    def __init__(self, bearers: Sequence[Bearer], apart: Iterable[frozenset[str]]) -> None:
        self.bearers = {bearer.key: bearer for bearer in bearers}
        self.home = {bearer.key: bearer.key for bearer in bearers}
        self.members = {bearer.key: [bearer.key] for bearer in bearers}
        self.apart = set(apart)
        self.judged: set[str] = set()
        self.links: list[Link] = []
        self.against: list[Link] = []

    def cannot(self, one: str, other: str) -> bool:
        """Is it judged, or do the names forbid, that the two bearers are one?"""
        return (
            frozenset((one, other)) in self.apart or veto(self.bearers[one], self.bearers[other]) is not None
        )

    def join(self, link: Link, forced: bool = False) -> None:
        """Unite the clusters of the link's ends, unless two of their members can't be one."""
        one, other = sorted((self.home[link.one], self.home[link.other]))
        if forced:
            self.judged |= {link.one, link.other}
        if one != other:
            rivals = None if forced else self._rivals(one, other)
            if rivals:
                self.against.append(link._replace(why_not=f"{rivals[0]} and {rivals[1]} can't be one"))
                return
            self.members[one] += self.members.pop(other)
            self.home.update(dict.fromkeys(self.members[one], one))
        self.links.append(link)

    def _exclude(self, one: str, other: str) -> bool:
        """Names that people took for one tell nothing of others any more."""
        return frozenset((one, other)) in self.apart or (
            not self.judged & {one, other} and self.cannot(one, other)
        )

    def _rivals(self, one: str, other: str) -> tuple[str, str] | None:
        pairs = ((a, b) for a in sorted(self.members[one]) for b in sorted(self.members[other]))
        found = next((pair for pair in pairs if self._exclude(*pair)), None)
        return found and (self.bearers[found[0]].name, self.bearers[found[1]].name)


def make_link(one: Bearer, other: Bearer, comparison: Comparison) -> Link:
    """The link with its ends sorted."""
    first, second = sorted((one.key, other.key))
    return Link(first, second, comparison)


def cluster(bearers: Sequence[Bearer], judged: Mapping[frozenset[str], bool]) -> Clusters:
    """Cluster bearers. `judged` says of pairs of their keys whether people decided that they are one."""
    clusters = Clusters(bearers, (pair for pair, same in judged.items() if not same))
    for pair in sorted(sorted(pair) for pair, same in judged.items() if same and len(pair) == 2):
        said = Comparison(1.0, (Reason("judgement", 1.0, "are one, as somebody decided"),))
        clusters.join(Link(pair[0], pair[1], said), forced=True)
    _join_full(clusters, bearers)
    _join_same_short(clusters, bearers)
    _join_short(clusters, bearers)
    return clusters


def _join_full(clusters: Clusters, bearers: Sequence[Bearer]) -> None:
    """Full names: the likeliest first; one that fits two which can't be one joins neither."""
    table = load_table()
    links, near = [], defaultdict[str, dict[str, float]](dict)
    for one, other in candidate_pairs(bearers):
        compared = compare(one, other)
        if compared is None:
            continue
        link = make_link(one, other, compared)
        if compared.veto or compared.score < table.merge_at or frozenset(link[:2]) in clusters.apart:
            clusters.against.append(link)
            continue
        links.append(link)
        near[one.key][other.key] = near[other.key][one.key] = compared.score
    for link in sorted(links, key=lambda link: (-link.comparison.score, link.one, link.other)):
        rival = _rival(clusters, near, link.one, link.other) or _rival(clusters, near, link.other, link.one)
        if rival:
            clusters.against.append(link._replace(why_not=f"it could as well be {rival}"))
        else:
            clusters.join(link)


def _rival(clusters: Clusters, near: Mapping[str, Mapping[str, float]], key: str, chosen: str) -> str | None:
    """The name of another bearer that `key` is nearly as like, and that can't be `chosen`."""
    least = near[key][chosen] - load_table().margin
    rivals = (k for k, score in sorted(near[key].items()) if score >= least and k != chosen)
    found = next((k for k in rivals if clusters.cannot(k, chosen)), None)
    return clusters.bearers[found].name if found else None


def _join_same_short(clusters: Clusters, bearers: Sequence[Bearer]) -> None:
    """Bare names in one office: *Pope Francis* of two articles."""
    buckets: defaultdict[tuple[str, str], list[Bearer]] = defaultdict(list)
    for bearer in bearers:
        if bearer.type == "person" and bearer.is_weak:
            for office in sorted({o.title for o in bearer.offices}):
                buckets[bearer.person.key, office].append(bearer)
    for key in sorted(buckets):
        _chain(clusters, buckets[key])


def _chain(clusters: Clusters, bucket: Sequence[Bearer]) -> None:
    """Each with the next that agrees, so that the work is linear."""
    for one, other in pairwise(bucket):
        compared = compare(one, other)
        if compared and compared.score >= load_table().merge_at:
            clusters.join(make_link(one, other, compared))


def _join_short(clusters: Clusters, bearers: Sequence[Bearer]) -> None:
    """Short names: to the one cluster that they fit clearly best."""
    homes: defaultdict[str, list[Bearer]] = defaultdict(list)
    for bearer in bearers:
        for short in short_names(bearer) if not bearer.is_weak else ():
            homes[short].append(bearer)
    for weak in (b for b in bearers if b.is_weak):
        found = [home for home in homes.get(asked_name(weak), ()) if home.type == weak.type]
        if len(found) <= MOST_HOMES:
            _settle(clusters, weak, found)


def _settle(clusters: Clusters, weak: Bearer, homes: Iterable[Bearer]) -> None:
    best: dict[str, Link] = {}
    for home in homes:
        compared = compare(weak, home)
        if compared is None:
            continue
        link = make_link(weak, home, compared)
        if compared.veto or frozenset(link[:2]) in clusters.apart:
            clusters.against.append(link)
            continue
        root = clusters.home[home.key]
        if root not in best or _rank(link) < _rank(best[root]):
            best[root] = link
    _choose(clusters, [best[root] for root in sorted(best, key=lambda root: _rank(best[root]))])


def _choose(clusters: Clusters, ranked: list[Link]) -> None:
    table = load_table()
    if len(ranked) == 1:
        ranked = [_alone(ranked[0])]
    for link in ranked[1:]:
        clusters.against.append(link)
    if ranked and ranked[0].comparison.score < table.merge_at:
        clusters.against.append(ranked[0])
    elif len(ranked) > 1 and ranked[1].comparison.score > ranked[0].comparison.score - table.margin:
        clusters.against.append(ranked[0]._replace(why_not="another full name fits as well"))
    elif ranked:
        clusters.join(ranked[0])


def _rank(link: Link) -> tuple[float, str, str]:
    return -link.comparison.score, link.one, link.other


def _alone(link: Link) -> Link:
    feature = load_table().evidence["only-home"]
    score, reasons, _ = link.comparison
    more = (*reasons, Reason("only-home", feature.weight, feature.says))
    return link._replace(comparison=Comparison(round(min(1.0, score + feature.weight), 3), more))
