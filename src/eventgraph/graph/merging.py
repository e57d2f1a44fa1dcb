"""Claims of one fact brought together, whatever they leave out or tell otherwise.

*They met in May* and *they met on 11 May* are one meeting if there was only one in that May. What
sources tell otherwise (planned here, done there) is decided for the fact by a rule; every claim keeps what it
says in `said`.
A denial is a fact of its own beside what it denies: neither is evidence of the other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files

import msgspec
import yaml

from eventgraph.model import Claim, Entity, Mention, Value
from eventgraph.model.slug import slug
from eventgraph.scale.rows import SortedRows

Part = tuple[str, ...] | str | None
Key = tuple[Part, ...]
# A change of office ends in what was told last; of what one day tells, what asserts least counts.
STATUSES = ("former", "elect", "acting", "current")
DENIED = "negated"
MODALITIES = ("asserted", "planned", "possible", DENIED)


class Rule(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How claims of one type are brought together; see `merging.yml`."""

    exact: tuple[str | tuple[str, ...], ...]
    loose: tuple[str, ...]
    decided: str


@cache
def load_rules() -> dict[str, Rule]:
    """The rules by type of claim."""
    text = files(__package__).joinpath("merging.yml").read_text("utf-8")
    return msgspec.convert(yaml.safe_load(text), dict[str, Rule])


def merge_facts(claims: Sequence[Claim], published: Mapping[str, str | None]) -> tuple[Claim, ...]:
    """The claims with what identifies their fact made equal, in their order.

    Claims are resolved; `published` gives the articles' dates. A fact without a date stays in its article.
    """
    groups: defaultdict[Key, list[int]] = defaultdict(list)
    for i, claim in enumerate(claims):
        if parties := _exact(claim):
            groups[parties].append(i)
    merged = list(claims)
    for places in groups.values():
        for i, claim in zip(places, _merge([claims[i] for i in places], published), strict=True):
            merged[i] = claim
    return tuple(merged)


def stream_merged(claims: Iterable[Claim], published: Mapping[str, str | None]) -> Iterator[Claim]:
    """Yield what `merge_facts` returns, fact by fact; in memory are the claims of some parties at a time."""
    with SortedRows(3) as rows:
        for number, claim in enumerate(claims):
            if parties := _exact(claim):
                rows.add([(repr(parties), number, msgspec.msgpack.encode(claim))])
            else:
                yield claim
        decoder = msgspec.msgpack.Decoder(Claim)
        for _, same in rows.groups():
            yield from _merge([decoder.decode(body) for *_, body in same], published)


def _merge(claims: Sequence[Claim], published: Mapping[str, str | None]) -> list[Claim]:
    """Claims of one type and the same exact parts, merged, in their order."""
    rule, merged = load_rules()[claims[0].type], list(claims)
    for places in _facts(claims, rule):
        for i, claim in zip(places, _unify([claims[i] for i in places], rule, published), strict=True):
            merged[i] = claim
    return merged


def _exact(claim: Claim) -> Key | None:
    """The type and the exact parts; None if nobody takes part, or such claims are not merged."""
    rule = load_rules().get(claim.type)
    if rule is None:
        return None
    parts = [_part(claim, (name,) if isinstance(name, str) else name) for name in rule.exact]
    denied = DENIED if claim.attributes.get("modality") == DENIED else None
    return (claim.type, denied, *parts) if any(isinstance(part, tuple) for part in parts) else None


def _part(claim: Claim, names: Iterable[str]) -> Part:
    names = tuple(names)
    entities = tuple(sorted({e.id for name in names for e in claim.arguments.get(name, ())}))
    value = claim.attributes.get(names[0])
    return entities or (slug(str(value)) if value is not None else None)


def _facts(claims: Sequence[Claim], rule: Rule) -> list[list[int]]:
    """Which claims (by place) are one fact: each that tells less goes to the only one that tells more."""
    by_told: defaultdict[Key, list[int]] = defaultdict(list)
    for i, claim in enumerate(claims):
        by_told[_told(claim, rule)].append(i)
    near = _near(by_told, claims)
    home = {told: _fuller(told, near(told), by_told, claims) for told in by_told}
    facts: defaultdict[Key, list[int]] = defaultdict(list)
    for told, places in by_told.items():
        facts[home[told]] += places
    return [sorted(facts[told]) for told in sorted(facts, key=repr)]


