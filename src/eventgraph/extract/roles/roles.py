"""Roles: who holds, held or will hold which office.

Titles beside names come from `annotate/titles/`; offices told by a verb (*was appointed*, *resigned as*)
from `holdings.py`.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc

from eventgraph.annotate.references import reference
from eventgraph.extract.claims import make_claim
from eventgraph.extract.engine.matcher import Matcher
from eventgraph.extract.engine.rules import BUILT_IN, load_rules
from eventgraph.extract.roles.held import Held, says_more
from eventgraph.extract.roles.holdings import told
from eventgraph.extract.roles.offices import complete, of_one_country
from eventgraph.extract.roles.owners import is_counterpart
from eventgraph.extract.roles.succession import successions
from eventgraph.extract.roles.tenure import has_ended, is_history, tenure_dates
from eventgraph.model import Claim


class Roles:
    """Claims of type `role`."""

    name = "roles"

    def __init__(self) -> None:
        self._matcher = Matcher(load_rules((BUILT_IN / "holding.yml",)))

    def __call__(self, doc: Doc) -> Iterator[Claim]:
        """Yield one claim for each office and place of the text, but for places that only repeat a change."""
        found = [one for one in (*_beside_names(doc), *told(doc, self._matcher)) if one.anchor._.prose]
        found += [one for one in successions(doc, found) if one.anchor._.prose]
        completed = [complete(one, found) for one in found]
        held = [of_one_country(one, completed) for one in completed if not is_counterpart(one)]
        for one in held:
            claim = None if any(says_more(other, one) for other in held) else _claim(one)
            if claim:
                yield claim


def _beside_names(doc: Doc) -> Iterator[Held]:
    for found, office in doc._.titles:
        person = reference(found.person)
        if person:
            dates = (
                tenure_dates(found.head, beside_name=True) if office.status in {"current", "former"} else {}
            )
            ended = "until" in dates and has_ended(found.head, dates["until"])
            if ended or (office.status == "current" and not dates and is_history(found.person, found.head)):
                office = office._replace(status="former")
            yield Held(person, office, found.head, found.head, f"roles/{found.construction}", dates)


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
        {"title": office.title, "status": office.status, **one.attributes},
        one.rule,
    )
