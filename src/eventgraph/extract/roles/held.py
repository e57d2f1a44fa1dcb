"""An office somebody holds, as one place of a text tells it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from spacy.tokens import Token

from eventgraph.annotate.office import Office, is_rank_apart
from eventgraph.annotate.references import Reference
from eventgraph.extract.roles.tenure import is_office
from eventgraph.lexicon import full_title, words
from eventgraph.model import Value

BESIDE = frozenset({"roles/before", "roles/apposition", "roles/shared"})


class Held(NamedTuple):
    """`anchor` is where it is told, `title` the title's noun; `attributes` what is told beside the status."""

    person: Reference
    office: Office
    anchor: Token
    title: Token
    rule: str
    attributes: Mapping[str, Value]

    @property
    def beside_name(self) -> bool:
        """Does the title only stand beside the name, so that the status is not what the text is about?"""
        return self.rule in BESIDE


def is_handed_on(one: Held) -> bool:
    """Is it an office that one holder hands on to the next, and no rank or calling?"""
    ranked = full_title(one.office.title).lower() in words("titles.ranks")
    return not ranked and (is_office(one.title) or one.title.lemma_.lower() in words("companies.heads"))


def is_same_office(a: Office, b: Office) -> bool:
    """Do two titles name one office: the same words, or the same noun with more words in one?"""
    if is_rank_apart(a.title, b.title):
        return False
    x, y = a.title.lower().split(), b.title.lower().split()
    return x == y or (x[-1:] == y[-1:] and (set(x) <= set(y) or set(y) <= set(x)))


def says_more(a: Held, b: Held) -> bool:
    """Does `a` tell of the holding all that `b` does, and when or how it changed besides?"""
    given, less = ({k: v for k, v in one.attributes.items() if v is not None} for one in (a, b))
    return (
        is_same_holding(a, b)
        and a.office.status == b.office.status
        and set(b.office.title.lower().split()) <= set(a.office.title.lower().split())
        and less.items() < given.items()
    )


def is_same_holding(a: Held, b: Held) -> bool:
    """Do both tell of one person in one office?"""
    return a.person.entity.id == b.person.entity.id and is_same_office(a.office, b.office)
