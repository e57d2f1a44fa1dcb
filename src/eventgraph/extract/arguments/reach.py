"""Is an office one of the state, of a region or town, or of no state?"""

from __future__ import annotations

from spacy.tokens import Token

from eventgraph.annotate.office import Office
from eventgraph.annotate.organizations import fold
from eventgraph.annotate.references import Reference
from eventgraph.extract.arguments.home_country import home
from eventgraph.lexicon import find_country, find_organization, words

STATE = frozenset({"government", "parliament", "ministry", "court", "military", "police"})


def is_local(office: Office, title: Token) -> bool:
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


def is_national(title: Token, body: Reference | None) -> bool:
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
    return is_of_dependency(title)


def _is_law_officer(title: Token) -> bool:
    """*attorney general*, *solicitor general*; a *general* alone serves in any army."""
    before = title.doc[max(title.i - 1, 0)]
    return title.lemma_.lower() == "general" and before.lower_ in words("state_words.generals")


def _is_of_region_word(title: Token) -> bool:
    """*chief minister*: a region's, however national a *minister* is."""
    return f"{title.doc[max(title.i - 1, 0)].lower_} {title.lower_}" in words("local.regional")


def is_of_dependency(title: Token) -> bool:
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
