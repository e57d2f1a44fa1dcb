"""Who speaks: from the subject of a verb of saying to a named person, body or country.

An unnamed spokesman speaks for the body named with him, a document for its author, *it* and *the group* for
the body that spoke last, *I* and *we* for whose words they stand in.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from spacy.tokens import Doc, Token

from eventgraph.annotate.references import Reference, reference
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
from eventgraph.extract.statements.continuity import Speech
from eventgraph.extract.statements.described import (
    described,
    inferred_from,
    is_any,
    is_definite,
    of_the_story,
    owners_of,
)
from eventgraph.extract.statements.first_person import is_first_person
from eventgraph.extract.statements.holders import holder_of, named_after, officer_after
from eventgraph.lexicon import words

BODIES = frozenset({"organization", "country"})
SPEAKERS = BODIES | {"person"}
LOCAL = frozenset({"police", "court"})  # no other body is called so
FAR = 400  # tokens between *the ministry* and the Finnish ministry
BACK = 3  # sentences between a body and *it*, *the group*, *a spokesman*
RANK = ("organization", "country", "person", "place", "group")
PLURAL = frozenset({"NNS", "NNPS"})
BENCHES = ("court", "tribunal", "council")  # those whose members speak as one
MEMBERS = frozenset({"including", "such as", "like"})
DEEPEST = 3  # documents of spokesmen of documents


class Speakers:
    """Finds the speakers of one article, in the order of its text: each statement may explain the next."""

    def __init__(self, doc: Doc) -> None:
        self._doc = doc
        self._bodies: list[Reference] = []
        self._spoke: Reference | None = None
        self._speech: Speech | None = None

    def note(self, speaker: Reference, content: Sequence[Token]) -> None:
        """Note who spoke last, and what was said."""
        self._spoke = speaker
        self._speech = Speech(speaker, frozenset(token.i for token in content))
        if speaker.entity.type in BODIES:
            self._bodies.append(speaker)

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
        word = token.lemma_.lower()
        holder = holder_of(token) if is_definite(token) else None
        if word in words("reporting.spokespeople"):
            named = named_after(token)
            return [named] if named else self._owner(token) or ([holder] if holder else self._last(token))
        if holder:
            return [holder]
        if word in words("reporting.documents"):
            return self._author(token, depth)
        if token.tag_ in PLURAL and word in words("reporting.benches"):
            return self._bench(token)
        if word in words("reporting.offices") | words("bodies"):
            return self._body(token)
        if token.lower_ == "it":
            return self._last(token)
        if token.lower_ == "they":
            return self._just_spoke(token)
        capitals = body_in_capitals(token)
        if capitals:
            return [capitals]
        members = expanded(obliques(token, MEMBERS))
        return [one for member in members for one in self._of(member, depth + 1)]

    def _owner(self, token: Token) -> list[Reference]:
        """*a State Department spokesman*, *the ministry's spokeswoman*, *a spokesman for the president*."""
        owners = list(owners_of(token))
        found = [one for t in owners if (one := _named(t))] + [one for t in owners for one in self._body(t)]
        return sorted(found, key=lambda one: RANK.index(one.entity.type))[:1]

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
        return self._writer(document, depth) or (self._last(document) if uttered else [])

    def _writer(self, document: Token, depth: int) -> list[Reference]:
        """*Lee wrote in a letter … the letter read*: who did something in or with it before."""
        for other in reversed(self._doc[_sentences_back(document, 2) : document.sent.start]):
            if other.lemma_ == document.lemma_:
                author = self._author(other, depth + 1)
                if author or depth:
                    return [inferred_from(one.entity, document, "author-of-document") for one in author[:1]]
                verbs = [one for one in other.ancestors if one.pos_ == "VERB"][:1]
                found = [one for verb in verbs for t in subjects(verb) for one in self._of(t, depth + 1)]
                return [inferred_from(one.entity, document, "author-of-document") for one in found[:1]]
        return []

    def _bench(self, members: Token) -> list[Reference]:
        """*Council members*, *the seven judges*: the council or court they sit in."""
        owners = [found for t in owners_of(members) if (found := reference(t))]
        bodies = [one for one in owners if one.entity.type == "organization"]
        if owners:
            return [one for one in bodies if _is_bench(one)][:1]
        any_ = [] if members.lemma_ == "member" else [*BENCHES]
        of = [t.lower_ for t in owners_of(members)] or any_
        last = (self._last(members, word) for word in of if word in BENCHES)
        return next((one for one in last if one), [])

    def _body(self, token: Token) -> list[Reference]:
        """*the Iraqi military*, *police of Zurich*; *the government* is that of the story's country."""
        word = token.lemma_.lower()
        if word not in words("reporting.offices") | words("bodies"):
            return []
        owners = list(owners_of(token))
        known = [found for t in owners if (found := reference(t)) and found.entity.type == "organization"]
        if known:
            return known[:1]
        if any(reference(t) or t.pos_ == "PROPN" for t in owners):
            return [] if is_any(token) and word not in LOCAL else [described(token, owners)]
        if is_definite(token) and any(t.lower_ == "based" for t in token.subtree):
            return self._last(token)  # the London-based group
        if word == "police" and not owners:
            return self._before(token) or self._ever_named(word, token.i)
        state = word == "ministry" or all(t.lower_ in words("reporting.of_state") for t in owners)
        if not is_definite(token) or not state:
            return []
        if owners or word in words("reporting.national"):
            return self._before(token) or self._last(token, word) or of_the_story(token)
        return self._before(token) or self._last(token, word if word in LOCAL else "")

    def _ever_named(self, word: str, before: int) -> list[Reference]:
        """*Thames Valley Police … Police said*: the body last named so."""
        for i in range(before - 1, -1, -1):
            found = self._doc._.references.get(i)
            if found and found.entity.type == "organization" and word in found.entity.name.lower():
                return [inferred_from(found.entity, self._doc[before], "last-body")]
        return []

    def _before(self, token: Token) -> list[Reference]:
        """*The Finnish ministry … the ministry*: the body that the same noun described before."""
        for i in range(token.i - 1, max(-1, token.i - FAR), -1):
            other = self._doc[i]
            if other.lower_ == token.lower_ and any(reference(t) for t in owners_of(other)):
                return [inferred_from(one.entity, token, "same-noun") for one in self._body(other)]
        return []

    def _just_spoke(self, token: Token) -> list[Reference]:
        """*NASA said … They also said*: the body that said the last thing, a sentence ago."""
        near = self._spoke if self._spoke and self._spoke.entity.type == "organization" else None
        first = not any(one.pos_ == "VERB" for one in token.doc[token.sent.start : token.i])
        if near is None or not first or not _sentences_back(token, 1) <= near.head < token.sent.start:
            return []
        return [inferred_from(near.entity, token, "last-body")]

    def _last(self, token: Token, word: str = "") -> list[Reference]:
        """The body that spoke or was named last, a few sentences back at most, with `word` in its name."""
        start = _sentences_back(token, BACK)
        spoke = [one for one in self._bodies if start <= one.head < token.i]
        named = [self._doc._.references.get(i) for i in range(start, token.sent.start)]
        near = spoke or [one for one in named if one and one.entity.type == "organization"]
        near = [one for one in near if word in one.entity.name.lower()]
        return [inferred_from(near[-1].entity, token, "last-body")] if near else []


def _is_bench(body: Reference) -> bool:
    return not {*BENCHES}.isdisjoint(body.entity.name.lower().split())


def _named(token: Token) -> Reference | None:
    found = reference(token)
    return found if found and found.entity.type in SPEAKERS else None


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


def _sentences_back(token: Token, count: int) -> int:
    start = int(token.sent.start)
    for _ in range(count):
        if start > 0:
            start = int(token.doc[start - 1].sent.start)
    return start
