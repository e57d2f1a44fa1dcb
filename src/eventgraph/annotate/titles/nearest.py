"""The nearest title on the left that belongs to a name."""

from __future__ import annotations

from spacy.tokens import Span, Token

from eventgraph.annotate.titles.noun import at_large, is_title
from eventgraph.annotate.titles.phrases import AFTER, PREPOSITIONS
from eventgraph.lexicon import is_honorific, words

REACH = 18  # tokens between a title and the name it stands before
LINKS = frozenset({"nmod:desc", "compound", "flat", "amod", "appos", "nmod", "dep", "nmod:unmarked"})
NOMINAL = frozenset({"NOUN", "PROPN", "ADJ", "NUM"})
INSIDE = frozenset({"the", "and", "-", "of", "for", "'s", "’s"})
BREAKS = frozenset({",", ";", ":", "”", '"', "("})


def nearest_title(name: Span) -> Token | None:
    """Return the noun of the nearest title before the name that is its own; None if there is none."""
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
