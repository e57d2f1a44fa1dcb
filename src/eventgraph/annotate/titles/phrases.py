"""The phrase around a title noun: *special envoy for Iran*, *head of the European Commission*."""

from __future__ import annotations

from collections.abc import Iterator, Set
from typing import Literal, NamedTuple

from spacy.tokens import Token

from eventgraph.annotate.titles.noun import at_large, is_pair, is_title, second_of

Construction = Literal["before", "apposition", "shared", "respective"]

LEFT = frozenset(
    {"amod", "compound", "nmod:poss", "nmod:desc", "nmod", "flat", "nummod", "det", "advmod", "nmod:unmarked"}
)
RIGHT = frozenset({"nmod", "flat", "compound", "nmod:unmarked"})
PREPOSITIONS = frozenset({"of", "for", "to", "at", "in", "on", "with", "from"})
OUTSIDE = frozenset({"appos", "acl:relcl", "parataxis", "list"})
AFTER = frozenset({"-", "elect", "designate", "nominee", "emeritus"})


class TitlePhrase(NamedTuple):
    """Tokens of a title, in order; `head` is its noun; `person` the head token of the name."""

    person: Token
    head: Token
    tokens: tuple[Token, ...]
    construction: Construction


def phrase(head: Token, without: Set[int] = frozenset()) -> tuple[Token, ...]:
    """Return the title phrase around its head noun: modifiers, and complements with a preposition."""
    taken = {head.i}
    if head.i and is_pair(head.nbor(-1)):
        taken.add(head.i - 1)  # *director general*, whatever hangs on what
    first = head.i
    while first > 1 and head.doc[first - 1].text == "-" and not head.doc[first - 1].whitespace_:
        first -= 2  # *co-founder*, *under-secretary-general*
        taken.update({first, first + 1})
    if second_of(head) is not None:
        taken.add(head.i + 1)
    taken.update(t.i for t in at_large(head))
    if head.i and head.nbor(-1).text == "Under" and head.lower_ == "secretary":
        taken.add(head.i - 1)
    for child in head.children:
        if child.i in without:
            continue
        if child.i < head.i and child.dep_ in LEFT:
            taken.update(t.i for t in child.subtree)
        elif child.i > head.i and _complements(child):
            taken.update(t.i for t in _subtree(child, without))
    taken.update(_of_behind(head.doc[max(taken)], without))
    first, last = _contiguous(head, _whole_names(head, taken))
    return tuple(head.doc[first : last + 1])


def _complements(child: Token) -> bool:
    if child.lower_ in AFTER:
        return True
    if child.dep_ != "nmod":
        return child.dep_ in RIGHT
    return any(c.dep_ == "case" and c.lower_ in PREPOSITIONS for c in child.children)


def _subtree(token: Token, without: Set[int]) -> Iterator[Token]:
    if token.i in without:
        return
    yield token
    for child in token.children:
        if child.dep_ not in OUTSIDE and child.text not in {",", "("} and not _is_second(child):
            yield from _subtree(child, without)


def _is_second(child: Token) -> bool:
    """*mayor of Denver and governor of Colorado*: another title, or the *and* before it."""
    return is_title(child.head if child.dep_ == "cc" else child) and child.dep_ in {"cc", "conj"}


def _of_behind(last: Token, without: Set[int]) -> set[int]:
    """*officials, including the secretary general | of the bank*: what *of* introduces is the title's own."""
    if last.i + 1 >= len(last.doc):
        return set()
    of = last.nbor()
    stray = of.lower_ == "of" and of.dep_ == "case" and of.head.i > of.i and of.head.i not in without
    return {t.i for t in _subtree(of.head, without)} if stray else set()


def _whole_names(head: Token, taken: set[int]) -> set[int]:
    """With a word of a name right of the title the whole name, whatever its words hang on."""
    ends = [i for i in taken if i > head.i and head.doc[i].ent_iob_ == "I"]
    return taken | {i - 1 for i in ends} if ends else taken


def _contiguous(head: Token, taken: set[int]) -> tuple[int, int]:
    first = last = head.i
    while first - 1 in taken:
        first -= 1
    while last + 1 in taken:
        last += 1
    return first, last
