"""Which two are meant: *they*, *both*, *the two presidents*, *the two countries*."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from spacy.tokens import Doc, Token

from eventgraph.annotate.references import Reference, reference
from eventgraph.annotate.titles import is_title
from eventgraph.extract.arguments.parties import parties, party_of
from eventgraph.extract.grammar.coordination import conjuncts, first_conjunct
from eventgraph.extract.grammar.syntax import expanded, logical_objects, obliques, subjects
from eventgraph.lexicon import words

NEAR = 3  # sentences between two and *they*
SINGLE = frozenset({"person", "country", "organization"})
NATIONS = frozenset({"country", "organization"})
CLAUSES = frozenset({"advcl", "ccomp"})
CLUSTERS = "coref_clusters"


class Pair(NamedTuple):
    """Two sides, told of at token `at`."""

    at: int
    one: tuple[Reference, ...]
    other: tuple[Reference, ...]


def pair_of_clause(trigger: Token) -> Pair | None:
    """*Lee thanked Kim when they met*, *Lee proposed to Kim that they meet*: Lee and Kim."""
    if trigger.dep_ not in CLAUSES:
        return None
    clause = trigger.head
    one = parties(expanded(subjects(clause)))
    other = parties(expanded(logical_objects(clause) or obliques(clause, {"to"})))
    named = any(party.entity.type in SINGLE for party in (*one, *other))
    return Pair(clause.i, tuple(one), tuple(other)) if named and len(one) == len(other) == 1 else None


def pair_before(word: Token, told: Sequence[Pair], *, alone: bool = False) -> Pair | None:
    """Return the nearest two before `word` that it can mean: two that are told of, or named side by side.

    *the two presidents* are two who are presidents, wherever they were named; *the two* and *they* are those
    of a few sentences before. *They* who are some other group mean no pair; nor do two whom a third met,
    unless the two stand `alone` as a side.
    """
    noun = _noun(word)
    sort = noun.lemma_.lower() if noun is not None else None
    if noun is not None and not is_title(noun) and sort not in words("communication.pairs"):
        return None
    at = noun.i if noun is not None else word.i
    beside = [pair for pair in _side_by_side(word.doc, at) if alone or not _is_side(pair, told)]
    before = [pair for pair in (*told, *beside) if pair.at < at and _is_two(pair)]
    fitting = [pair for pair in before if _fits(pair, sort, word.doc, _sentences(word.doc, pair.at, at))]
    return max(fitting, key=lambda pair: pair.at, default=None)


def _is_side(pair: Pair, told: Sequence[Pair]) -> bool:
    """*Lee met Kim and Park*: Kim and Park."""
    both = {pair.one[0].entity.id, pair.other[0].entity.id}
    return any(both <= {one.entity.id for one in side} for other in told for side in (other.one, other.other))


def _noun(word: Token) -> Token | None:
    """The noun that says what sort of two they are: its own, or that of a pronoun's antecedent."""
    if word.pos_ == "NOUN" and word.tag_ == "NNS":
        return word
    chain = next((chain for chain in _chains(word.doc) if word.i in chain), [])
    earlier = [word.doc[i] for i in chain if i < word.i and word.doc[i].tag_ == "NNS"]
    return earlier[-1] if earlier else None


def _chains(doc: Doc) -> Iterator[list[int]]:
    """The heads of each chain of mentions."""
    for name, spans in doc.spans.items():
        if name.startswith(CLUSTERS):
            yield sorted(span.root.i for span in spans)


def _side_by_side(doc: Doc, end: int) -> Iterator[Pair]:
    """*Lee and Kim*: two persons or two countries, and no third."""
    for token in doc[:end]:
        if token.i not in doc._.references or first_conjunct(token) is not token:
            continue
        both = [party_of(one) for one in conjuncts(token)]
        if len(both) == 2 and both[0] and both[1] and _is_like(both[0].entity.type, both[1].entity.type):
            yield Pair(token.i, (both[0],), (both[1],))


def _is_like(one: str, other: str) -> bool:
    return one == other or {one, other} <= NATIONS


def _is_two(pair: Pair) -> bool:
    return len(pair.one) == len(pair.other) == 1


def _sentences(doc: Doc, start: int, end: int) -> int:
    return sum(bool(token.is_sent_start) for token in doc[start:end])


def _fits(pair: Pair, sort: str | None, doc: Doc, between: int) -> bool:
    """Are they of the sort that the noun names, and near enough?"""
    both = (pair.one[0], pair.other[0])
    types = {party.entity.type for party in both}
    if sort in words("communication.pair_nations"):
        return types <= NATIONS and between <= NEAR
    if sort is None or sort in words("communication.pairs"):
        return between <= NEAR
    titles = [_titles(party, doc) for party in both]
    return any(sort in one for one in titles) and all(sort in one or not one for one in titles)


def _titles(party: Reference, doc: Doc) -> set[str]:
    """The nouns of the offices that the article gives a person."""
    return {
        title.head.lemma_.lower()
        for title, _ in doc._.titles
        if (person := reference(title.person)) and person.entity.id == party.entity.id
    }
