"""Bodies called by what they are: *the Iraqi military*, *police of Zurich*, *the health ministry*."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from eventgraph.annotate.references import Reference, clean, mention_of, reference
from eventgraph.extract.arguments.group import group_span
from eventgraph.extract.arguments.home_country import home
from eventgraph.lexicon import find_country
from eventgraph.model import Entity, make_entity

OWNERS = frozenset({"compound", "nmod:poss", "nmod", "amod", "nmod:desc", "flat", "appos"})
DEFINITE = frozenset({"the", "this", "that"})


def owners_of(token: Token) -> Iterator[Token]:
    """The modifiers that say whose or of what: compounds, possessors, *of* and *for* phrases, and theirs."""
    for child in token.children:
        if child.dep_ in OWNERS:
            yield child
            yield from owners_of(child)


def described(token: Token, owners: Sequence[Token]) -> Reference:
    """A body without a name of its own: *Iraqi military*, *police of Zurich*."""
    lands = [t.i for t in owners if t.i > token.i and reference(t)]
    span = token.doc[group_span(token).start : max([token.i, *lands]) + 1]
    name = _whose(owners) + clean(span.text)
    return Reference(make_entity(name, "organization"), mention_of(span, "nominal"), token.i)


def _whose(owners: Sequence[Token]) -> str:
    """*his office*, told of Ann Lee, is Ann Lee's office."""
    pronouns = (reference(one) for one in owners if one.pos_ in {"PRON", "DET"})
    return next((f"{one.entity.name}'s " for one in pronouns if one), "")


def of_the_story(token: Token) -> list[Reference]:
    """*the government*, *the health ministry*: that of the country the article is at home in."""
    found = home(token.doc)
    land = find_country(found.entity.name) if found else None
    if land is None:
        return []
    body = clean(group_span(token).text)
    name = f"{land.adjectives[0]} {body}" if land.adjectives else f"{body} of {land.name}"
    return [inferred_from(make_entity(name, "organization"), token, "body-of-the-story")]


def is_any(token: Token) -> bool:
    """*a group from Texas*: is it one of many, without a name?"""
    return any(child.dep_ == "det" and child.lower_ in {"a", "an", "another"} for child in token.children)


def is_definite(token: Token) -> bool:
    """Has it an article that points back? *the ministry*, *this report*."""
    return any(child.dep_ == "det" and child.lower_ in DEFINITE for child in token.children)


def inferred_from(entity: Entity, token: Token, rule: str) -> Reference:
    """Return the entity as what the token stands for by the rule."""
    return Reference(entity, mention_of(token.doc[token.i : token.i + 1], "inferred", rule), token.i)
