"""Did what a model server tells happen? The text's own grammar goes before what the server says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from spacy.tokens import Span, Token

from eventgraph.annotate.references import reference
from eventgraph.annotate.titles import is_title
from eventgraph.extract.arguments.charges import charge_of
from eventgraph.extract.asked.words import find_words
from eventgraph.extract.modality import Modality, combine, modality


def trigger_of(words: str, quote: Span, heads: Sequence[Token], type: str) -> Token | None:
    """Return the verb, or noun for an event or office, among `words` in the quote; None if there is none.

    Of several that above most of the arguments' `heads`: `words` may stand there twice.
    """
    found = [token for span in find_words(words, quote) for token in span if _may_tell(token, type)]
    return max(found, key=lambda token: (sum(token in _up(one) for one in heads), -token.i), default=None)


def _may_tell(token: Token, type: str) -> bool:
    """*next week* and *Geneva* tell nothing that can be denied."""
    return token.pos_ == "VERB" or is_event(token) or (type == "role" and is_title(token))


def is_event(token: Token) -> bool:
    """Is it a noun for what happens, and no name?"""
    return token.pos_ == "NOUN" and token._.kind == "event" and reference(token) is None


def grade(trigger: Token, heads: Iterable[Token], said: Modality) -> Modality:
    """Return the weakest that the text says of the trigger and of what stands between it and its arguments.

    *said that Lee did not meet Kim* is negated whichever verb the server names. Only where the text asserts
    does `said` decide, so that a server can take a fact back but make none.
    """
    found: Modality = "asserted"
    for token in dict.fromkeys((trigger, *(one for head in heads for one in _between(head, trigger)))):
        ours = modality(charge_of(token) or token)
        found = found if found == ours == "negated" else combine(found, ours)
    return said if found == "asserted" else found


def _between(head: Token, trigger: Token) -> Iterator[Token]:
    """Verbs and events above an argument, below the trigger and below what is above that."""
    over = set(_up(trigger))
    for token in head.ancestors:
        if token in over:
            return
        if token.pos_ == "VERB" or is_event(token):
            yield token


def _up(token: Token) -> list[Token]:
    return [token, *token.ancestors]
