"""Read a title phrase: *former US special envoy for Iran* is an envoy, of the United States, once."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Literal, NamedTuple

from spacy.tokens import Token

from eventgraph.annotate.bodies import (
    body_apposed,
    body_capitalised,
    body_misread,
    body_named,
    body_of_country,
    body_of_place,
    body_unlisted,
    body_unmarked,
    land_inside,
)
from eventgraph.annotate.references import Reference, mention_of, reference
from eventgraph.annotate.title_complement import EDGES, EXAMPLES, is_void, rest_of, split_complements
from eventgraph.annotate.title_noise import is_noise
from eventgraph.annotate.title_phrase import at_large, second_of
from eventgraph.lexicon import find_place_demonym, is_title_head, tenure_of, words
from eventgraph.model import make_entity

Status = Literal["current", "former", "acting", "elect"]

WHERE = frozenset({"of", "in", "at", "from"})
PLURAL = frozenset({"NNS", "NNPS"})
POSSESSIVES = frozenset({"'s", "’s", "'", "’"})
# *for* after these introduces their field, even if it has a body's name: *minister for the Commonwealth*.
FIELDED = frozenset(
    {"minister", "secretary", "undersecretary", "commissioner", "general", "ambassador", "envoy"}
)
MINISTERS = frozenset({"minister", "vice-minister", "ministers"})
SENT = frozenset({"coordinator", "rapporteur"})
RANK_WORDS = frozenset(
    {"vice", "deputy", "assistant", "associate", "under", "sub", "shadow", "junior", "senior"}
)


class Office(NamedTuple):
    """What a title phrase says. `possessor` is the token of *his*, *their*, *the country's*, if any."""

    title: str
    status: Status
    organization: Reference | None
    country: Reference | None
    possessor: Token | None


def is_rank_apart(a: str, b: str) -> bool:
    """Do two titles differ in a word that makes another office: *president*, *vice president*?"""
    return not RANK_WORDS.isdisjoint(set(a.lower().split()) ^ set(b.lower().split()))


def read_office(tokens: Sequence[Token], head: Token) -> Office | None:
    """Read the phrase `tokens` with the title noun `head`; None if no title is left in it."""
    reader = _Reader(head)
    left = [t for t in tokens if t.i < head.i]
    second = second_of(head)
    whole = [head, *(t for t in (second, *at_large(head)) if t is not None and t in tokens)]
    right = [t for t in tokens if t.i > whole[-1].i]
    kept = [*reader.modifiers(left), *whole, *reader.complements(right)]
    title = _text(kept)
    if not title:
        return None
    return Office(title, reader.status, reader.organization, reader.country, reader.possessor)


class _Reader:
    def __init__(self, head: Token) -> None:
        self.head = head
        # Whoever is a candidate or nominee does not hold the office yet.
        self.status: Status = "elect" if _is_candidate(head) else "current"
        self.organization: Reference | None = None
        self.country: Reference | None = None
        self.possessor: Token | None = None

    def modifiers(self, tokens: Sequence[Token]) -> list[Token]:
        self.organization = (
            body_of_country(tokens) or body_capitalised(tokens) or body_unmarked(tokens, self.head)
        )
        kept: list[Token] = []
        for i, token in enumerate(tokens):
            tenure = _tenure(tokens, i)
            if tenure:
                # *former long-time adviser*: who was it for long is it no longer
                self.status = self.status if tenure == "current" else tenure
                kept = [t for t in kept if not t.is_lower]  # *regular visitor, ex-president* Lee
            elif token.dep_ == "nmod:poss" and token.pos_ in {"PRON", "DET"}:
                self.possessor = token
            elif (
                not self._is_body(token)
                and not is_noise(token, self.head)
                and not _is_owner(token, self.head)
            ):
                kept.append(token)
        self.organization = self.organization or body_of_place(tokens)
        return _attorney(tokens, self.head) + _hyphenated(tokens, kept)

    def _is_body(self, token: Token) -> bool:
        """Is the token part of the name of a body or country, or a noun for a body? Then note it."""
        found = reference(token)
        if found is None:
            noted = self.organization
            if noted and noted.mention.start <= token.idx < noted.mention.end:
                return True
            found = body_named(token) or _region(token)
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
        if _is_portfolio(part, self.head) and (inside := land_inside(inner)):
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
        if preposition == "to" or (preposition == "for" and _is_field(inner, self.head)):
            return list(part)  # an ambassador to a body or a country is not of it
        body = next((r for r in known if r.entity.type == "organization"), None)
        body = None if _is_portfolio(part, self.head) else body or _unmarked_body(inner)
        if body:
            self.organization = self.organization or body
        if land and (preposition in WHERE or body):
            self.country = self.country or land
        if body and preposition != "on":
            return []
        return rest_of(part, inner) if land and preposition in WHERE else list(part)