def _near(by_told: Mapping[Key, Sequence[int]], claims: Sequence[Claim]) -> Callable[[Key], Iterable[Key]]:
    """Gives the keys that may tell more than another: of what has no date, those of its article."""
    in_article: defaultdict[str, dict[Key, None]] = defaultdict(dict)
    for told, places in by_told.items():
        for i in places:
            in_article[claims[i].article][told] = None
    dated = [told for told in by_told if told[-1] is None]
    return lambda told: dated if told[-1] is None else in_article[str(told[-1])]


def _told(claim: Claim, rule: Rule) -> Key:
    """The loose parts; what has no date is told apart by its article."""
    parts = tuple(_part(claim, (name,)) for name in rule.loose)
    return (*parts, claim.article if "date" in rule.loose and claim.attributes.get("date") is None else None)


def _fuller(
    told: Key, near: Iterable[Key], known: Mapping[Key, Sequence[int]], claims: Sequence[Claim]
) -> Key:
    """The one key that tells all of `told` and more, and that none tells more than; else `told` itself."""
    if None not in told[:-1] and all(len(str(part)) >= len("2021-05-11") for part in told[:1]):
        return told
    fuller = [each for each in near if each != told and _tells(each, told, known[each], claims)]
    most = [e for e in fuller if not any(_tells(f, e, known[f], claims) for f in fuller if f != e)]
    return most[0] if len(most) == 1 else told


def _tells(more: Key, less: Key, places: Sequence[int], claims: Sequence[Claim]) -> bool:
    """Does one key tell at least what the other tells? Without a date, only within one article."""
    article = less[-1]
    if article is not None and all(claims[i].article != article for i in places):
        return False
    return all(
        b is None or a == b or (isinstance(a, str) and isinstance(b, str) and _is_finer(a, b))
        for a, b in zip(more[:-1], less[:-1], strict=True)
    )


def _is_finer(date: str, other: str) -> bool:
    return len(date) > len(other) and date.startswith(f"{other}-") and date[:4].isdigit()


def _unify(claims: Sequence[Claim], rule: Rule, published: Mapping[str, str | None]) -> list[Claim]:
    """The claims with one value for each loose and decided part."""
    arguments = {name: max((c.arguments.get(name, ()) for c in claims), key=_rank) for name in rule.loose}
    values: dict[str, Value] = {
        name: max((c.attributes.get(name) for c in claims), key=lambda v: (len(str(v or "")), str(v or "")))
        for name in rule.loose
    }
    decide = _decide_status if rule.decided == "status" else _decide_modality
    values[rule.decided] = decide(claims, published)
    return [_fill(claim, arguments, values) for claim in claims]


def _rank(entities: tuple[Entity, ...]) -> tuple[int, list[str]]:
    return len(entities), [entity.id for entity in entities]


def _decide_modality(claims: Sequence[Claim], published: Mapping[str, str | None]) -> Value:
    """Asserted if any source says so; what was planned or possible elsewhere has come about."""
    said = {str(claim.attributes.get("modality")) for claim in claims} & {*MODALITIES}
    return min(said, key=MODALITIES.index, default=None)


def _decide_status(claims: Sequence[Claim], published: Mapping[str, str | None]) -> Value:
    """What the latest articles tell."""
    dated = [(published.get(c.article) or "", str(c.attributes.get("status"))) for c in claims]
    last = max(date for date, _ in dated)
    told = {status for date, status in dated if date == last and status in STATUSES}
    return min(told, key=STATUSES.index, default=None)


def _fill(claim: Claim, arguments: Mapping[str, tuple[Entity, ...]], values: Mapping[str, Value]) -> Claim:
    added = {name: found for name, found in arguments.items() if found and not claim.arguments.get(name)}
    told = {name: value for name, value in values.items() if value is not None}
    otherwise = {
        name: claim.attributes.get(name) for name, v in told.items() if claim.attributes.get(name) != v
    }
    if not added and not otherwise:
        return claim
    mentions: dict[str, tuple[Mention, ...]] = {**dict.fromkeys(added, ()), **claim.mentions}
    return msgspec.structs.replace(
        claim,
        arguments={**claim.arguments, **added},
        attributes={**claim.attributes, **told},
        mentions=mentions,
        said=otherwise,
    )
