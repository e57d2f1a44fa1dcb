"""Words at the edges of what the network found that are no part of the name."""

from __future__ import annotations

from spacy.tokens import Token

from eventgraph.annotate.names.joined import SUFFIXES
from eventgraph.annotate.names.known import TAILS, is_small
from eventgraph.lexicon import find_demonym, is_honorific, is_title_head, load, tenure_of, words

GIVEN = frozenset({"shah"})  # a title of old, a given name in the news of today


def ends_nothing(token: Token) -> bool:
    """Is it a mark or preposition after the name? *Moon Jae-in* ends with what looks like one."""
    joined = token.i > 0 and token.nbor(-1).text == "-" and not token.nbor(-1).whitespace_
    tail = token.text in TAILS or token.text == "the"
    return token.is_space or (tail and not (joined and token.is_alpha))


def is_honour(token: Token, label: str) -> bool:
    """*Ann Lee QC*: letters after a person's name."""
    letters = token.is_upper and token.text in load("honorifics")["suffixes"]
    return label == "person" and letters and token.lower_ not in SUFFIXES and token.ent_iob_ == "I"


def leads(token: Token, label: str) -> bool:
    """Does the word stand before a name of the type `label`? *the*, *Mr*, *former*, *President*."""
    if is_small(token) or (label == "organization" and token.is_lower and token.pos_ == "ADJ"):
        return True
    if label != "person":
        return False
    word = token.lower_.rstrip(".")
    if (word in GIVEN and token.ent_iob_ == "B") or _is_given(token):
        return False
    return (
        is_honorific(token.text)
        or is_title_head(word)
        or tenure_of(word) is not None
        or word in words("titles.modifiers")
        or word == "emeritus"
        or find_demonym(token.text) is not None
    )


def _is_given(token: Token) -> bool:
    """*Energy Minister German Galushchenko*, *poet Danish Khan*: no nation stands after a title."""
    if not token.i or find_demonym(token.text) is None:
        return False
    return token.nbor(-1).tag_ in {"NN", "NNP"} and is_title_head(token.nbor(-1).lower_)
