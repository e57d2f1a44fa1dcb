"""Groups of people without a name, called by their words: *senior Iraqi officials*."""

from __future__ import annotations

from spacy.tokens import Span, Token

from eventgraph.annotate.bodies import body_of_country, body_of_phrase
from eventgraph.annotate.references import Reference, clean, mention_of, reference
from eventgraph.annotate.titles import is_title
from eventgraph.lexicon import words
from eventgraph.model import make_entity

SHORT = 6  # tokens after an office that may still be its name
HUMAN = frozenset({"person", "organization"})
LEFT = frozenset({"amod", "compound", "nmod:poss", "nmod:desc", "nummod", "flat", "nmod:unmarked"})


def group_of(token: Token) -> Reference | None:
    """Return the group of people that a common noun names, or the body: *Norwegian government*."""
    if token.pos_ not in {"NOUN", "PROPN", "ADJ"} or not _human(token):
        return None
    span = group_span(token)
    body = body_of_country(tuple(span)) or body_of_phrase(token)
    if body and body.head == token.i:
        return body
    return Reference(
        make_entity(_owner(token) + clean(span.text), "group"), mention_of(span, "nominal"), token.i
    )


def _owner(token: Token) -> str:
    """*his team*, told of Biden, is Biden's team."""
    for child in token.lefts:
        found = reference(child) if child.dep_ == "nmod:poss" and child.pos_ in {"PRON", "DET"} else None
        if found:
            return f"{found.entity.name}'s "
    return ""


def _human(token: Token) -> bool:
    word = token.lemma_.lower()
    if word in words("not_parties") or (word == "party" and _is_either(token)):
        return False
    plural_people = token.tag_ in {"NNS", "NNPS"} and reference(token) is not None
    return token._.kind in HUMAN or is_title(token) or plural_people or word in words("groups")


def _is_either(token: Token) -> bool:
    """*both parties*: those told of before."""
    return any(child.lower_ in {"both", "all", "two", "warring"} for child in token.lefts)


def group_span(token: Token) -> Span:
    """The noun phrase without article, and without what follows the noun but for *secretary of state*."""
    first = token.i
    for child in token.lefts:
        if child.dep_ in LEFT and child.pos_ not in {"PRON", "DET"}:
            first = min(first, child.left_edge.i)
    while first < token.i and (token.doc[first].pos_ in {"DET", "PRON", "PUNCT", "CCONJ"}):
        first += 1
    return token.doc[first : _end(token)]


def _end(token: Token) -> int:
    """Where the phrase ends: *of* belongs to an office (*the secretary of state*) and to people without a
    name (*families of the victims*, *a delegation of Chilean lawmakers*), if what it introduces is short.
    """
    if (is_title(token) and token.tag_ in {"NN", "NNP"}) or _is_collective(token):
        for child in token.rights:
            own = child.dep_ == "nmod" and child.left_edge.lower_ == "of" and child.left_edge.i == token.i + 1
            if own and child.right_edge.i - token.i <= SHORT:
                return child.right_edge.i + 1
    return token.i + 1


def _is_collective(token: Token) -> bool:
    collectives = words("communication.delegates") | words("communication.visited")
    return token.tag_ == "NNS" or token.lemma_.lower() in collectives
