"""Who speaks: from the subject of a verb of saying to a named person, body or country.

An unnamed spokesman speaks for the body named with him, a document for its author, *it* and *the group* for the
body that spoke last, *I* and *we* for whose words they stand in.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from spacy.tokens import Doc, Token

from eventgraph.annotate.references import Reference, clean, mention_of, reference
from eventgraph.annotate.titles import is_title
from eventgraph.extract.implied import home
from eventgraph.extract.parties import group_span, party_of
from eventgraph.extract.quotations import FIRST_PERSON
from eventgraph.extract.syntax import agents, conjuncts, governor_subjects, obliques, possessors
from eventgraph.lexicon import words
from eventgraph.model import Entity, make_entity

BODIES = frozenset({"organization", "country"})
SPEAKERS = BODIES | {"person"}
BACK = 3  # sentences between a body and *it*, *the group*, *a spokesman*
OWNERS = frozenset({"compound", "nmod:poss", "nmod", "amod", "nmod:desc", "flat", "appos"})
DEFINITE = frozenset({"the", "this", "that"})


class Speakers:
    """Finds the speakers of one article, in the order of its text: each statement may explain the next."""

    def __init__(self, doc: Doc) -> None:
        self._doc = doc
        self._bodies: list[Reference] = []

    def note(self, speaker: Reference) -> None:
        """Note who spoke last."""
        if speaker.entity.type in BODIES:
            self._bodies.append(speaker)

    def of(self, tokens: Iterable[Token]) -> list[Reference]:
        """Return the speakers that the tokens and all coordinated with them stand for, each once."""
        heads = {one.i: one for token in tokens for one in conjuncts(token)}
        found = (one for _, token in sorted(heads.items()) for one in self._of(token))
        return list({one.entity.id: one for one in found}.values())

    def _of(self, token: Token, depth: int = 0) -> list[Reference]:
        if depth > 3 or token.lower_ in FIRST_PERSON:
            return []
        party = party_of(token)
        if party and party.entity.type in SPEAKERS:
            return [party]
        word = token.lemma_.lower()
        if word in words("reporting.spokespeople"):
            return self._owner(token) or self._last(token)
        if word in words("reporting.documents"):
            return self._author(token, depth)
        if word in words("reporting.offices"):
            return self._office(token)
        if token.lower_ == "it" or (word in words("bodies") and _definite(token)):
            return self._last(token)
        return []

    def _owner(self, token: Token) -> list[Reference]:
        """*a State Department spokesman*, *the ministry's spokeswoman*, *a spokesman for the president*."""
        under = [t for t in token.subtree if t.i != token.i and t.dep_ in OWNERS]
        found = [one for t in under if (one := _named(t))]
        order = sorted(found, key=lambda one: ("organization", "country", "person").index(one.entity.type))
        return order[:1]

    def _author(self, document: Token, depth: int) -> list[Reference]:
        """*the ministry's statement*, *a memo posted by Lee*, *the opinion of the court*; *the statement* alone."""
        posted = [one for clause in document.children if clause.dep_ == "acl" for one in agents(clause)]
        by = [*possessors(document), *agents(document), *posted, *obliques(document, {"from", "by", "at"})]
        by += [child for child in document.children if child.dep_ in {"compound", "nmod:desc"}]
        by += _issuers(document)
        found = [speaker for token in by for speaker in self._of(token, depth + 1)]
        return found[:1] or (self._last(document) if _definite(document) else [])

    def _office(self, token: Token) -> list[Reference]:
        """*the Iraqi military*, *police of Zurich*; *the government* is that of the story's country."""
        lands = [t for t in token.subtree if t.i != token.i and _is_land(t)]
        if lands:
            first = min([group_span(token).start, *(t.i for t in lands if t.head.i == token.i and t.i < token.i)])
            last = max([token.i, *(t.i for t in lands if t.i > token.i)])
            span = self._doc[first : last + 1]
            return [Reference(make_entity(clean(span.text), "organization"), mention_of(span, "nominal"), token.i)]
        if token.lemma_.lower() != "government" or not _definite(token):
            return self._last(token) if _definite(token) else []
        found = home(self._doc)
        return [_inferred(found.entity, token, "government-of-the-story")] if found else []

    def _last(self, token: Token) -> list[Reference]:
        """The body that spoke last, or the last one named, a few sentences back at most."""
        start = _sentences_back(token, BACK)
        spoke = [one for one in self._bodies if start <= one.head < token.i]
        named = [self._doc._.references.get(i) for i in range(start, token.sent.start)]
        near = spoke or [one for one in named if one and one.entity.type == "organization"]
        return [_inferred(near[-1].entity, token, "last-body")] if near else []


def _named(token: Token) -> Reference | None:
    found = reference(token)
    return found if found and found.entity.type in SPEAKERS else None


def _is_land(token: Token) -> bool:
    found = reference(token)
    return found is not None and found.entity.type in {"country", "place"}


def _definite(token: Token) -> bool:
    return any(child.dep_ == "det" and child.lower_ in DEFINITE for child in token.children)


def _issuers(document: Token) -> Sequence[Token]:
    """*Lee posted a message blaming Iran*: Lee, for message."""
    issues = document.dep_ in {"obj", "obl"} and document.head.lemma_.lower() in words("reporting.light")
    return governor_subjects(document) if issues else []


def _inferred(entity: Entity, token: Token, rule: str) -> Reference:
    return Reference(entity, mention_of(token.doc[token.i : token.i + 1], "inferred", rule), token.i)


def _sentences_back(token: Token, count: int) -> int:
    start = int(token.sent.start)
    for _ in range(count):
        if start > 0:
            start = int(token.doc[start - 1].sent.start)
    return start
