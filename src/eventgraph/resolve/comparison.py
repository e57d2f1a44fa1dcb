"""Two names compared: a score, its reasons, or a veto."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from typing import NamedTuple

import msgspec

from eventgraph.lexicon import country_by_code
from eventgraph.resolve.bearer import Bearer
from eventgraph.resolve.data import load_data
from eventgraph.resolve.likeness import Found, likeness, veto
from eventgraph.resolve.occupation import exclude

FEW = 3  # companions shown


class Feature(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A line of `features.yml`."""

    says: str
    weight: float = 0.0


class Table(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`features.yml`."""

    merge_at: float
    margin: float
    likeness: dict[str, Feature]
    evidence: dict[str, Feature]
    vetoes: dict[str, Feature]


class Reason(NamedTuple):
    """A feature that applied, its weight (0 for a veto) and what it says of the two."""

    feature: str
    weight: float
    says: str


class Comparison(NamedTuple):
    """`score` from 0 to 1; with a veto it is 0. The reasons come in the order of the table."""

    score: float
    reasons: tuple[Reason, ...]
    veto: bool = False


@cache
def load_table() -> Table:
    """The features, their weights and their words."""
    return msgspec.convert(load_data("features"), Table)


def compare(one: Bearer, other: Bearer) -> Comparison | None:
    """What speaks for and against the two being one; None if their names have nothing in common."""
    table = load_table()
    alike = likeness(one, other)
    if alike is None:
        return None
    forbidden = veto(one, other)
    if forbidden:
        return Comparison(0.0, (_reason(table.vetoes, forbidden),), veto=True)
    reasons = [
        _reason(table.likeness, alike),
        *(_reason(table.evidence, f) for f in find_evidence(one, other)),
    ]
    return Comparison(round(min(1.0, max(0.0, sum(r.weight for r in reasons))), 3), tuple(reasons))


def find_evidence(one: Bearer, other: Bearer) -> Iterator[Found]:
    """What besides the names speaks for or against."""
    for feature, find in EVIDENCE.items():
        detail = find(one, other)
        if detail is not None:
            yield Found(feature, detail)


def _reason(features: dict[str, Feature], found: Found) -> Reason:
    feature = features[found.feature]
    return Reason(found.feature, feature.weight, feature.says.replace("{}", found.detail))


def _same_office(one: Bearer, other: Bearer) -> str | None:
    """The title and the country or the body are the same."""
    shared = sorted(
        a.title
        for a in one.offices
        for b in other.offices
        if a.title == b.title
        and (
            (a.country and a.country == b.country) or (a.body and a.body == b.body and a.country == b.country)
        )
    )
    return shared[0].replace("-", " ") if shared else None


def _same_title(one: Bearer, other: Bearer) -> str | None:
    if _same_office(one, other) is not None:
        return None
    shared = sorted({o.title for o in one.offices} & {o.title for o in other.offices})
    return shared[0].replace("-", " ") if shared else None


def _lands(bearer: Bearer) -> frozenset[str]:
    return bearer.lands or (bearer.homes if bearer.type == "organization" else frozenset())


def _same_country(one: Bearer, other: Bearer) -> str | None:
    shared = sorted(_lands(one) & _lands(other))
    return country_by_code(shared[0]).name if shared else None


def _other_country(one: Bearer, other: Bearer) -> str | None:
    a, b = one.lands, other.lands
    if not a or not b or a & b:
        return None
    return ", ".join(country_by_code(code).name for code in sorted((min(a), min(b))))


def _companions(one: Bearer, other: Bearer) -> list[str]:
    return sorted(id.partition("/")[2] for id in one.company & other.company)


def _same_company(one: Bearer, other: Bearer) -> str | None:
    return ", ".join(_companions(one, other)[:FEW]) or None


def _much_company(one: Bearer, other: Bearer) -> str | None:
    return "" if len(_companions(one, other)) >= FEW else None


def _telling_words(one: Bearer, other: Bearer) -> str | None:
    if one.type != "organization" or one.body.acronym or other.body.acronym:
        return None
    common = {*one.body.words} & {*other.body.words}
    return "" if len(common) >= FEW else None


def _other_occupation(one: Bearer, other: Bearer) -> str | None:
    pair = exclude(one.occupations, other.occupations)
    return pair and ", ".join(sorted(pair))


def _one_generation(one: Bearer, other: Bearer) -> str | None:
    if one.type != "person" or one.person.is_bare or other.person.is_bare or _same_office(one, other):
        return None
    told = {one.person.generation, other.person.generation}
    return max(told) if len(told) == 2 and "" in told else None


def _same_article(one: Bearer, other: Bearer) -> str | None:
    """Two spellings of a family name in one article are its own and a quotation's."""
    alike = likeness(one, other)
    if alike and alike.feature.endswith("spelling") and one.person.words[0] == other.person.words[0]:
        return None
    both = one.articles & other.articles
    return min(both) if both else None


EVIDENCE: dict[str, Callable[[Bearer, Bearer], str | None]] = {
    "same-office": _same_office,
    "same-title": _same_title,
    "same-country": _same_country,
    "same-company": _same_company,
    "much-company": _much_company,
    "telling-words": _telling_words,
    "other-country": _other_country,
    "other-occupation": _other_occupation,
    "one-generation": _one_generation,
    "same-article": _same_article,
}
