"""Parts of a figure: *53 people, including 14 children*; *twenty bodies, eleven women and nine men*."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from eventgraph.extract.casualties.numbers import Figure
from eventgraph.extract.casualties.people import is_people
from eventgraph.extract.casualties.victims import Victims, counted, figure_of, noun_phrase
from eventgraph.extract.grammar.coordination import conjuncts, first_conjunct
from eventgraph.extract.grammar.syntax import expanded, obliques

OF_THESE = frozenset({"them", "whom", "which", "these"})


def parts(head: Token, figures: Sequence[Figure]) -> Iterator[Victims]:
    """Yield the parts of a figure: *53, including 14 children and a nurse*; *two: a man and a woman*."""
    whole = figure_of(head, figures)
    if whole is not None:
        yield from _summands(head, whole, figures)
    for token in head.doc[head.i + 1 : head.sent.end]:
        before = [figure for figure in figures if figure.end <= token.i]
        if token.lower_ in {"including", "among"} and whole is not None and before[-1] == whole:
            for one in _those(conjuncts(_listed_after(token))):
                found = counted(one, figures)
                if found and one.i > token.i:
                    yield found
        elif token.lower_ == "of" and token.head.lower_ in OF_THESE and whole is not None:
            part = figure_of(token.nbor(-1), figures)
            if part and part != whole and [one for one in before if one != part][-1:] == [whole]:
                yield Victims(part.value, part.bound, _said_of(token.head), token.nbor(-1))
            yield from _after_which(token.head, whole, figures)


def _after_which(pronoun: Token, whole: Figure, figures: Sequence[Figure]) -> Iterator[Victims]:
    """*31 deaths, of which 12 were among children*: the 12."""
    part = next((one for one in figures if one.start == pronoun.i + 1), None)
    before = [one for one in figures if one.end <= pronoun.i]
    if part is None or part.end + 1 >= len(pronoun.doc) or before[-1:] != [whole]:
        return
    verb, link = pronoun.doc[part.end], pronoun.doc[part.end + 1]
    if verb.lemma_ == "be" and link.lower_ in {"among", "in"} and link.head.tag_ == "NNS":
        people = noun_phrase(link.head, link.i) if is_people(link.head) else None
        yield Victims(part.value, part.bound, people, verb.nbor(-1))


def _summands(head: Token, whole: Figure, figures: Sequence[Figure]) -> list[Victims]:
    """*twenty bodies were found, eleven women and nine men*: those told after it that add up to it."""
    after = (one for one in head.doc[whole.end + 1 : head.sent.end] if one != head and one.pos_ == "NOUN")
    found = [one for noun in after if is_people(noun) and (one := counted(noun, figures))]
    listed = len({first_conjunct(one.head) for one in found}) == 1 and len(found) > 1
    return found if listed and sum(one.number for one in found) == whole.value else []


def _listed_after(word: Token) -> Token:
    """*including a nurse*: the nurse; *among them three children*: the children."""
    listed = word.head if word.dep_ in {"case", "mark"} else _object(word)
    if listed.lower_ in {"them", "whom"} and listed.i + 1 < len(word.doc):
        listed = listed.nbor()
        while listed.head.i > listed.i and listed.dep_ in {"nummod", "amod", "compound", "det", "advmod"}:
            listed = listed.head
    return listed


def _those(listed: list[Token]) -> list[Token]:
    """*27 bodies, including those of nine children*: the children."""
    found = [expanded(obliques(one, {"of"})) if one.lower_ == "those" else [one] for one in listed]
    return [one for several in found for one in several]


def _said_of(pronoun: Token) -> str | None:
    """*five of them children*: children."""
    after = pronoun.nbor() if pronoun.i + 1 < len(pronoun.doc) else pronoun
    return after.text if after.tag_ == "NNS" and is_people(after) else None


def _object(token: Token) -> Token:
    return next((child for child in token.children if child.dep_ == "obj"), token)
