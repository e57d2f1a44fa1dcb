"""Complete an office with what the article tells elsewhere: its owner, the same office again, its status."""

from __future__ import annotations

from collections.abc import Sequence

from eventgraph.annotate.office import Office, Status
from eventgraph.annotate.references import Reference
from eventgraph.extract.arguments.implied_body import implied_body
from eventgraph.extract.arguments.implied_land import held_land, implied_land
from eventgraph.extract.arguments.inferred import inferred
from eventgraph.extract.roles.dead import dead
from eventgraph.extract.roles.held import Held, is_same_holding
from eventgraph.extract.roles.owners import of_owner
from eventgraph.lexicon import find_country, full_title, is_relational, office_left, words

CURRENT = frozenset({"current", "incumbent", "sitting", "present"})
WITHIN = 6  # tokens between such a word and the title


def complete(one: Held, held: Sequence[Held]) -> Held:
    """Return the holding with body, country and status filled; `held` are all of the article."""
    one = one._replace(office=of_owner(one, held))
    office = _of_rank(one, _shared(one, held), held)
    office = office._replace(organization=office.organization or _beside(one, held))
    office = office._replace(status=_status(one, held))
    body = office.organization or implied_body(office, one.title)
    country = office.country or held_land(office, one.person, one.title)
    country = country or implied_land(office, body, one.title)
    office = office._replace(organization=body, country=country)
    if body is None and country is not None:
        office = office._replace(organization=implied_body(office, one.title))
    named = one.beside_name or "change" in one.attributes
    if office.status == "current" and named and not _says_current(one) and _has_left(one, office):
        office = office._replace(status="former")
    return one._replace(office=office)


def of_one_country(one: Held, held: Sequence[Held]) -> Held:
    """A state's office or a diplomat's is of the country of which the same person has another office."""
    if (
        one.office.country
        or one.office.organization
        or one.title.lemma_.lower() not in words("national") | words("titles.diplomats")
    ):
        return one
    lands = [
        o.office.country for o in held if o.person.entity.id == one.person.entity.id and o.office.country
    ]
    if len({land.entity.id for land in lands}) != 1 or lands[0].entity.type != "country":
        return one
    return one._replace(office=one.office._replace(country=inferred(lands[0], "country-of-other-office")))


def _shared(one: Held, held: Sequence[Held]) -> Office:
    """Body and country as told of the same person in the same office elsewhere."""
    office = one.office
    for other in held:
        if is_same_holding(one, other):
            office = office._replace(
                organization=office.organization or inferred(other.office.organization, "same-office"),
                country=office.country or inferred(other.office.country, "same-office"),
            )
    return office


def _beside(one: Held, held: Sequence[Held]) -> Reference | None:
    """*Cortexia founder and chairman Ann Lee*: two offices told together are of one body."""
    for other in held:
        first, last = sorted((one.title, other.title), key=lambda title: title.i)
        near = first.i < last.i < first.i + WITHIN and first.nbor().lower_ in {"and", "&"}
        together = _is_of_any_body(one) and (near or last in first.conjuncts)
        if together and other.person.entity.id == one.person.entity.id:
            return inferred(other.office.organization, "body-of-office-beside")
    return None


def _is_of_any_body(one: Held) -> bool:
    """*chairman*, *chief executive*: an office in whatever body; a *union leader* is not a party's."""
    *field, head = one.office.title.lower().split()
    return is_relational(head) and words("titles.leading").issuperset(field)


def _has_left(one: Held, office: Office) -> bool:
    """*President Gerald Ford*: is he known to have left the office before the article was written?"""
    published = one.title.doc._.article.published
    land = find_country(office.country.entity.name) if office.country else None
    left = office_left(office.title, one.person.entity.name, land.code if land else None)
    return left is not None and published is not None and left < published


def _of_rank(one: Held, office: Office, held: Sequence[Held]) -> Office:
    """*Coast Guard Commandant Admiral Lee*: a rank beside an office is held in the same body."""
    if office.organization or full_title(office.title).lower() not in words("titles.ranks"):
        return office
    for other in held:
        if other.person.head == one.person.head and other.title != one.title and other.office.organization:
            return office._replace(
                organization=inferred(other.office.organization, "body-of-rank"),
                country=office.country or inferred(other.office.country, "body-of-rank"),
            )
    return office


def _status(one: Held, held: Sequence[Held]) -> Status:
    """A bare title beside a name is *former* if the article says so, and nowhere that it is held.

    Who was appointed and is called *former* holds the office no longer. Other tenures stay where they are
    said: *the future president in 2016* is no president-elect wherever the article calls him president.
    """
    if one.office.status in {"current", "acting", "elect"} and _has_died(one, held):
        return "former"
    appointed = one.attributes.get("change") == "appointed"
    if one.office.status != "current" or not (one.beside_name or appointed):
        return one.office.status
    same = [other for other in held if is_same_holding(one, other)]
    is_former = any(other.office.status == "former" for other in same)
    return "former" if is_former and not any(_says_current(other) for other in same) else "current"


def _has_died(one: Held, held: Sequence[Held]) -> bool:
    """Does the article tell that the holder has died? Then no office is held any longer."""
    if one.person.entity.id in dead(one.title.doc):
        return True
    same = (other for other in held if other.person.entity.id == one.person.entity.id)
    return any(other.attributes.get("change") == "died" for other in same)


def _says_current(one: Held) -> bool:
    """*the incumbent president*, *is president*: is the office said to be held, not only named?"""
    if one.office.status != "current":
        return False
    if not one.beside_name:
        return "change" not in one.attributes
    for i in range(one.title.i - 1, max(one.title.sent.start, one.title.i - WITHIN) - 1, -1):
        token = one.title.doc[i]
        if token.lower_ in CURRENT:
            return True
        if token.pos_ in {"VERB", "AUX", "PUNCT", "CCONJ"}:
            return False
    return False
