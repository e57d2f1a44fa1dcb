"""What a cluster is called: its canonical name, and an id that is a pure function of the corpus."""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from eventgraph.lexicon import find_country, find_organization
from eventgraph.model import Entity
from eventgraph.model.slug import slug
from eventgraph.resolve.bearer import Bearer

WIKIDATA = "http://www.wikidata.org/entity/"
MARK = 8  # hexadecimal digits that tell homonyms apart


def make_entities(
    groups: Iterable[Sequence[Bearer]], known_as: Mapping[str, tuple[str, ...]]
) -> dict[str, Entity]:
    """The entity of every bearer, by the bearer's key. `known_as` gives IRIs elsewhere by bearer's key.

    Of several clusters of one name the best attested has the plain id; the others get a mark from the hash
    of their earliest evidence. What has no name but in one article has the article's mark.
    """
    by_id: defaultdict[str, list[Sequence[Bearer]]] = defaultdict(list)
    for group in groups:
        by_id[_plain_id(group)].append(group)
    return {
        bearer.key: entity
        for id in sorted(by_id)
        for rank, group in enumerate(sorted(by_id[id], key=_attestation))
        for entity in [_entity(group, id if rank == 0 else f"{id}-{_mark(group)}", known_as)]
        for bearer in group
    }


def _entity(group: Sequence[Bearer], id: str, known_as: Mapping[str, tuple[str, ...]]) -> Entity:
    names = sorted({name for bearer in group for name in bearer.names})
    links = {link for b in group for p in b.members for link in p.entity.same_as}
    land = find_country(group[0].name) if group[0].type == "country" else None
    links |= {WIKIDATA + land.qid} if land and land.qid else set()
    links |= {link for bearer in group for link in known_as.get(bearer.key, ())}
    return Entity(id, canonical_name(group), group[0].type, tuple(names), tuple(sorted(links)))


def canonical_name(group: Sequence[Bearer]) -> str:
    """The lexicon's name of a body; else, of full names, the one most articles use, then the first."""
    full = [b for b in group if not b.is_weak] or list(group)
    for bearer in sorted(full, key=lambda b: b.key):
        known = bearer.name_key.partition(" =")[2] if bearer.type == "organization" else ""
        if known and find_organization(known):
            return known
    articles = Counter(profile.entity.name for bearer in full for profile in bearer.members)
    return min(articles, key=lambda name: (-articles[name], name))


def _plain_id(group: Sequence[Bearer]) -> str:
    """Only an article's own name has its mark: one that no other article could mean by it."""
    id = f"{group[0].type}/{slug(canonical_name(group))}"
    local = len(group) == 1 and " @" in group[0].name_key
    return f"{id}-{slug(group[0].members[0].article)}" if local else id


def _attestation(group: Sequence[Bearer]) -> tuple[int, list[tuple[str, int, str]]]:
    return -len({a for bearer in group for a in bearer.articles}), [_earliest(group)]


def _earliest(group: Sequence[Bearer]) -> tuple[str, int, str]:
    return min((p.article, p.start, p.entity.id) for bearer in group for p in bearer.members)


def _mark(group: Sequence[Bearer]) -> str:
    article, start, id = _earliest(group)
    return hashlib.sha256(f"{article} {start} {id}".encode("utf-8", "surrogatepass")).hexdigest()[:MARK]
