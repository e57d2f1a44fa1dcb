"""Roles: who holds, held or will hold which office.

Titles beside names come from `annotate/titles.py`; offices told by a verb (*was appointed*, *resigned as*)
from `rules/holding.yml`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from spacy.tokens import Doc, Token

from eventgraph.annotate.office import Office, read_office
from eventgraph.annotate.references import Reference, reference
from eventgraph.annotate.titles import is_title, phrase
from eventgraph.extract.claims import make_claim
from eventgraph.extract.implied import implied_body, implied_land, inferred
from eventgraph.extract.matcher import Match, Matcher
from eventgraph.extract.modality import modality
from eventgraph.extract.parties import parties
from eventgraph.extract.rules import BUILT_IN, load_rules
from eventgraph.extract.timing import date_of
from eventgraph.model import Claim, Value

PAST_IS_OVER = frozenset({"is", "serves-as"})
COUNTERPART = "counterpart"


class Held(NamedTuple):
    """An office somebody holds, as one place of the text tells it."""

    person: Reference
    office: Office
    anchor: Token
    title: Token
    rule: str
    attributes: Mapping[str, Value]


class Roles:
    """Claims of type `role`."""

    name = "roles"

    def __init__(self) -> None:
        self._matcher = Matcher(load_rules((BUILT_IN / "holding.yml",)))

    def __call__(self, doc: Doc) -> Iterator[Claim]:
        """Yield one claim for each office and place of the text."""
        held = [*_beside_names(doc), *self._told(doc)]
        for one in held:
            claim = _claim(_complete(one, held))
            if claim and one.anchor._.prose:
                yield claim

    def _told(self, doc: Doc) -> Iterator[Held]:
        for match in self._matcher.matches(doc):
            for title in match.arguments["title"]:
                yield from _from_match(match, title)


def _beside_names(doc: Doc) -> Iterator[Held]:
    for found, office in doc._.titles:
        person = reference(found.person)
        if person:
            yield Held(person, office, found.head, found.head, f"roles/{found.construction}", {})


def _from_match(match: Match, noun: Token) -> Iterator[Held]:
    attributes = dict(match.rule.attributes)
    if modality(match.trigger) in {"negated", "possible"}:
        return
    read: set[int] = set()
    for title in (noun, *(t for t in noun.conjuncts if t.i > noun.i)):
        tokens = phrase(title)
        office = read_office(tokens, title) if is_title(title) and title.i not in read else None
        read.update(t.i for t in tokens)
        if office is None:
            continue
        status = attributes.get("status") or _tense_status(match, office)
        office = office._replace(status=status if office.status == "current" else office.status)
        date = date_of(match.trigger)
        told = {**attributes, "date": date if attributes.get("change") else None}
        for person in parties(match.arguments["person"], groups=False):
            if person.entity.type == "person":
                yield Held(person, office, match.trigger, title, f"roles/{match.rule.name}", told)


def _tense_status(match: Match, office: Office) -> str:
    """*was president* is over, *is president* is not."""
    helpers = {c.lower_: c for c in match.trigger.children if c.dep_ in {"cop", "aux"}}
    if modality(match.trigger) == "planned":
        return "elect"
    past = match.trigger.tag_ in {"VBD"} or "was" in helpers or "were" in helpers
    return "former" if past and match.rule.name in PAST_IS_OVER else "current"


def _complete(one: Held, held: list[Held]) -> Held:
    """Fill what the phrase leaves open: counterparts' titles, possessors, the same office told elsewhere."""
    office = _counterpart(one, held) or one.office
    if office.possessor is not None:
        office = _possessed(office, office.possessor)
    for other in held:
        if other.person.entity.id == one.person.entity.id and _same_office(office, other.office):
            office = office._replace(
                organization=office.organization or inferred(other.office.organization, "same-office"),
                country=office.country or inferred(other.office.country, "same-office"),
            )
    body = office.organization or implied_body(office, one.title)
    country = office.country or implied_land(office, body, one.title)
    return one._replace(office=office._replace(organization=body, country=country))


def _counterpart(one: Held, held: list[Held]) -> Office | None:
    """*his Egyptian counterpart, Abbas Kamel* holds in Egypt the office that *he* holds at home."""
    if not one.office.title.lower().endswith(COUNTERPART) or one.office.possessor is None:
        return None
    owner = reference(one.office.possessor)
    for other in held:
        if owner and other.person.entity.id == owner.entity.id and other.office.status == "current":
            return one.office._replace(title=other.office.title, possessor=None)
    return None


def _possessed(office: Office, possessor: Token) -> Office:
    found = reference(possessor)
    if found is None or found.entity.type == "person":
        return office
    if found.entity.type == "organization":
        return office._replace(organization=office.organization or found)
    return office._replace(country=office.country or found)


def _same_office(a: Office, b: Office) -> bool:
    x, y = a.title.lower().split(), b.title.lower().split()
    return x == y or (x[-1:] == y[-1:] and (set(x) <= set(y) or set(y) <= set(x)))


def _claim(one: Held) -> Claim | None:
    office = one.office
    return make_claim(
        one.anchor,
        "role",
        {
            "person": [one.person],
            "organization": [office.organization] if office.organization else [],
            "country": [office.country] if office.country else [],
        },
        {"title": office.title, "status": office.status, **{k: v for k, v in one.attributes.items() if k != "status"}},
        one.rule,
        0.9,
    )
