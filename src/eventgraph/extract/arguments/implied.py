"""What a title says without saying it: a secretary of state is in a department of state.

Every inference is named by its rule and keeps the mention it started from.
"""

from __future__ import annotations

from spacy.tokens import Doc, Token

from eventgraph.annotate.office import Office
from eventgraph.annotate.organizations import fold
from eventgraph.annotate.references import Reference, country_entity, mention_of
from eventgraph.extract.arguments.department import department
from eventgraph.extract.arguments.guest import is_guest
from eventgraph.extract.arguments.home_country import home, land_of
from eventgraph.extract.arguments.home_place import home_place
from eventgraph.extract.arguments.host_country import host
from eventgraph.extract.arguments.inferred import inferred
from eventgraph.extract.arguments.near_country import near_country
from eventgraph.lexicon import (
    Territory,
    country_by_code,
    find_capital,
    find_country,
    find_organization,
    implied_country,
    implied_organization,
    is_generic_body,
    load,
    office_country,
    words,
)
from eventgraph.model import Entity, make_entity

PARTISANS = frozenset(
    {"candidate", "nominee", "leader", "hopeful", "contender", "frontrunner", "chairman", "chair"}
)
STATE = frozenset({"government", "parliament", "ministry", "court", "military", "police"})

__all__ = ["held_land", "home", "implied_body", "implied_land"]


def implied_body(office: Office, title: Token) -> Reference | None:
    """The body that the title implies, in a country the article names; the title is the recorded mention."""
    land = office.country.entity if office.country else None
    name = implied_organization(office.title, land.name if land else None) or _secretariat(title)
    name = name or department(office, title)
    if name is None:
        return _party(office, title)
    if _is_of_region(office):
        return None
    known = find_organization(name)
    if known and known.country:
        plausible = (
            _is_plausible(title.doc, known.country) if land is None else _speaks_of(title.doc, known.country)
        )
        return _from_title(make_entity(name, "organization"), title) if plausible else None
    if not is_generic_body(name):
        return _from_title(make_entity(name, "organization"), title)
    # Many countries have a Foreign Ministry: without its country's name all would be one.
    territory = find_country(land.name) if land else None
    if territory is None or not territory.adjectives:
        return None
    return _from_title(make_entity(f"{territory.adjectives[0]} {name}", "organization"), title)


def _secretariat(title: Token) -> str | None:
    """*the Secretary-General's envoy*: the United Nations'."""
    owners = [child for child in title.lefts if child.dep_ == "nmod:poss" and child.lower_ == "general"]
    return "United Nations" if owners and "un" in {t.lower_ for t in title.doc} else None


def _party(office: Office, title: Token) -> Reference | None:
    """*Republican nominee*: the party of that name, in the country of the office or of the article."""
    if title.lemma_.lower() not in PARTISANS:
        return None
    land = office.country or home(title.doc)
    known = find_country(land.entity.name) if land else None
    parties = load("party_adjectives").get(known.code, {}) if known else {}
    named = [party for word, party in parties.items() if office.title.lower().startswith(word)]
    return _from_title(make_entity(named[0], "organization"), title) if named else None


def _is_of_region(office: Office) -> bool:
    """*Montana Secretary of State*: a region's own office; only legislators are in the country's body."""
    land = office.country.entity if office.country else None
    return (
        land is not None
        and land.type == "place"
        and office.title.split()[-1].lower() not in words("legislators")
    )


def held_land(office: Office, person: Reference, title: Token) -> Reference | None:
    """The country known to have had the person in the office: *President Hollande*, if it speaks of France.

    A full name needs no more; a surname does, since others bear it.
    """
    known = office_country(office.title, person.entity.name)
    if known is None or not (" " in person.entity.name or _is_spoken_of(title.doc, known.code)):
        return None
    return _from_title(country_entity(known), title, "known-holder")


def implied_land(office: Office, body: Reference | None, title: Token) -> Reference | None:
    """The country of the title or of its body, else, for a national office, the article's home country."""
    land = implied_country(office.title) or _land_of(body, title.doc)
    if land:
        return _from_title(country_entity(land), title)
    if body is None and _is_local(office, title) and not _is_of_dependency(title):
        return inferred(home_place(title), "home-place")
    if not _is_national(title, body):
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
    spoken = [code for code in lands if _speaks_of(title.doc, code)]
    return _from_title(country_entity(country_by_code(spoken[0])), title) if len(spoken) == 1 else None


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


