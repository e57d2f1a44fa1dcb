"""Titles before a name: *Israeli defense minister Benny Gantz*, *Coast Guard Commandant Admiral Ann Lee*."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span, Token

from eventgraph.annotate.titles.listed import listed_before
from eventgraph.annotate.titles.modifiers import modifiers_of
from eventgraph.annotate.titles.nearest import nearest_title
from eventgraph.annotate.titles.noun import former_among, is_pair, is_title
from eventgraph.annotate.titles.phrases import TitlePhrase
from eventgraph.lexicon import full_title, tenure_of, words

OF_OTHERS = frozenset({"leader", "representative", "activist", "organiser", "organizer"})


def titles_before(name: Span) -> Iterator[TitlePhrase]:
    """Yield the nearest title on the left that belongs to the name, and those beside that title."""
    title = nearest_title(name)
    if title is not None:
        left, others = modifiers_of(title, name), tuple(listed_before(title, name))
        first = _head_of_body(title, left)
        if first is not None:
            tokens = modifiers_of(first, name) + tuple(name.doc[first.i : title.i])
            left, others = (), (TitlePhrase(name.root, first, tokens, "before"),)
        left = _shared_tenure(left, others) + left
        yield from _stacked(title, left, tuple(name.doc[title.i : name.start]), name)
        yield from others


def _head_of_body(title: Token, left: tuple[Token, ...]) -> Token | None:
    """*chair of the Intelligence Committee | Representative Ann Lee*: the title before a seat or rank."""
    start = left[0].i if left else title.i
    rank = title.lower_ in words("legislators") | words("titles.ranks")
    whole = title.doc[title.i - 1].text != "-" and not is_pair(title.doc[title.i - 1])  # Secretary-General
    if not (rank and whole) or start < title.sent.start + 2 or title.doc[start - 1].lower_ != "of":
        return None
    body = bool(left) and left[0].pos_ == "DET" and any(t.ent_type_ == "organization" for t in left)
    first = title.doc[start - 2]
    return first if body and is_title(first) else None


def _stacked(
    title: Token, left: tuple[Token, ...], rest: tuple[Token, ...], name: Span
) -> Iterator[TitlePhrase]:
    """*Coast Guard Commandant Admiral Ann Lee* holds two titles; *Prime Minister* is one."""
    cut = next((k for k in range(len(left) - 1, -1, -1) if _stands_alone(left, k, title)), None)
    if cut is None:
        yield TitlePhrase(name.root, title, left + rest, "before")
        return
    yield TitlePhrase(name.root, title, left[cut + 1 :] + rest, "before")
    yield TitlePhrase(name.root, left[cut], left[: cut + 1], "before")


def _stands_alone(left: tuple[Token, ...], k: int, title: Token) -> bool:
    token, following = left[k], left[k + 1] if k + 1 < len(left) else title
    ranked = full_title(following.text).lower() in words("titles.ranks")
    hyphened = k > 0 and left[k - 1].text == "-" and not left[k - 1].whitespace_
    if k > 0 and ranked and (token.lower_ == "chief" or hyphened):
        return True  # *army chief General Lee*, *director-general Lt-Gen Lee*
    return (
        is_title(token)
        and token.lower_ not in words("titles.modifiers") | {"fellow"}
        and is_title(following)
        and tenure_of(following.lemma_) is None  # *mayor candidate* is one
        and following.text not in OF_OTHERS  # *student leader* is one
        and not is_pair(token)
    )


def _shared_tenure(left: tuple[Token, ...], others: tuple[TitlePhrase, ...]) -> tuple[Token, ...]:
    """*former minister and mayor Ann Lee*: the word before the first title is said of both."""
    if any(tenure_of(token.lower_) for token in left):
        return ()
    return next((former_among(other.tokens[:2]) for other in others), ())
