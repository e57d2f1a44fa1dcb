"""Read a title phrase: *former US special envoy for Iran* is an envoy, of the United States, once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from spacy.tokens import Token

from eventgraph.annotate.bodies import body_named, body_of_country, body_of_place, land_inside
from eventgraph.annotate.bodies.unmarked import body_capitalised, body_misread, body_unmarked
from eventgraph.annotate.office.complements import (
    EXAMPLES,
    is_field,
    is_portfolio,
    is_void,
    rest_of,
    split_complements,
    unmarked_body,
)
from eventgraph.annotate.office.modifiers import (
    attorney,
    hyphenated,
    is_candidate,
    is_owner,
    region,
    tenure_among,
)
from eventgraph.annotate.office.noise import is_noise
from eventgraph.annotate.office.text import text_of
from eventgraph.annotate.references import Reference, reference
from eventgraph.annotate.titles.noun import at_large, second_of
from eventgraph.lexicon import tenure_of, words
from eventgraph.lexicon.title import Status

WHERE = frozenset({"of", "in", "at", "from"})


class Office(NamedTuple):
    """What a title phrase says. `possessor` is the token of *his*, *their*, *the country's*, if any."""

    title: str
    status: Status
    organization: Reference | None
    country: Reference | None
    possessor: Token | None


def is_rank_apart(a: str, b: str) -> bool:
    """Do two titles differ in a word that makes another office: *president*, *vice president*?"""
    return not words("titles.apart").isdisjoint(set(a.lower().split()) ^ set(b.lower().split()))


def read_office(tokens: Sequence[Token], head: Token) -> Office | None:
    """Read the phrase `tokens` with the title noun `head`; None if no title is left in it."""
    reader = _Reader(head)
    left = [t for t in tokens if t.i < head.i]
    second = second_of(head)
    whole = [head, *(t for t in (second, *at_large(head)) if t is not None and t in tokens)]
    right = [t for t in tokens if t.i > whole[-1].i]
    kept = [*reader.modifiers(left), *whole, *reader.complements(right)]
    title = text_of(kept)
    if not title:
        return None
    return Office(title, reader.status, reader.organization, reader.country, reader.possessor)


class _Reader:
    def __init__(self, head: Token) -> None:
        self.head = head
        # Whoever is a candidate or nominee does not hold the office yet.
        self.status: Status = "elect" if is_candidate(head) else "current"
        self.organization: Reference | None = None
        self.country: Reference | None = None
        self.possessor: Token | None = None

    def modifiers(self, tokens: Sequence[Token]) -> list[Token]:
        self.organization = (
            body_of_country(tokens) or body_capitalised(tokens) or body_unmarked(tokens, self.head)
        )
        kept: list[Token] = []
        for i, token in enumerate(tokens):
            tenure = tenure_among(tokens, i)
            if tenure:
                # *former long-time adviser*: who was it for long is it no longer
                self.status = self.status if tenure == "current" else tenure
                kept = [t for t in kept if not t.is_lower]  # *regular visitor, ex-president* Lee
            elif token.dep_ == "nmod:poss" and token.pos_ in {"PRON", "DET"}:
                self.possessor = token
            elif (
                not self._is_body(token) and not is_noise(token, self.head) and not is_owner(token, self.head)
            ):
                kept.append(token)
        self.organization = self.organization or body_of_place(tokens)
        return attorney(tokens, self.head) + hyphenated(tokens, kept)

    def _is_body(self, token: Token) -> bool:
        """Is the token part of the name of a body or country, or a noun for a body? Then note it."""
        found = reference(token)
        if found is None:
            noted = self.organization
            if noted and noted.mention.start <= token.idx < noted.mention.end:
                return True
            found = body_named(token) or region(token)
        if found is None or found.entity.type == "person":
            return found is not None  # *Trump adviser*
        found = body_misread(found, self.head)
        if found.entity.type == "organization":
            self.organization = self.organization or found
        else:
            self.country = self.country or found
        return True

    def complements(self, tokens: Sequence[Token]) -> list[Token]:
        kept: list[Token] = []
        for part in split_complements(tokens):
            if part[0].lower_ in {"-", "elect", "designate", "nominee"}:
                self.status = tenure_of(part[-1].lower_) or self.status
            elif part[0].lower_ == "emeritus":
                self.status = "former"
                kept += part
            elif part[0].lower_ in EXAMPLES:
                break
            else:
                kept += self._complement(part)
        return kept

    def _complement(self, part: Sequence[Token]) -> list[Token]:
        """Note whom *of the …* or *for the …* names; return the words that still belong to the title."""
        preposition, inner = part[0].lower_, [t for t in part[1:] if t.pos_ != "DET"]
        if is_portfolio(part, self.head) and (inside := land_inside(inner)):
            self.country = self.country or inside
            return [t for t in part if t.idx < inside.mention.start]
        known = [r for t in inner if (r := reference(t)) and r.entity.type != "person"]
        if preposition in {"of", "at"}:
            known = [body_misread(r, self.head) for r in known]
        if is_void(part, inner, known):
            return []
        if not inner or (preposition in {"in", "at", "with", "from"} and not known):
            return []
        land = next((r for r in known if r.entity.type in {"country", "place"}), None)
        if preposition == "to" or (preposition == "for" and is_field(inner, self.head)):
            return list(part)  # an ambassador to a body or a country is not of it
        body = next((r for r in known if r.entity.type == "organization"), None)
        body = None if is_portfolio(part, self.head) else body or unmarked_body(inner)
        if body:
            self.organization = self.organization or body
        if land and (preposition in WHERE or body):
            self.country = self.country or land
        if body and preposition != "on":
            return []
        return rest_of(part, inner) if land and preposition in WHERE else list(part)