def _is_local(office: Office, title: Token) -> bool:
    """*the mayor*, *the regional governor*, *a local prosecutor*: is the office one of a town or region?"""
    beside = {child.lower_ for child in title.lefts} | set(office.title.lower().split())
    of_state = office.title.lower().startswith("state ")
    head = title.lemma_.lower() in words("local.heads") | words("local.regional")
    return (
        (head and not _is_of_unknown_body(title))
        or _is_of_region_word(title)
        or of_state
        or not beside.isdisjoint(words("local.modifiers"))
    )


def _is_national(title: Token, body: Reference | None) -> bool:
    """Is the office one of the state, as far as noun and body tell: *minister*, never *club president*?"""
    if any(c.dep_ == "nmod" and c.left_edge.lower_ == "at" for c in title.children):
        return False  # a vice president at a bank
    if body is not None and find_organization(body.entity.name) is None:
        return _is_of_state(body)
    if body is not None and not _is_of_state(body):
        return fold(body.entity.name) in words("shared_names")
    if _is_of_unknown_body(title):
        return False
    if title.lemma_.lower() in words("national") | words("state_words.heads") or _has_state_word(title):
        return not _is_of_region_word(title)
    if _is_law_officer(title):
        return True
    return _is_of_dependency(title)


def _is_law_officer(title: Token) -> bool:
    """*attorney general*, *solicitor general*; a *general* alone serves in any army."""
    before = title.doc[max(title.i - 1, 0)]
    return title.lemma_.lower() == "general" and before.lower_ in words("state_words.generals")


def _is_of_region_word(title: Token) -> bool:
    """*chief minister*: a region's, however national a *minister* is."""
    return f"{title.doc[max(title.i - 1, 0)].lower_} {title.lower_}" in words("local.regional")


def _is_of_dependency(title: Token) -> bool:
    """Is it the governor of a country that is no state of its own: *the governor*, in news of Puerto Rico?"""
    at_home = home(title.doc)
    territory = find_country(at_home.entity.name) if at_home else None
    return title.lemma_.lower() == "governor" and territory is not None and territory.kind == "dependency"


def _is_of_state(body: Reference) -> bool:
    """Is it a body of some state, by what is known of it, or else by its words: *Ministry of Works*?"""
    known = find_organization(body.entity.name)
    if known is not None:
        return known.kind in STATE
    named = words("state_words.bodies").isdisjoint(body.entity.name.lower().split())
    return not named or fold(body.entity.name) in words("shared_names")


def _has_state_word(title: Token) -> bool:
    """*government spokesman*, *opposition leader*, *federal prosecutor*."""
    return not words("state_words.modifiers").isdisjoint(child.lower_ for child in title.lefts)


def _is_of_unknown_body(title: Token) -> bool:
    """*senior vice president*, *president and chief executive*: the office of no state."""
    beside = {t.lower_ for t in (*title.lefts, *title.conjuncts)}
    return not beside.isdisjoint(words("private"))


def _land_of(body: Reference | None, doc: Doc) -> Territory | None:
    """The one country that has the body. *Senate* tells none in an article that speaks of another country."""
    known = find_organization(body.entity.name) if body else None
    if body is None or known is None or known.country is None:
        return None
    if fold(body.entity.name) in words("shared_names") and not _is_plausible(doc, known.country):
        return None
    return country_by_code(known.country)


def _from_title(entity: Entity, title: Token, rule: str = "implied-by-title") -> Reference:
    return Reference(entity, mention_of(title.doc[title.i : title.i + 1], "inferred", rule), title.i)


def _speaks_of(doc: Doc, code: str) -> bool:
    """Does the article name the country, by name or nationality?"""
    land = country_entity(country_by_code(code)).id
    return any(r.entity.id == land for r in doc._.references.values())


def _is_spoken_of(doc: Doc, code: str) -> bool:
    """Does the article name the country, a place in it or a body of it?"""
    land = country_entity(country_by_code(code)).id
    found = {r.entity.id: r.entity for r in doc._.references.values()}
    capitals = (capital for one in found.values() if (capital := find_capital(one.name)))
    return any(land_of(one) == land for one in found.values()) or any(c.code == code for c in capitals)


def _is_plausible(doc: Doc, code: str) -> bool:
    """Does the article name the country, and is it at home in no other?"""
    at_home = home(doc)
    return _speaks_of(doc, code) and (at_home is None or at_home.entity.name == country_by_code(code).name)
