"""The body that a title implies: a secretary of state is in a department of state."""

from __future__ import annotations

from spacy.tokens import Token

from eventgraph.annotate.office import Office
from eventgraph.annotate.references import Reference
from eventgraph.extract.arguments.department import department
from eventgraph.extract.arguments.home_country import home
from eventgraph.extract.arguments.inferred import from_title
from eventgraph.extract.arguments.spoken_of import is_plausible, speaks_of
from eventgraph.lexicon import (
    find_country,
    find_organization,
    implied_organization,
    is_generic_body,
    load,
    words,
)
from eventgraph.model import make_entity


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
            is_plausible(title.doc, known.country) if land is None else speaks_of(title.doc, known.country)
        )
        return from_title(make_entity(name, "organization"), title) if plausible else None
    if not is_generic_body(name):
        return from_title(make_entity(name, "organization"), title)
    # Many countries have a Foreign Ministry: without its country's name all would be one.
    territory = find_country(land.name) if land else None
    if territory is None or not territory.adjectives:
        return None
    return from_title(make_entity(f"{territory.adjectives[0]} {name}", "organization"), title)


def _secretariat(title: Token) -> str | None:
    """*the Secretary-General's envoy*: the United Nations'."""
    owners = [child for child in title.lefts if child.dep_ == "nmod:poss" and child.lower_ == "general"]
    return "United Nations" if owners and "un" in {t.lower_ for t in title.doc} else None


def _party(office: Office, title: Token) -> Reference | None:
    """*Republican nominee*: the party of that name, in the country of the office or of the article."""
    if title.lemma_.lower() not in words("titles.partisans"):
        return None
    land = office.country or home(title.doc)
    known = find_country(land.entity.name) if land else None
    parties = load("party_adjectives").get(known.code, {}) if known else {}
    named = [party for word, party in parties.items() if office.title.lower().startswith(word)]
    return from_title(make_entity(named[0], "organization"), title) if named else None


def _is_of_region(office: Office) -> bool:
    """*Montana Secretary of State*: a region's own office; only legislators are in the country's body."""
    land = office.country.entity if office.country else None
    return (
        land is not None
        and land.type == "place"
        and office.title.split()[-1].lower() not in words("legislators")
    )
