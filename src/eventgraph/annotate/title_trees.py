"""One tree for *Secretary of State John Kerry*: the name is the head, the title hangs on it.

The treebanks the model learnt from draw such phrases in four ways; what reads the trees should meet one.
"""

from __future__ import annotations

from spacy.tokens import Token

from eventgraph.annotate.titles import TitlePhrase

TITLE = "nmod:desc"


def settle(found: TitlePhrase) -> None:
    """Hang the title on the name it stands before; the name takes the title's place in the sentence."""
    title, name = found.head, found.person
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


def _outside(found: TitlePhrase) -> list[Token]:
    """What hangs on the title without being part of its phrase: prepositions before, clauses after."""
    inside = {t.i for t in found.tokens} | {t.i for t in found.person.subtree}
    return [c for c in found.head.children if c.i not in inside]


def _replace(title: Token, name: Token) -> None:
    head, dep, is_root = title.head, title.dep_, title.head == title
    name.head = name if is_root else head
    name.dep_ = dep
