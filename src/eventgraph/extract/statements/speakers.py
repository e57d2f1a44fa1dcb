"""Who speaks: from the subject of a verb of saying to a named person, body or country.

An unnamed spokesman speaks for the body named with him, a document for its author, *it* and *the group* for
the body that spoke last, *I* and *we* for whose words they stand in.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from spacy.tokens import Doc, Token

from eventgraph.annotate.references import Reference
from eventgraph.extract.arguments.parties import party_of
from eventgraph.extract.grammar.syntax import (
    agents,
    conjuncts,
    expanded,
    governor_subjects,
    obliques,
    possessors,
    subjects,
)
from eventgraph.extract.statements.acronyms import body_in_capitals
from eventgraph.extract.statements.bodies import SPEAKERS, Bodies, sentences_back
from eventgraph.extract.statements.continuity import Speech
from eventgraph.extract.statements.described import (
    inferred_from,
    is_definite,
    owners_of,
)
from eventgraph.extract.statements.first_person import is_first_person
from eventgraph.extract.statements.holders import holder_of, named_after, officer_after
from eventgraph.lexicon import words

PLURAL = frozenset({"NNS", "NNPS"})
MEMBERS = frozenset({"including", "such as", "like"})
DEEPEST = 3  # documents of spokesmen of documents


class Speakers:
    """Finds the speakers of one article, in the order of its text: each statement may explain the next."""

    def __init__(self, doc: Doc) -> None:
        self._doc = doc
        self._bodies = Bodies(doc)
        self._speech: Speech | None = None

    def note(self, speaker: Reference, content: Sequence[Token]) -> None:
        """Note who spoke last, and what was said."""
        self._speech = Speech(speaker, frozenset(token.i for token in content))
        self._bodies.note(speaker)

    def of(self, tokens: Iterable[Token]) -> list[Reference]:
        """Return the speakers that the first usable of the tokens and all coordinated with it stand for."""
        found = ([one for t in conjuncts(token) for one in self._of(t)] for token in tokens)
        first = next((speakers for speakers in found if speakers), [])
        return list({one.entity.id: one for one in first}.values())

    def _of(self, token: Token, depth: int = 0) -> list[Reference]:
        if depth > DEEPEST or is_first_person(token):
            return []
        party = party_of(token)
        if party and self._speech and self._speech.goes_on(token, party):
            return [inferred_from(self._speech.speaker.entity, token, "same-speaker")]
        if party and party.entity.type in SPEAKERS:
            platform = depth > 0 and party.entity.name.lower() in words("reporting.platforms")
            return [] if platform or _some_of(token) else [officer_after(token) or party]
        holder = holder_of(token) if is_definite(token) else None
        if token.lemma_.lower() in words("reporting.spokespeople"):
            return self._spokesman(token, holder)
        return [holder] if holder else self._unnamed(token, depth)

    def _spokesman(self, token: Token, holder: Reference | None) -> list[Reference]:
        """*the spokesman, Lee*: Lee; else whom he speaks for, else the holder, else the last body."""
        named = named_after(token)
        if named:
            return [named]
        return self._bodies.owner(token) or ([holder] if holder else self._bodies.last(token))

    def _unnamed(self, token: Token, depth: int) -> list[Reference]:
        word = token.lemma_.lower()
        if word in words("reporting.documents"):
            return self._author(token, depth)
        if token.tag_ in PLURAL and word in words("reporting.benches"):
            return self._bodies.bench(token)
        if word in words("reporting.offices") | words("bodies"):
            return self._bodies.body(token)
        if token.lower_ == "it":
            return self._bodies.last(token)
        if token.lower_ == "they":
            return self._bodies.just_spoke(token)
        capitals = body_in_capitals(token)
        if capitals:
            return [capitals]
        members = expanded(obliques(token, MEMBERS))
        return [one for member in members for one in self._of(member, depth + 1)]

    def _author(self, document: Token, depth: int) -> list[Reference]:
        """*the ministry's statement*, *a memo posted by Lee*, *the opinion of the court*; *the statement*."""
        clauses = [clause for clause in document.children if clause.dep_ == "acl"]
        posted = [one for clause in clauses for one in (*agents(clause), *obliques(clause, {"from"}))]
        by = [*possessors(document), *agents(document), *posted, *obliques(document, {"from", "by", "at"})]
        by += [one for one in owners_of(document) if one.dep_ in {"compound", "nmod:desc", "nmod:poss"}]
        by += _issuers(document)
        each = ([one for t in conjuncts(token) for one in self._of(t, depth + 1)] for token in by)
        found = next((speakers for speakers in each if speakers), [])
        if found or not is_definite(document):
            return found
        uttered = document.lemma_.lower() in words("reporting.utterances")
        return self._writer(document, depth) or (self._bodies.last(document) if uttered else [])

    def _writer(self, document: Token, depth: int) -> list[Reference]:
        """*Lee wrote in a letter … the letter read*: who did something in or with it before."""
        for other in reversed(self._doc[sentences_back(document, 2) : document.sent.start]):
            if other.lemma_ == document.lemma_:
                author = self._author(other, depth + 1)
                if author or depth:
                    return [inferred_from(one.entity, document, "author-of-document") for one in author[:1]]
                verbs = [one for one in other.ancestors if one.pos_ == "VERB"][:1]
                found = [one for verb in verbs for t in subjects(verb) for one in self._of(t, depth + 1)]
                return [inferred_from(one.entity, document, "author-of-document") for one in found[:1]]
        return []


def _some_of(token: Token) -> bool:
    """*other Republicans*, *many Democrats*: people of the body, not the body."""
    beside = [
        child for child in token.children if child.dep_ in {"amod", "nummod", "det"} and not child.ent_type_
    ]
    return token.tag_ == "NNPS" and any(child.lower_ != "the" for child in beside)


def _issuers(document: Token) -> Sequence[Token]:
    """*Lee posted a message blaming Iran*: Lee, for message."""
    issues = document.dep_ in {"obj", "obl"} and document.head.lemma_.lower() in words("reporting.light")
    return governor_subjects(document) if issues else []
