"""Read a title phrase: *former US special envoy for Iran* is an envoy, of the United States, once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

from spacy.tokens import Token

from eventgraph.annotate.references import Reference, reference
from eventgraph.lexicon import is_title_head, tenure_of, words

Status = Literal["current", "former", "acting", "elect"]

KEEP = frozenset({"of", "for", "to", "on", "in", "at", "with"})
EDGES = frozenset({"of", "for", "to", "on", "in", "at", "with", "the", "a", "an", "and", "'s", "’s", "-", ",", "&", "."})


class Office(NamedTuple):
    """What a title phrase says. `possessor` is the token of *his*, *their*, *the country's*, if any."""

    title: str
    status: Status
    organization: Reference | None
    country: Reference | None
    possessor: Token | None


def read_office(tokens: Sequence[Token], head: Token) -> Office | None:
    """Read the phrase `tokens` with the title noun `head`; None if no title is left in it."""
    reader = _Reader(head)
    left = [t for t in tokens if t.i < head.i]
    right = [t for t in tokens if t.i > head.i]
    kept = reader.modifiers(left) + [head] + reader.complements(right)
    title = _text(kept)
    if not title:
        return None
    return Office(title, reader.status, reader.organization, reader.country, reader.possessor)


class _Reader:
    def __init__(self, head: Token) -> None:
        self.head = head
        self.status: Status = "current"
        self.organization: Reference | None = None
        self.country: Reference | None = None
        self.possessor: Token | None = None

    def modifiers(self, tokens: Sequence[Token]) -> list[Token]:
        kept: list[Token] = []
        for token in tokens:
            tenure = tenure_of(token.lower_.strip("-"))
            if tenure:
                self.status = tenure
            elif token.dep_ == "nmod:poss" and token.pos_ in {"PRON", "DET"}:
                self.possessor = token
            elif not self._place(token) and not _noise(token) and not _owner(token, self.head):
                kept.append(token)
        return kept

    def _place(self, token: Token) -> bool:
        """Is the token part of the name of a body or country? Then note it."""
        found = reference(token)
        if not found or found.entity.type == "person":
            return False
        if found.entity.type == "organization":
            self.organization = self.organization or found
        else:
            self.country = self.country or found
        return True

    def complements(self, tokens: Sequence[Token]) -> list[Token]:
        kept: list[Token] = []
        for part in _split(tokens):
            if part[0].lower_ in {"-", "elect", "designate"}:
                tenure = tenure_of(part[-1].lower_)
                self.status = tenure or self.status
            elif not self._complement(part):
                kept += part
        return kept

    def _complement(self, part: Sequence[Token]) -> bool:
        """Note whom *of the …* or *for the …* names; say whether the part is no more than that name."""
        inner = [t for t in part[1:] if t.pos_ not in {"DET"}]
        if not inner or part[0].lower_ in {"in", "at", "with"} and not any(reference(t) for t in inner):
            return True
        found = reference(inner[0])
        if found is None or found.entity.type == "person":
            found = next((r for t in inner if (r := reference(t)) and r.entity.type == "organization"), None)
            if found is None or part[0].lower_ == "for":
                return False
            self.organization = self.organization or found
            return False
        whole = all(reference(t) is not None or t.text in EDGES for t in inner)
        if found.entity.type == "organization":
            self.organization = self.organization or found
        elif part[0].lower_ in {"of", "in"} and (whole or found.mention.via == "name"):
            self.country = self.country or found
        return whole and (part[0].lower_ in {"of", "in", "at", "with"} or found.entity.type == "organization")


def _split(tokens: Sequence[Token]) -> list[list[Token]]:
    """Cut complements at their prepositions: *of state | for Near Eastern affairs*."""
    parts: list[list[Token]] = []
    for token in tokens:
        if not parts or (token.pos_ in {"ADP", "SCONJ"} and token.lower_ in KEEP) or token.text == "-":
            parts.append([])
        parts[-1].append(token)
    return parts


def _owner(token: Token, head: Token) -> bool:
    """*the government's lawyer*: whose the office is, not which."""
    return any(
        t.dep_ == "nmod:poss" and any(c.lower_ in {"'s", "’s", "'", "’"} for c in t.children) and t.i < head.i
        for t in (token, *token.ancestors)
        if t.i != head.i and head.is_ancestor(t)
    )


def _noise(token: Token) -> bool:
    """Is a modifier no part of the office: articles, ages, praise?"""
    if token.pos_ in {"DET", "PUNCT", "PART", "ADV", "SYM", "SPACE"} and token.text != "-":
        return True
    return token.pos_ == "ADJ" and token.lower_ not in words("titles.modifiers") and not token.text[0].isupper()


def _text(tokens: Sequence[Token]) -> str:
    kept = list(tokens)
    while kept and kept[-1].lower_ in EDGES:
        kept.pop()
    while kept and kept[0].lower_ in EDGES:
        kept.pop(0)
    text = ""
    for token, following in zip(kept, [*kept[1:], None], strict=True):
        text += token.lemma_ if token.tag_ == "NNS" and is_title_head(token.lemma_) else token.text
        # Words that stood apart, or had something left out between them, stay apart.
        text += " " if following is not None and (token.whitespace_ or following.i != token.i + 1) else ""
    return " ".join(text.split())
