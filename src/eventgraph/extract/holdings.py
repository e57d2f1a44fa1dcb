"""Offices told by a verb or noun: *was appointed*, *resigned as*, *the resignation of*; `rules/holding.yml`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from spacy.tokens import Doc, Token

from eventgraph.annotate.office import Office, Status, read_office
from eventgraph.annotate.titles import is_title, phrase
from eventgraph.extract.held import Held
from eventgraph.extract.matcher import Match, Matcher
from eventgraph.extract.modality import Modality, modality
from eventgraph.extract.parties import parties
from eventgraph.extract.tenure import is_over, tenure_dates
from eventgraph.extract.timing import date_of
from eventgraph.model import Value


def told(doc: Doc, matcher: Matcher) -> Iterator[Held]:
    """Yield the offices that the rules of `matcher` find; those denied or only thought of are left out."""
    for match in matcher.matches(doc):
        grade = modality(match.trigger)
        if grade in {"asserted", "planned"}:
            yield from _holdings(match, grade)


def _holdings(match: Match, grade: Modality) -> Iterator[Held]:
    people = [p for p in parties(match.arguments["person"], groups=False) if p.entity.type == "person"]
    attributes = _attributes(match, grade)
    for title, office in _offices(match):
        found = office._replace(status=_status(match, office, grade))
        for person in people:
            if person.head != title.i:
                yield Held(person, found, match.trigger, title, f"roles/{match.rule.name}", attributes)


def _offices(match: Match) -> Iterator[tuple[Token, Office]]:
    read: set[int] = set()
    for title in (t for noun in match.arguments["title"] for t in (noun, *_beside(noun))):
        tokens = phrase(title)
        office = read_office(tokens, title) if is_title(title) and title.i not in read else None
        read.update(t.i for t in tokens)
        if office:
            yield title, office


def _beside(noun: Token) -> list[Token]:
    """*chairman and chief executive*: the second."""
    return [token for token in noun.conjuncts if token.i > noun.i]


def _attributes(match: Match, grade: Modality) -> dict[str, Value]:
    """The change and its date; a change that is only planned has not been."""
    change = match.rule.attributes.get("change")
    if grade == "planned":
        return {}
    if change is None:
        return tenure_dates(match.trigger)
    return {"change": change, "date": date_of(match.trigger)}


def _status(match: Match, office: Office, grade: Modality) -> Status:
    """What the phrase says comes first (*acting*), then the rule, then the tense."""
    given = cast("Status | None", match.rule.attributes.get("status"))
    if office.status != "current":
        return office.status
    if grade == "planned":
        return "current" if given == "former" else "elect"
    if given in {"former", "elect"}:
        return given
    over = is_over(match.trigger, by_tense="past-is-over" in match.rule.flags)
    return "former" if over else given or "current"
