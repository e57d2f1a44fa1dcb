"""Where a journey goes: the place that a word names, or what is visited lies in."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from eventgraph.annotate.references import Reference, mention_of, reference
from eventgraph.extract.arguments.places import PLACES, places, site_of
from eventgraph.extract.grammar.syntax import preposition
from eventgraph.lexicon import find_country, words
from eventgraph.model import make_entity

WITHIN = frozenset({"in", "at", "near", "outside", "of"})
OWNING = frozenset({"amod", "compound", "nmod:poss", "nmod"})


def place_at(head: Token) -> Reference | None:
    """The place that the journey goes to, given the head of the phrase that tells it."""
    return None if _is_land_of_city(head) else _place(head) or capital(head) or _place_in(head)


def capital(noun: Token) -> Reference | None:
    """*the Qatari capital*, *the capital of Qatar*: Doha."""
    if noun.lower_ != "capital":
        return None
    owners = (reference(child) for child in noun.children if child.dep_ in OWNING)
    lands = (find_country(one.entity.name) for one in owners if one and one.entity.type == "country")
    name = next((land.capital for land in lands if land and land.capital), None)
    if name is None:
        return None
    mention = mention_of(noun.doc[noun.i : noun.i + 1], "inferred", "capital-of-country")
    return Reference(make_entity(name, "place"), mention, noun.i)


def after_dates(trigger: Token) -> Iterator[Token]:
    """*visited Turkey on 4 April and Kenya on 6 April*: Kenya, hung on the verb or the date."""
    if trigger.pos_ != "VERB":
        return
    dates = [child for child in trigger.rights if child.dep_ in {"obl", "obl:unmarked"}]
    for one in (trigger, *dates):
        yield from (child for child in one.rights if child.dep_ == "conj" and child.ent_type_ in PLACES)


def _is_land_of_city(head: Token) -> bool:
    """*to Kingston, Jamaica, and Oslo*: Jamaica only says where Kingston is."""
    first = head
    while first.i > 2 and first.ent_iob_ == "I":
        first = first.nbor(-1)
    before = head.doc[max(first.i - 2, 0) : first.i]
    if head.ent_type_ != "country" or len(before) < 2 or before[1].text != ",":
        return False
    city = reference(before[0])
    return city is not None and city.entity.type == "place"


def _place(head: Token) -> Reference | None:
    """The place a word names; *the capital, Tunis*, *the city of Jolo* by the name beside it."""
    near = [head, *(child for child in head.children if child.dep_ in {"appos", "nmod", "flat", "nmod:desc"})]
    known = [head] if not _is_region(head) else near
    found = (reference(one) for one in known)
    return next(
        (one for one in found if one and one.entity.type in PLACES and one.mention.via == "name"), None
    )


def _place_in(head: Token) -> Reference | None:
    """*visited a camp in northern Jordan*: Jordan, where what is visited has no name.

    Not *went to school in Jordan*, which is no journey.
    """
    if site := places(site_of(head)):
        return site[0]  # at Vienna's airport
    if head.tag_ == "NN" and all(child.dep_ == "case" for child in head.lefts) and preposition(head):
        return None
    inner = [child for child in head.rights if child.dep_ == "nmod" and preposition(child) in WITHIN]
    return next((place for child in inner if (place := _place(child))), None)


def _is_region(head: Token) -> bool:
    return head.lemma_.lower() in words("attack.regions")
