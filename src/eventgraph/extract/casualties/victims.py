"""Who was harmed and how many: from the head of a noun phrase to its figure and the words for the people."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from spacy.tokens import Token

from eventgraph.annotate.references import clean, reference
from eventgraph.annotate.titles import is_title
from eventgraph.extract.casualties.numbers import Bound, Figure
from eventgraph.extract.casualties.people import is_people
from eventgraph.lexicon import words

MODIFIERS = frozenset({"ADJ", "NOUN", "PROPN", "ADV", "PUNCT", "VERB", "PART"})
ONE = frozenset({"a", "an", "another", "one"})
POSSESSIVE = frozenset({"his", "her", "their", "my", "our"})
LEFT = frozenset({"amod", "compound", "nmod:poss", "nmod:desc", "flat"})
REACH = 6  # words between a figure and its noun


class Victims(NamedTuple):
    """A number of people; `group` are the words for them, None where there are none; `head` is their noun.

    `persons` are the ids of those who are named.
    """

    number: int
    bound: Bound
    group: str | None
    head: Token
    persons: tuple[str, ...] = ()


def named(heads: Sequence[Token]) -> Victims | None:
    """Return the persons that the heads name or mean: *Anna Berg*: 1, *Anna Berg and Jan Novak*: 2."""
    found = [(head, one) for head in heads if (one := reference(head)) and one.entity.type == "person"]
    if not found:
        return None
    names = {one.entity.id: one.entity.name for _, one in found}
    return Victims(len(names), "exact", " and ".join(names.values()), found[0][0], tuple(names))


def counted(head: Token, figures: Sequence[Figure], *, any_noun: bool = False) -> Victims | None:
    """Return how many people a noun phrase names: *at least 12 miners*, *dozens of others*, *a man*: 1.

    None for a plural without a figure, for a name, and, unless `any_noun`, for what are no people.
    """
    if head.lower_ == "another" or _is_next(head):
        return Victims(1, "exact", None, head)
    figure = figure_of(head, figures)
    noun = _counted_noun(head, figure)
    if noun is not None and (
        _is_indefinite(noun) or not (any_noun or is_people(noun) or _are_hit(noun, figure))
    ):
        return None
    if figure:
        return Victims(figure.value, figure.bound, noun_phrase(noun, figure.end), noun or head)
    if noun is None or noun.tag_ != "NN" or noun.ent_type_ or not _is_one(noun):
        return None
    meant = reference(noun)
    person = (meant.entity.id,) if meant and meant.entity.type == "person" else ()
    return Victims(1, "exact", noun_phrase(noun, noun.sent.start), noun, person)


def _are_hit(noun: Token, figure: Figure | None) -> bool:
    """*killed 30 pine nut harvesters*: by their ending people, whom only living beings' verbs befall."""
    befallen = noun.dep_ in {"obj", "nsubj:pass"} and noun.head.lemma_.lower() in {"kill", "injure", "wound"}
    word = noun.lemma_.lower()
    alive = word not in words("casualty.animals") | words("attack.things")
    return befallen and alive and figure is not None and word.endswith(tuple(words("casualty.people_ends")))


def _is_indefinite(noun: Token) -> bool:
    """*a number of journalists*: nobody knows how many."""
    return noun.lemma_.lower() in words("numbers.indefinite") and _case_after(noun) == "of"


def _case_after(noun: Token) -> str:
    return noun.nbor().lower_ if noun.i + 1 < len(noun.doc) else ""


def _is_next(head: Token) -> bool:
    """*four died; a fifth died later*."""
    return head.lower_ in words("numbers.ordinals") and [one.lower_ for one in head.lefts] == ["a"]


def figure_of(head: Token, figures: Sequence[Figure]) -> Figure | None:
    """The figure that is the head or stands before it, within its phrase."""
    for figure in figures:
        if figure.start <= head.i < figure.end or (head.lower_ == "all" and figure.start == head.i + 1):
            return figure
        if figure.end <= head.i <= figure.end + REACH and _within(head, figure):
            return figure
    return None


def _within(head: Token, figure: Figure) -> bool:
    between = head.doc[figure.end : head.i]
    if any(one.pos_ not in MODIFIERS or one.dep_ in {"cop", "root"} for one in between):
        return False
    number = head.doc[figure.end - 1]
    return head.is_ancestor(number) or all(head.is_ancestor(one) for one in between)


def _counted_noun(head: Token, figure: Figure | None) -> Token | None:
    """*dozens of people*: people; *two of the victims*: victims; a bare number: None.

    The tree may make a figure and its noun two of a list: *two hundred and six soldiers*.
    """
    if figure is None or head.i >= figure.end:
        return head
    after = head.doc[figure.end] if figure.end < head.sent.end else head
    if after.dep_ == "conj" and after.head == head and is_people(after):
        return after
    of = (child for child in head.rights if child.dep_ == "nmod" and _case(child) == "of")
    return next((child for child in of if child.pos_ in {"NOUN", "PROPN"}), None)


def _case(noun: Token) -> str:
    return " ".join(child.lower_ for child in noun.children if child.dep_ == "case")


def _is_one(noun: Token) -> bool:
    """*a man*, *another soldier*, *the driver*; never *no man*, *each man*, *the woman*, told of before."""
    determiners = [child.lower_ for child in noun.children if child.dep_ in {"det", "nummod", "nmod:poss"}]
    if noun.pos_ != "NOUN" or len(determiners) != 1:
        return False
    if determiners[0] in POSSESSIVE or noun.nbor(-1).lower_ in {"'s", "’s"}:
        return noun.lemma_.lower() in words("kinship.m") | words("kinship.f")
    described = any(child.dep_ in LEFT for child in noun.lefts) or noun.lemma_.lower() in words(
        "casualty.actors"
    )
    return determiners[0] in ONE or (determiners[0] == "the" and (described or _is_office_of(noun)))


def _is_office_of(noun: Token) -> bool:
    """*the commander of the Northern Brigade*."""
    return is_title(noun) and any(child.dep_ == "nmod" and _case(child) == "of" for child in noun.rights)


def noun_phrase(noun: Token | None, start: int) -> str | None:
    """The noun with its modifiers from `start` on, without article and figure."""
    if noun is None:
        return None
    modifiers = [child.left_edge.i for child in noun.lefts if child.dep_ in LEFT]
    first = max(min([noun.i, *modifiers]), start if start <= noun.i else 0)
    kept = [one for one in noun.doc[first : noun.i + 1] if one.pos_ not in {"DET", "PRON"} or one.ent_type_]
    return clean("".join(one.text_with_ws for one in kept))
