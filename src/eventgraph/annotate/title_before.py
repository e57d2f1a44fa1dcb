"""Titles before a name: *Israeli defense minister Benny Gantz*, *Coast Guard Commandant Admiral Ann Lee*."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span, Token

from eventgraph.annotate.title_modifiers import modifiers_of
from eventgraph.annotate.title_phrase import (
    AFTER,
    PREPOSITIONS,
    TitlePhrase,
    at_large,
    former_among,
    is_former,
    is_pair,
    is_title,
)
from eventgraph.lexicon import full_title, is_honorific, tenure_of, words

REACH = 18  # tokens between a title and the name it stands before
# Of these no one holds two: *the Prime Minister and President Hollande* are two people.
SOVEREIGN = frozenset({"president", "king", "queen", "chancellor", "premier", "pope", "prince", "princess"})
LINKS = frozenset({"nmod:desc", "compound", "flat", "amod", "appos", "nmod", "dep", "nmod:unmarked"})
NOMINAL = frozenset({"NOUN", "PROPN", "ADJ", "NUM"})
INSIDE = frozenset({"the", "and", "-", "of", "for", "'s", "’s"})
PLURAL = frozenset({"NNS", "NNPS"})
GIVEN = frozenset({"for", "to", "as"})  # *chose Lee as president and spokeswoman Ruiz left*
OF_OTHERS = frozenset({"leader", "representative", "activist", "organiser", "organizer"})
BREAKS = frozenset({",", ";", ":", "”", '"', "("})


def titles_before(name: Span) -> Iterator[TitlePhrase]:
    """Yield the nearest title on the left that belongs to the name, and those beside that title."""
    title = _nearest(name)
    if title is not None:
        left, others = modifiers_of(title, name), tuple(_coordinated(title, name))
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


def _nearest(name: Span) -> Token | None:
    for i in range(name.start - 1, max(name.root.sent.start, name.start - REACH) - 1, -1):
        token = name.doc[i]
        if i + 1 == name.start and _is_after_title(token):
            continue
        breaks = token.pos_ in {"VERB", "AUX", "PRON", "SCONJ"} or token.text in BREAKS
        if breaks and (token.dep_ == "mark" or not _inside_complement(token, name)):
            return None
        if is_title(token) and not _is_field(token) and _belongs(token, name):
            return None if _is_apposed(token) else token
    return None


def _is_field(token: Token) -> bool:
    """*Secretary of Justice*: a title noun that is another's field."""
    if token.i < 2 or token.nbor(-1).lower_ not in {"of", "for"}:
        return False
    return is_title(token.nbor(-2)) and token.lower_ in words("titles.modifiers")


def _is_after_title(token: Token) -> bool:
    """President-*elect*, ambassador *nominee*; a party's *nominee* has no other title."""
    return token.lower_ in AFTER and (not is_title(token) or is_title(token.doc[token.i - 1]))


def _is_apposed(title: Token) -> bool:
    """*Ann Lowe, a donor Lee had appointed*: the title in apposition to the name before the comma."""
    article = next((c for c in title.lefts if c.lower_ in {"a", "an"}), None)
    if article is None or article.i < 2 or article.nbor(-1).text != ",":
        return False
    return article.nbor(-2).ent_type_ == "person"


def _inside_complement(token: Token, name: Span) -> bool:
    return any(is_title(a) and a.i < token.i and _is_attached(a, name) for a in token.ancestors)


def _is_attached(title: Token, name: Span) -> bool:
    if title.head.i in range(name.start, name.end):
        return title.dep_ in LINKS
    return any(token.head == title and token.dep_ in LINKS for token in name)


def _belongs(title: Token, name: Span) -> bool:
    start = title.i + 1 + len(at_large(title))
    between = [token for token in title.doc[start : name.start] if not token.is_space]
    if all(token.lower_ in AFTER or is_honorific(token.text) for token in between):
        return True
    if any(token.text == "," or token.ent_type_ == "person" for token in between) or _is_complement(
        name, title
    ):
        return False
    if _is_attached(title, name):
        return True
    # The parser may miss the link: title, preposition, bare nouns, name.
    nouns = all(t.pos_ in NOMINAL or t.lower_ in INSIDE for t in between)
    return (
        between[0].lower_ in {"of", "for", "from", "in", "to"}
        and nouns
        and not any(is_title(t) for t in between)
    )


def _is_complement(name: Span, title: Token) -> bool:
    """*a spokesman for Ann Lee*: the name stands right after the title's preposition."""
    for token in reversed(name.doc[title.i + 1 : name.start]):
        if token.pos_ in {"NOUN", "PROPN"} and not is_honorific(token.text):
            return False
        if token.lower_ in PREPOSITIONS and token.pos_ == "ADP":
            return True
    return False


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


def _coordinated(title: Token, name: Span) -> Iterator[TitlePhrase]:
    """*host, businessman and philanthropist Ann Lee*: the titles before the last one, from the right."""
    end = title.i - len(modifiers_of(title, name)) - 1
    if end <= title.sent.start or title.doc[end].lower_ != "and":
        return
    while (other := _listed(title, end, name)) is not None:
        left = modifiers_of(other, name)
        first = left[0] if left else other
        if first.i > title.sent.start and first.nbor(-1).lower_ in GIVEN:
            return
        if title.lower_ not in SOVEREIGN or is_former(first):
            yield TitlePhrase(name.root, other, left + _up_to(other, end), "before")
        end = first.i - 1
        if first.pos_ == "DET" or end <= title.sent.start or title.doc[end].text != ",":
            return


def _up_to(other: Token, end: int) -> tuple[Token, ...]:
    phrase = other.doc[other.i : end]
    return tuple(phrase[:-1] if phrase[-1].text == "," else phrase)


def _listed(title: Token, end: int, name: Span) -> Token | None:
    """Return the title of the list that ends before `end`: right there, or further left in the tree."""
    start = end - 1 if title.doc[end - 1].text == "," else end
    for i in range(start - 1, max(title.sent.start, start - 8) - 1, -1):
        other = title.doc[i]
        if is_title(other) and (title in other.conjuncts or i == start - 1):
            return None if other.tag_ in PLURAL or (start < end and _has_article(other)) else other
        if other.pos_ in {"VERB", "AUX"} or other.ent_type_ == "person" or other.text == ",":
            return None
    return None


def _has_article(title: Token) -> bool:
    return any(child.dep_ == "det" for child in title.children)


def _shared_tenure(left: tuple[Token, ...], others: tuple[TitlePhrase, ...]) -> tuple[Token, ...]:
    """*former minister and mayor Ann Lee*: the word before the first title is said of both."""
    if any(tenure_of(token.lower_) for token in left):
        return ()
    return next((former_among(other.tokens[:2]) for other in others), ())
