"""Why names are one, or are not: what a resolution has to say of an entity."""

from __future__ import annotations

from collections.abc import Iterator

from eventgraph.model import Entity
from eventgraph.resolve.bearer import Bearer
from eventgraph.resolve.clusters import Link
from eventgraph.resolve.resolver import Resolution

MOST = 10  # names and articles shown of each
LIKELY = 0.3  # score from which a pair that stayed apart is worth showing


def find_entities(resolution: Resolution, asked: str, base: str = "") -> list[Entity]:
    """The entities of that name (whatever the case), id or IRI below `base`, sorted by id."""
    id, name = asked.removeprefix(base), asked.casefold()
    known = {entity.id: entity for entity in resolution.entities.values()}
    return [
        known[each]
        for each in sorted(known)
        if each == id or name in {n.casefold() for n in (known[each].name, *known[each].names)}
    ]


def explain(resolution: Resolution, entity: Entity) -> Iterator[str]:
    """Lines: the entity, its names with their articles, why they are one, and what speaks against."""
    keys = [key for key, found in resolution.entities.items() if found.id == entity.id]
    yield f"{entity.name} ({entity.type}, {entity.id})"
    yield from (f"  also known as {link}" for link in entity.same_as)
    yield "names"
    yield from _names([resolution.bearers[key] for key in keys])
    yield "why they are one"
    links = [link for link in resolution.links if link.one in keys]
    yield from (line for link in links for line in _link(resolution, link))
    if not links:
        yield "  it has one name only" if len(keys) == 1 else "  the names are equal"
    against = [link for link in resolution.against if keys_apart(resolution, link, keys)]
    if against:
        yield "what stayed apart, or speaks against"
        likely = sorted(against, key=lambda link: (-link.comparison.score, link.one, link.other))
        yield from (line for link in likely[:MOST] for line in _link(resolution, link))


def keys_apart(resolution: Resolution, link: Link, keys: list[str]) -> bool:
    """Does the link compare one of `keys` with another name, and was that likely or forbidden?"""
    return bool({link.one, link.other} & {*keys}) and (
        link.comparison.veto or bool(link.why_not) or link.comparison.score >= LIKELY
    )


def describe(bearer: Bearer) -> str:
    """The name and, if it is not all who bear it, the articles."""
    articles = sorted(bearer.articles)
    shown = ", ".join(articles[:3]) + (f" and {len(articles) - 3} more" if len(articles) > 3 else "")
    return f"{bearer.name} [{shown}]"


def _names(bearers: list[Bearer]) -> Iterator[str]:
    for bearer in bearers:
        by_name: dict[str, set[str]] = {}
        for profile in bearer.members:
            for name in profile.names:
                by_name.setdefault(name, set()).add(profile.article)
        for name, articles in sorted(by_name.items(), key=lambda item: (-len(item[1]), item[0])):
            shown = ", ".join(sorted(articles)[:MOST])
            more = f" and {len(articles) - MOST} more" if len(articles) > MOST else ""
            yield f"  {name}: {shown}{more}"


def _link(resolution: Resolution, link: Link) -> Iterator[str]:
    one, other = (describe(resolution.bearers[key]) for key in (link.one, link.other))
    score = "never" if link.comparison.veto else f"{link.comparison.score:.2f}"
    yield f"  {score}  {one} and {other}"
    for reason in link.comparison.reasons:
        weight = "" if link.comparison.veto else f"{reason.weight:+.2f} "
        yield f"        {weight}{reason.says}"
    if link.why_not:
        yield f"        but {link.why_not}"
