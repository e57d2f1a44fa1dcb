"""Who is meant by a title alone: *the secretary*."""

from __future__ import annotations

from spacy.tokens import Token

from eventgraph.annotate.coreference.people import People
from eventgraph.annotate.office import Office, is_rank_apart, read_office
from eventgraph.annotate.titles import phrase
from eventgraph.lexicon import full_title


def office_holder(token: Token, people: People) -> str | None:
    """The last mentioned person whose office the nominal names; *the president* is the president-elect
    only where nobody else is president.
    """
    wanted = read_office(phrase(token), token)
    if wanted is None or wanted.status == "former":
        return None
    same = [
        (person, (office.status == "elect") == (wanted.status == "elect"))
        for person, held in sorted(people.offices.items())
        for office in held
        if _same_office(wanted, office, token)
    ]
    holders = list(dict.fromkeys(p for p, now in same if now) or dict.fromkeys(p for p, _ in same))
    last = next((person for _, person in reversed(people.mentions) if person in holders), None)
    return last or (holders[0] if len(holders) == 1 else None)


def _same_office(wanted: Office, office: Office, token: Token) -> bool:
    a, b = set(_words(wanted.title)), set(_words(office.title))
    if _words(token.text)[-1] not in b or not a <= b or is_rank_apart(wanted.title, office.title):
        return False
    if wanted.country and (office.country is None or wanted.country.entity.id != office.country.entity.id):
        return False
    return office.status != "former"


def _words(title: str) -> list[str]:
    """*VP* and *vice-president* are one."""
    return full_title(title).lower().replace("-", " ").split() or [title]
