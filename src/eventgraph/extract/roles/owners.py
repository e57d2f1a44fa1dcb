"""Whose office it is: *his counterpart*, *the country's president*, *her economy minister*."""

from __future__ import annotations

from collections.abc import Sequence

from eventgraph.annotate.office import Office, Status
from eventgraph.annotate.references import reference
from eventgraph.extract.arguments.inferred import inferred
from eventgraph.extract.roles.firms import firm_before
from eventgraph.extract.roles.held import Held, is_handed_on
from eventgraph.lexicon import words

COUNTERPART = "counterpart"


def of_owner(one: Held, held: Sequence[Held]) -> Office:
    """Return the office with what its owner says of it; `held` are all of the article."""
    return (
        _counterpart(one, held)
        or _before_or_after(one, held)
        or _of_ruler(one, held)
        or _of_firm(one)
        or _possessed(one.office)
    )


def is_counterpart(one: Held) -> bool:
    """*his Egyptian counterpart, Abbas Kamel*, where nobody knows what *he* is: that is no office."""
    return one.office.title.lower().endswith(COUNTERPART)


def _counterpart(one: Held, held: Sequence[Held]) -> Office | None:
    """*his Egyptian counterpart, Abbas Kamel* holds in Egypt the office that *he* holds at home."""
    if not is_counterpart(one) or one.office.possessor is None:
        return None
    owner = reference(one.office.possessor)
    for other in held:
        if owner and other.person.entity.id == owner.entity.id and other.office.status == "current":
            return one.office._replace(title=other.office.title, possessor=None)
    return None


def _before_or_after(one: Held, held: Sequence[Held]) -> Office | None:
    """*his predecessor, Abbas Kamel*, *her successor*: who has the owner's office before or after."""
    word = one.title.lemma_.lower()
    if word not in {"predecessor", "successor"} or one.office.possessor is None:
        return None
    owner = reference(one.office.possessor)
    own = [
        other for other in held if owner and other.person.entity.id == owner.entity.id and is_handed_on(other)
    ]
    if not own:
        return one.office._replace(status="former" if word == "predecessor" else one.office.status)
    last = min(own, key=lambda other: abs(other.title.i - one.title.i))
    left = last.office.status == "former"
    status: Status = "former" if word == "predecessor" else "current" if left else "elect"
    return last.office._replace(status=status)


def _of_firm(one: Held) -> Office | None:
    """*The firm's director, Ann Lee*: the director of the firm named before."""
    if one.office.organization or one.office.country:
        return None
    owners = (child for child in one.title.lefts if child.dep_ == "nmod:poss")
    found = next((firm for child in owners if (firm := firm_before(child))), None)
    return one.office._replace(organization=inferred(found, "firm-before")) if found else None


def _possessed(office: Office) -> Office:
    """*the country's president*, *its chairman*, where the possessor is known."""
    found = reference(office.possessor) if office.possessor is not None else None
    if found is None or found.entity.type == "person":
        return office
    if found.entity.type == "organization":
        return office._replace(organization=office.organization or found)
    return office._replace(country=office.country or found)


def _of_ruler(one: Held, held: Sequence[Held]) -> Office | None:
    """*President Claudia Sheinbaum and her economy minister*: a minister of the country that she governs."""
    owner = reference(one.office.possessor) if one.office.possessor is not None else None
    if owner is None or one.office.country or one.title.lemma_.lower() not in words("national"):
        return None
    for other in held:
        ruler = other.title.lemma_.lower() in words("titles.rulers")
        rules = ruler and other.office.status in {"current", "elect"}
        if rules and other.person.entity.id == owner.entity.id and other.office.country:
            return one.office._replace(country=inferred(other.office.country, "country-of-owner"))
    return None
