"""Which body is meant: *the ministry*, *police*, *it*, *a spokesman*, by what an article told before."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from eventgraph.annotate.references import Reference, reference
from eventgraph.extract.statements.described import (
    described,
    inferred_from,
    is_any,
    is_definite,
    of_the_story,
    owners_of,
)
from eventgraph.lexicon import words

BODIES = frozenset({"organization", "country"})
SPEAKERS = BODIES | {"person"}
LOCAL = frozenset({"police", "court"})  # no other body is called so
FAR = 400  # tokens between *the ministry* and the Finnish ministry
BACK = 3  # sentences between a body and *it*, *the group*, *a spokesman*
RANK = ("organization", "country", "person", "place", "group")
BENCHES = ("court", "tribunal", "council")  # those whose members speak as one


class Bodies:
    """Remembers which bodies spoke in one article, in the order of its text."""

    def __init__(self, doc: Doc) -> None:
        self._doc = doc
        self._spoken: list[Reference] = []
        self._spoke: Reference | None = None

    def note(self, speaker: Reference) -> None:
        """Note who spoke last."""
        self._spoke = speaker
        if speaker.entity.type in BODIES:
            self._spoken.append(speaker)

    def owner(self, token: Token) -> list[Reference]:
        """Return for whom an unnamed one speaks.

        *a State Department spokesman*, *the ministry's spokeswoman*, *a spokesman for the president*.
        """
        owners = list(owners_of(token))
        found = [one for t in owners if (one := _named(t))] + [one for t in owners for one in self.body(t)]
        return sorted(found, key=lambda one: RANK.index(one.entity.type))[:1]

    def bench(self, members: Token) -> list[Reference]:
        """Return, for *Council members*, *the seven judges*, the council or court they sit in."""
        owners = [found for t in owners_of(members) if (found := reference(t))]
        bodies = [one for one in owners if one.entity.type == "organization"]
        if owners:
            return [one for one in bodies if _is_bench(one)][:1]
        any_ = [] if members.lemma_ == "member" else [*BENCHES]
        of = [t.lower_ for t in owners_of(members)] or any_
        last = (self.last(members, word) for word in of if word in BENCHES)
        return next((one for one in last if one), [])

    def body(self, token: Token) -> list[Reference]:
        """Return *the Iraqi military*, *police of Zurich*; for *the government* the story's country's."""
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
            return self.last(token)  # the London-based group
        if word == "police" and not owners:
            return self._before(token) or self._ever_named(word, token.i)
        state = word == "ministry" or all(t.lower_ in words("reporting.of_state") for t in owners)
        if not is_definite(token) or not state:
            return []
        if owners or word in words("reporting.national"):
            return self._before(token) or self.last(token, word) or of_the_story(token)
        return self._before(token) or self.last(token, word if word in LOCAL else "")

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
                return [inferred_from(one.entity, token, "same-noun") for one in self.body(other)]
        return []

    def just_spoke(self, token: Token) -> list[Reference]:
        """Return, for *NASA said … They also said*, the body that said the last thing, a sentence ago."""
        near = self._spoke if self._spoke and self._spoke.entity.type == "organization" else None
        first = not any(one.pos_ == "VERB" for one in token.doc[token.sent.start : token.i])
        if near is None or not first or not sentences_back(token, 1) <= near.head < token.sent.start:
            return []
        return [inferred_from(near.entity, token, "last-body")]

    def last(self, token: Token, word: str = "") -> list[Reference]:
        """Return the body that spoke or was named last, a few sentences back, its name with `word`."""
        start = sentences_back(token, BACK)
        spoke = [one for one in self._spoken if start <= one.head < token.i]
        named = [self._doc._.references.get(i) for i in range(start, token.sent.start)]
        near = spoke or [one for one in named if one and one.entity.type == "organization"]
        near = [one for one in near if word in one.entity.name.lower()]
        return [inferred_from(near[-1].entity, token, "last-body")] if near else []


def _is_bench(body: Reference) -> bool:
    return not {*BENCHES}.isdisjoint(body.entity.name.lower().split())


def _named(token: Token) -> Reference | None:
    found = reference(token)
    return found if found and found.entity.type in SPEAKERS else None


def sentences_back(token: Token, count: int) -> int:
    """Return where the sentence begins that is `count` before the token's."""
    start = int(token.sent.start)
    for _ in range(count):
        if start > 0:
            start = int(token.doc[start - 1].sent.start)
    return start
