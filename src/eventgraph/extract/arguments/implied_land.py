"""The country that a title implies: *the prime minister*, in news of one country.

Every inference is named by its rule and keeps the mention it started from.
"""

from __future__ import annotations

from spacy.tokens import Doc, Token

from eventgraph.annotate.office import Office
from eventgraph.annotate.organizations import fold
from eventgraph.annotate.references import Reference, country_entity
from eventgraph.extract.arguments.guest import is_guest
from eventgraph.extract.arguments.home_country import home
from eventgraph.extract.arguments.home_place import home_place
from eventgraph.extract.arguments.host_country import host
from eventgraph.extract.arguments.inferred import from_title, inferred
from eventgraph.extract.arguments.near_country import near_country
from eventgraph.extract.arguments.reach import is_local, is_national, is_of_dependency
from eventgraph.extract.arguments.spoken_of import is_plausible, is_spoken_of, speaks_of
from eventgraph.lexicon import (
    Territory,
    country_by_code,
    find_country,
    find_organization,
    implied_country,
    load,
    office_country,
    words,
)


def held_land(office: Office, person: Reference, title: Token) -> Reference | None:
    """The country known to have had the person in the office: *President Hollande*, if it speaks of France.

    A full name needs no more; a surname does, since others bear it.
    """
    known = office_country(office.title, person.entity.name)
    if known is None or not (" " in person.entity.name or is_spoken_of(title.doc, known.code)):
        return None
    return from_title(country_entity(known), title, "known-holder")


def implied_land(office: Office, body: Reference | None, title: Token) -> Reference | None:
    """The country of the title or of its body, else, for a national office, the article's home country."""
    land = implied_country(office.title) or _land_of(body, title.doc)
    if land:
        return from_title(country_entity(land), title)
    if body is None and is_local(office, title) and not is_of_dependency(title):
        return inferred(home_place(title), "home-place")
    if not is_national(title, body):
        return None
    found = (
        inferred(host(title), "host-country")
        or inferred(near_country(title), "country-nearby")
        or inferred(home(title.doc, _absent(title), title), "home-country")
    )
    if found and is_guest(title, found):
        return None
    return found if found and _may_have(found, title) else _only_land(title)


def _only_land(title: Token) -> Reference | None:
    """*Foreign Secretary*: the one country the article speaks of that calls an office so."""
    lands = load("state_words")["only"].get(title.lemma_.lower(), ())
    spoken = [code for code in lands if speaks_of(title.doc, code)]
    return from_title(country_entity(country_by_code(spoken[0])), title) if len(spoken) == 1 else None


def _may_have(land: Reference, title: Token) -> bool:
    """Does the country call an office so? Few have a *Foreign Secretary*."""
    lands = load("state_words")["only"].get(title.lemma_.lower())
    known = find_country(land.entity.name)
    code = known.code if known else ""
    return code not in _absent(title) and (lands is None or code in lands)


def _absent(title: Token) -> frozenset[str]:
    """The countries, by code, that have no such office: the United States has no ministers."""
    by_land = load("state_words")["absent"]
    return frozenset(code for code, offices in by_land.items() if title.lemma_.lower() in offices)


def _land_of(body: Reference | None, doc: Doc) -> Territory | None:
    """The one country that has the body. *Senate* tells none in an article that speaks of another country."""
    known = find_organization(body.entity.name) if body else None
    if body is None or known is None or known.country is None:
        return None
    if fold(body.entity.name) in words("shared_names") and not is_plausible(doc, known.country):
        return None
    return country_by_code(known.country)
