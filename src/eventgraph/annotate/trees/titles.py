"""One tree for *Secretary of State John Kerry*: the name is the head, the title hangs on it.

The treebanks the model learnt from draw such phrases in four ways; what reads the trees should meet one.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from spacy.tokens import Doc, Token

from eventgraph.annotate.titles import TitlePhrase, is_title

TITLE = "nmod:desc"
BODIES = frozenset({"organization", "country", "place"})


def settle(found: TitlePhrase) -> None:
    """Hang the title on the name it stands before; the name takes the title's place in the sentence."""
    title, name = found.head, found.person
    _settle_bodies(found)
    if title.head == name:
        title.dep_ = TITLE
        return
    outside = _outside(found)
    if title.is_ancestor(name):
        _replace(title, name)
    elif name.head != title.head:
        return
    title.head, title.dep_ = name, TITLE
    for child in outside:
        child.head = name


def _settle_bodies(found: TitlePhrase) -> None:
    """*met | Workers' Party (WP) chairwoman Ann Lee*: the body in the phrase is not met besides."""
    inside = {t.i for t in (*found.tokens, *found.person.subtree)}
    for token in found.tokens:
        loose = token.head.i not in inside or token.head == token
        if token.ent_type_ in BODIES and loose and token.i < found.head.i:
            if token.is_ancestor(found.person):
                _replace(token, found.person)
            token.head, token.dep_ = found.person, "compound"


def settle_lists(titles: Sequence[TitlePhrase]) -> None:
    """*The ministers of Peru and Chile, Ana Rojas and Luis Paz*: the title hangs on the first, who takes its
    place in the sentence; the others stand beside.
    """
    for title, of_one in groupby(titles, key=lambda found: found.head):
        first, *others = (found.person for found in of_one)
        group = (title, first, *others)
        top = next(one for one in group if not any(other.is_ancestor(one) for other in group))
        _replace(top, first)
        for name in others:
            name.head, name.dep_ = first, "conj"
        title.head, title.dep_ = first, TITLE


def settle_given(doc: Doc) -> None:
    """What somebody becomes hangs on the verb: *Lee was named minister*, *Lee, appointed minister*,
    *they elected Lee president*, which is not an elected president.
    """
    for token in doc:
        relation = token.dep_
        if relation == TITLE:
            _give(token, token.head.head)
        elif relation == "obj" and _reduced(token.head) and is_title(token):
            token.head.tag_ = "VBN"
        elif relation in {"amod", "acl"} and _gives(token):
            title = token.head
            _replace(title, token)
            title.head, title.dep_ = token, "obj"


def _give(title: Token, verb: Token) -> None:
    """Hang the title on the verb, where that stands between it and its name."""
    if title.head.i < verb.i < title.i and verb.pos_ == "VERB" and is_title(title):
        title.head, title.dep_ = verb, "xcomp"


def _gives(verb: Token) -> bool:
    """Is it taken for a word before the title, though it has a subject?"""
    return verb.head.i > verb.i and _has_subject(verb) and is_title(verb.head)


def _reduced(verb: Token) -> bool:
    """A clause after a noun, without subject, that the tagger reads as a plain past."""
    return verb.dep_ == "acl" and verb.tag_ == "VBD" and not _has_subject(verb)


def _has_subject(verb: Token) -> bool:
    return any(child.dep_ == "nsubj" for child in verb.children)


def _outside(found: TitlePhrase) -> list[Token]:
    """What hangs on the title without being part of its phrase: prepositions before, clauses after."""
    inside = {t.i for t in found.tokens} | {t.i for t in found.person.subtree}
    return [c for c in found.head.children if c.i not in inside]


def _replace(title: Token, name: Token) -> None:
    head, dep, is_root = title.head, title.dep_, title.head == title
    name.head = name if is_root else head
    name.dep_ = dep