def _is_portfolio(part: Sequence[Token], head: Token) -> bool:
    """*Minister | of Economic Development*: what a minister is minister of is a field, if it is no body."""
    of_minister = part[0].lower_ == "of" and head.lemma_.lower() in MINISTERS
    return of_minister and words("state_words.bodies").isdisjoint(t.lower_ for t in part)


def _unmarked_body(inner: Sequence[Token]) -> Reference | None:
    return body_of_country(inner) or body_unlisted(inner) or _sole_body(inner) or body_apposed(inner[-1])


def _is_field(inner: Sequence[Token], head: Token) -> bool:
    """*minister for the Commonwealth*, *director for African Affairs*; not *for the Ministry of Works*."""
    known = any(t.ent_type_ == "organization" for t in inner)
    unnamed = head.lemma_.lower() in SENT and not known
    fielded = unnamed or head.lemma_.lower() in FIELDED or inner[-1].lower_ == "affairs"
    return fielded and words("state_words.bodies").isdisjoint(t.lower_ for t in inner)


def _attorney(tokens: Sequence[Token], head: Token) -> list[Token]:
    """*U.S. Attorney* is an office of that name."""
    land = reference(tokens[-1]) if tokens and head.text == "Attorney" else None
    if land is None or land.entity.name != "United States" or tokens[-1].i + 1 != head.i:
        return []
    return [t for t in tokens if reference(t) == land]


def _hyphenated(tokens: Sequence[Token], kept: Sequence[Token]) -> list[Token]:
    """*open-source developer*: with the second part of a compound stays its first."""
    here = {t.i for t in kept}
    firsts = {t.i - 1 for t in kept if t.text == "-" and t.i + 1 in here}
    whole = here | {
        t.i for t in tokens if t.i in firsts and tenure_of(t.lower_) is None and reference(t) is None
    }
    return [t for t in tokens if t.i in whole]


def _is_candidate(head: Token) -> bool:
    """*nominee*, *presidential candidate*; a doctoral candidate runs for nothing."""
    study = {"ph.d.", "phd", "doctoral", "master's"}
    return tenure_of(head.lemma_) == "elect" and not any(c.lower_ in study for c in head.lefts)


def _tenure(tokens: Sequence[Token], i: int) -> Status | None:
    """*former*, *acting*; of two words: *de facto*."""
    token, following = tokens[i], tokens[i + 1 : i + 2]
    if token.ent_type_:
        return None  # *New* Jersey
    pair = [f"{token.lower_}-{following[0].lower_}"] if following else []
    before = [f"{tokens[i - 1].lower_}-{token.lower_}"] if i else []
    joined = "".join(t.lower_ for t in tokens[max(i - 2, 0) : i + 1])  # *one-time*
    found = (tenure_of(word) for word in (token.lower_.strip("-"), *pair, *before, joined))
    return next((tenure for tenure in found if tenure), None)


def _region(token: Token) -> Reference | None:
    """*Scottish* First Minister: Scotland."""
    place = find_place_demonym(token.text) if token.pos_ in {"ADJ", "PROPN"} else None
    if place is None:
        return None
    mention = mention_of(token.doc[token.i : token.i + 1], "demonym")
    return Reference(make_entity(place.name, "place"), mention, token.i)


def _sole_body(inner: Sequence[Token]) -> Reference | None:
    """*of the bank*: the bank named before."""
    return body_named(inner[0]) if len(inner) == 1 else None


def _is_owner(token: Token, head: Token) -> bool:
    """*the government's lawyer*: whose the office is, not which."""
    return any(
        t.dep_ == "nmod:poss" and t.i < head.i and any(c.lower_ in POSSESSIVES for c in t.children)
        for t in (token, *token.ancestors)
        if t.i != head.i and head.is_ancestor(t)
    )


def _text(tokens: Sequence[Token]) -> str:
    kept = list(tokens)
    while kept and kept[-1].lower_ in EDGES:
        kept.pop()
    while kept and kept[0].lower_ in EDGES:
        kept.pop(0)
    text = ""
    for token, following in pairwise([*kept, None]):
        if token is None:
            continue
        text += token.lemma_ if token.tag_ in PLURAL and is_title_head(token.lemma_) else token.text
        # Words that stood apart, or had something left out between them, stay apart.
        text += " " if following is not None and (token.whitespace_ or following.i != token.i + 1) else ""
    return " ".join(text.split())
