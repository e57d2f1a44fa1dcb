"""Who does it and to whom it is done, in either voice."""

from __future__ import annotations

from spacy.tokens import Token

from eventgraph.extract.grammar.object import objects
from eventgraph.extract.grammar.oblique import obliques
from eventgraph.extract.grammar.passive import passive
from eventgraph.extract.grammar.relative import antecedent
from eventgraph.extract.grammar.subject import subjects
from eventgraph.extract.grammar.tokens import linked, unique


def agents(token: Token) -> list[Token]:
    """Return who does it in a passive or nominal: *was met by Sullivan*, *a visit by Sullivan*."""
    by = obliques(token, {"by"}) if token.pos_ in {"NOUN", "PROPN"} or passive(token) else []
    found = unique([antecedent(child) for child in linked(token, "obl:agent")] + by)
    return found or (_stray_agent(token) if token.pos_ == "VERB" and passive(token) else [])


def _stray_agent(verb: Token) -> list[Token]:
    """*was received by King Haakon*: who follows *by*, whatever the parser hangs it on."""
    after = verb.doc[verb.i + 1 : min(verb.i + 2, verb.sent.end)]
    return [by.head for by in after if by.lower_ == "by" and by.dep_ == "case" and by.head.i > by.i]


def logical_subjects(verb: Token) -> list[Token]:
    """Return who does it, in either voice: Sullivan, in *Sullivan met Kamel*, *Kamel was met by Sullivan*."""
    return agents(verb) if passive(verb) else subjects(verb)


def logical_objects(verb: Token) -> list[Token]:
    """Return whom it is done to, in either voice: Kamel, in *Sullivan met Kamel*, *Kamel was met*."""
    return subjects(verb) if passive(verb) else objects(verb)
