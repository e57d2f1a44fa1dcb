"""Read a title phrase: *former US special envoy for Iran* is an envoy, of the United States, once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

from spacy.tokens import Token

from eventgraph.annotate.references import Reference, mention_of, reference
from eventgraph.lexicon import is_title_head, tenure_of, words
from eventgraph.model import make_entity

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
            else:
                kept += self._complement(part)
        return kept

    def _complement(self, part: Sequence[Token]) -> list[Token]:
        """Note whom *of the …* or *for the …* names; return the words that still belong to the title."""
        preposition, inner = part[0].lower_, [t for t in part[1:] if t.pos_ != "DET"]
        known = [r for t in inner if (r := reference(t)) and r.entity.type != "person"]
        if not inner or (preposition in {"in", "at", "with"} and not known):
            return []
        body = next((r for r in known if r.entity.type == "organization"), None) or _unlisted_body(inner)
        if body:
            self.organization = self.organization or body
        land = next((r for r in known if r.entity.type in {"country", "place"}), None)
        if land and (preposition in {"of", "in"} or body):
            self.country = self.country or land
        if body and preposition != "on":
            return []
        rest = [t for t in inner if reference(t) is None and t.text not in EDGES]
        if preposition == "of" and land:
            return [part[0], *rest] if rest else []
        return list(part)


def _unlisted_body(inner: Sequence[Token]) -> Reference | None:
    """*of Egypt's General Intelligence Service*: a capitalised name that the network did not mark."""
    name = [t for t in inner if reference(t) is None and t.text not in {"'s", "’s"}]
    proper = name and all(t.text[0].isupper() or t.lower_ in {"of", "and", "for", "the", "-"} for t in name)
    if not proper or len(name) < 2 or name[-1].i - name[0].i >= 2 * len(name) or is_title_head(name[-1].lower_):
        return None
    span = name[0].doc[name[0].i : name[-1].i + 1]
    return Reference(make_entity(" ".join(span.text.split()), "organization"), mention_of(span, "name"), name[-1].i)


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
    if token.pos_ in {"DET", "PUNCT", "PART", "ADV", "SYM", "SPACE", "NUM"} and token.text != "-":
        return True
    describing = token.pos_ in {"ADJ", "VERB"} and not token.text[0].isupper()
    return describing and token.lower_ not in words("titles.modifiers")


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
