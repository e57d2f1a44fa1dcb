"""An event told in the present tense, but dated after its article, is a plan, though nothing says so."""

from __future__ import annotations

from typing import Any

from spacy.tokens import Token

from eventgraph.extract.arguments.timing import date_expression, is_aside

ARTICLE: Any = ("._.", "article", None, None)  # where spaCy keeps `doc._.article`
PRESENT = frozenset({"VBZ", "VBP"})
PAST = frozenset({"VBD", "VBN"})
PERFECT = frozenset({"has", "have", "had", "'ve", "’ve", "was", "were"})


def lies_ahead(token: Token) -> bool:
    """*She travels to Hanoi on July 10*, *his visit on July 10 worries the army*, in an article of July 5."""
    article = token.doc.user_data.get(ARTICLE)
    published = article.published if article else None
    found = date_expression(token) if published else None
    if found is None or published is None or found.value <= published or is_aside(token):
        return False
    span = token.doc.char_span(found.start, found.end, alignment_mode="expand")
    if span is None:
        return False
    return _is_present(token if token.pos_ == "VERB" or _copula(token) else _bearer(token, span.root))


def _bearer(noun: Token, date: Token) -> Token:
    """The word that the date hangs on: the event itself, or the verb above it."""
    return noun if noun in date.ancestors else noun.head


def _copula(token: Token) -> Token | None:
    return next((child for child in token.children if child.dep_ == "cop"), None)


def _is_present(token: Token) -> bool:
    verb = _copula(token) or token
    if verb.pos_ == "NOUN":
        return True
    helpers = {child.lower_ for child in token.children if child.dep_ in {"aux", "aux:pass"}}
    if helpers & PERFECT or verb.tag_ in PAST - ({"VBN"} if helpers else set()):
        return False
    return verb.tag_ in PRESENT or bool(helpers & {"is", "are", "'s", "’s", "'re", "’re"})
