"""Titles whose holder the article names only later: *Peru's president said …* - *President Ann Lee added …*.

The lead of a news story tells who somebody is, the next sentences the name.
"""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Doc, Token

from eventgraph.annotate.office import Office, is_rank_apart, read_office
from eventgraph.annotate.references import Reference, reference
from eventgraph.annotate.sentences import sentence_number
from eventgraph.annotate.titles import TitlePhrase, phrase
from eventgraph.lexicon import find_capital, find_country, office_country, words

FAR = 5  # sentences from the title to the name
LEAD = 1  # the number of the last sentence that may be a lead
NEXT = 2  # sentences from the lead to the name
SUBJECTS = frozenset({"nsubj", "nsubj:pass"})
SINGULAR = frozenset({"NN", "NNP"})
LANDS = frozenset({"country", "place"})


def named_later(title: Token) -> str | None:
    """Return the id of the one person whom the next sentences give the title, else of its known holder."""
    wanted = read_office(phrase(title), title) if title.tag_ in SINGULAR else None
    if wanted is None or wanted.status == "former" or wanted.possessor is not None:
        return None
    holders = [
        person.entity.id
        for told, office in title.doc._.titles
        if (person := reference(told.person)) and _is_the_same(title, wanted, told, office)
    ]
    found = dict.fromkeys(holders)
    return next(iter(found)) if len(found) == 1 else _known_holder(title, wanted) or _introduced(title)


def _introduced(title: Token) -> str | None:
    """*Peru's president resigned. - Ann Lee, who had ruled since May, …*: the first name after a lead.

    It is the subject of the next sentence, and has no title of its own.
    """
    doc, end = title.doc, title.sent.end
    if sentence_number(title) > LEAD or title.dep_ not in SUBJECTS or not is_of_country(title):
        return None
    after = (ent for ent in doc.ents if ent.start >= end and ent.label_ == "person")
    name = next(after, None)
    known = reference(name.root) if name is not None else None
    if name is None or known is None or sentence_number(name.root) - sentence_number(title) > NEXT:
        return None
    titled = {one.entity.id for told, _ in doc._.titles if (one := reference(told.person))}
    before = any((one := reference(token)) and one.entity == known.entity for token in doc[:end])
    introduced = name.root.dep_ in SUBJECTS and len(name) > 1 and known.entity.id not in titled
    return known.entity.id if introduced and not before else None


def _is_the_same(title: Token, wanted: Office, told: TitlePhrase, office: Office) -> bool:
    """Is it the same office, of no other country or body, told a few sentences later?"""
    after = told.head.i > title.i and sentence_number(told.head) - sentence_number(title) <= FAR
    if not after or told.head.lower_ != title.lower_ or is_rank_apart(wanted.title, office.title):
        return False
    asked = set(wanted.title.lower().split()) - words("local.modifiers")
    if not asked <= set(office.title.lower().split()) or office.status != wanted.status:
        return False
    if _differ(wanted.organization, office.organization) or _differ(wanted.country, office.country):
        return False
    settled = wanted.country is None or office.country is not None
    return settled or not _elsewhere(title.doc, title.i, told.head.i, wanted.country)


def _differ(a: Reference | None, b: Reference | None) -> bool:
    return a is not None and b is not None and a.entity.id != b.entity.id


def _elsewhere(doc: Doc, start: int, end: int, land: Reference | None) -> bool:
    """*China's president flew to Manila. President Lee met him*: is another country spoken of between?"""
    between = (reference(token) for token in doc[start + 1 : end])
    named = {one.entity.name for one in between if one and one.entity.type in LANDS}
    lands = {found.name for name in named if (found := find_country(name) or find_capital(name))}
    return land is not None and bool(lands - {land.entity.name})


def _known_holder(title: Token, wanted: Office) -> str | None:
    """The one person of the article who is known to have had that country's office."""
    if wanted.country is None:
        return None
    people = (one for _, one in sorted(title.doc._.references.items()) if one.entity.type == "person")
    found = {one.entity.id for one in people if _has_had(one, wanted)}
    return found.pop() if len(found) == 1 else None


def _has_had(person: Reference, wanted: Office) -> bool:
    land = office_country(wanted.title.lower(), person.entity.name)
    return land is not None and wanted.country is not None and land.name == wanted.country.entity.name


def is_of_country(title: Token) -> bool:
    """*Peru's president*: as definite as *the president of Peru*."""
    owners: Iterable[Reference | None] = (reference(c) for c in title.lefts if c.dep_ == "nmod:poss")
    return any(one is not None and one.entity.type == "country" for one in owners)
