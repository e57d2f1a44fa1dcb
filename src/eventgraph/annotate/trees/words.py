"""Fixed expressions the parser draws in several ways, drawn in one: before titles are read.

*Secretary-General* and *attorney general* have their last word as head; *Lord* hangs on *McKay*, not the
other way round; *face to face* is how people meet, not whom.
"""

from __future__ import annotations

from spacy.tokens import Doc, Token

from eventgraph.annotate.titles import is_title
from eventgraph.lexicon import is_honorific, words

REACH = 6  # tokens from a body to the title in it, which has words and hyphens before it
ELECT = frozenset({"elect", "designate"})
FACING = frozenset({"face", "eye", "head"})


def settle_words(doc: Doc) -> None:
    """Draw the expressions anew, each where it stands."""
    for token in doc:
        if token.lower_ == "general" and (first := _first_of_pair(token)):
            _exchange(first, token, "compound")
        elif token.lower_ in ELECT and (title := _first_of_elect(token)):
            _hang_below(token, title)
        elif token.ent_type_ == "person" and (honorific := _honorific(token)):
            _exchange(honorific, token, "nmod:desc")
        elif token.head.dep_ == "appos" and _is_in_body_place(token):
            _exchange(token.head, token, "compound")
        elif token.lower_ in FACING and _is_facing(token):
            token.dep_ = "advmod"


def _first_of_pair(general: Token) -> Token | None:
    """The *secretary* that *general* hangs on, with or without a hyphen between."""
    before = general.i - 2 if general.i > 1 and general.nbor(-1).text == "-" else general.i - 1
    first = general.doc[max(before, 0)]
    return first if general.head == first and first.lower_ in words("titles.generals") else None


def _first_of_elect(elect: Token) -> Token | None:
    """The *president* before *-elect*, unless the tree has *elect* below it."""
    first = elect.nbor(-2) if elect.i > 1 and elect.nbor(-1).text == "-" else elect
    return first if elect.head != first and first != elect and is_title(first) else None


def _hang_below(elect: Token, title: Token) -> None:
    """Make the title the noun of the two."""
    if title.head == elect:
        _exchange(elect, title, "flat")
    elif not elect.is_ancestor(title):
        children = list(elect.children)
        elect.head, elect.dep_ = title, "flat"
        for child in children:
            child.head = title


def _honorific(name: Token) -> Token | None:
    """*Lord*, as the head of the name behind it."""
    before = name.nbor(-1) if name.i else name
    outside = before != name and not before.ent_type_ and name.head == before
    return before if outside and is_honorific(before.text) else None


def _is_in_body_place(title: Token) -> bool:
    """*Ann Lee, the UN Under-Secretary-General*: a title that the tree hangs on the body it is in."""
    body, cases = title.head, [child.lower_ for child in title.lefts if child.dep_ == "case"]
    within = body.ent_type_ == "organization" and body.i < title.i <= body.i + REACH and not title.ent_type_
    return within and is_title(title) and title.dep_ in {"nmod", "flat"} and set(cases) <= {"under"}


def _is_facing(token: Token) -> bool:
    """*face to face*, *eye to eye*."""
    after = token.doc[token.i + 1 : token.i + 4]
    plain = [t.lower_ for t in after if t.text != "-"]
    return token.dep_ in {"obj", "obl", "obl:unmarked"} and plain[:2] == ["to", token.lower_]


def _exchange(first: Token, second: Token, dep: str) -> None:
    """Put the second in the first one's place, with what hangs on it, and the first below."""
    head, own = first.head, first.dep_
    children = [child for child in first.children if child != second]
    second.head, second.dep_ = (second if head == first else head), own
    first.head, first.dep_ = second, dep
    for child in children:
        child.head = second
