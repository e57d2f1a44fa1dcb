"""The entity each mention stands for: names keep their own, all others take their antecedent's."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from eventgraph.annotate.coreference.chains import Links
from eventgraph.annotate.coreference.words import gender_of_pronoun
from eventgraph.annotate.references import Reference, mention_of
from eventgraph.model import Entity, EntityType, Via

IMPERSONAL = frozenset({"its"})  # *it* has too many uses: what it says is for the extractors to settle
BODIES: frozenset[EntityType] = frozenset({"organization", "country", "place"})
DEFINITE = frozenset({"the", "this", "that"})
# What the network calls the mention a noun heads, and what it may then stand for.
KINDS: dict[str, frozenset[EntityType]] = {
    "person": frozenset({"person"}),
    "place": frozenset({"country", "place"}),
}


class Entities:
    """Looks up what a token without a name stands for, as the trained head links it."""

    def __init__(self, doc: Doc, links: Links) -> None:
        self._doc = doc
        self._links = links
        self._at = {one.head: number for number, one in enumerate(links.mentions) if not one.joint}

    def of(self, token: Token) -> Reference | None:
        """Return the reference of a pronoun or definite noun phrase, if its chain leads to a fitting name."""
        number = self._at.get(token.i)
        if number is None:
            return None
        allowed, via = _allowed(token)
        entity = self._entity(self._from(number)) if allowed else None
        if entity is None or entity.type not in allowed:
            return None
        one = self._links.mentions[number]
        span = token.doc[one.start : token.i + 1] if via == "nominal" else token.doc[token.i : token.i + 1]
        return Reference(entity, mention_of(span, via), token.i)

    def _from(self, number: int) -> int:
        """Return the mention it refers back to, or on to: *After his defeat, Lee left*."""
        if self._links.back[number] >= 0 or number not in self._links.back:
            return self._links.back[number]
        later = self._links.back.index(number)
        sentence = self._doc[self._links.mentions[number].head].sent
        return later if self._links.mentions[later].head < sentence.end else -1

    def _entity(self, number: int) -> Entity | None:
        """Follow the chain back to the first mention whose entity is known."""
        while number >= 0:
            one = self._links.mentions[number]
            found: Reference | None = None if one.joint else self._doc._.references.get(one.head)
            if found is not None:
                return found.entity if found.mention.via != "demonym" else None
            number = self._links.back[number]
        return None


def _allowed(token: Token) -> tuple[frozenset[EntityType], Via]:
    """Return the types of entity the words can stand for, and how they do."""
    if gender_of_pronoun(token.lower_):
        return KINDS["person"], "pronoun"
    if token.lower_ in IMPERSONAL:
        return BODIES, "pronoun"
    if token.pos_ != "NOUN" or token.tag_ == "NNS" or not _definite(token):
        return frozenset(), "nominal"
    # *the group*, *the ministry*: extractors know better which body spoke or acted last.
    return KINDS.get(token._.kind or "", frozenset()), "nominal"


def _definite(token: Token) -> bool:
    """*the minister*, but not *the minister of trade* or *the former minister*: those may be another."""
    return any(child.lower_ in DEFINITE for child in token.lefts)
