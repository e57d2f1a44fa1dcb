"""The preposition of a noun, whatever the parser hangs it on."""

from __future__ import annotations

from spacy.tokens import Token

from eventgraph.extract.grammar.tokens import linked

OBLIQUE = frozenset({"obl", "nmod", "obl:agent"})
TITLES = frozenset({"nmod:desc", "compound"})


def preposition(noun: Token) -> str:
    """Return the preposition before a noun, all its words: *with*, *according to*, *along with*; else "".

    *along with Kamel*: the adverb counts as part of it, wherever the tree hangs it. *of party leader Berg*:
    the title before the name may hold the preposition.
    """
    case = _own_case(noun) or [one for title in noun.lefts for one in _titled(title)]
    if not case and (noun.pos_ in {"NOUN", "PROPN"} or noun.dep_ in OBLIQUE):
        case = linked(noun, "mark")  # "open to talks", read as "to talk"
    if not case and noun.dep_ in OBLIQUE:
        case = [noun.left_edge] if noun.left_edge.dep_ == "case" else []  # hung on a part of the name
    if not case:
        return ""
    parts = [word for one in case for word in (one, *linked(one, "fixed"))]
    first = min(one.i for one in parts)
    before = noun.doc[first - 1] if first else None
    if before is not None and before.lower_ in {"along", "together", "ahead"} and before not in parts:
        parts.append(before)
    return " ".join(one.lower_ for one in sorted(parts, key=lambda one: one.i))


def _own_case(noun: Token) -> list[Token]:
    """Its prepositions; not the *of* of a title before it: *Secretary of State Kerry*."""
    before = [child.left_edge.i for child in noun.lefts if child.dep_ in TITLES]
    first = min(before, default=noun.i)
    return [one for one in linked(noun, "case") if one.lower_ != "of" or one.i < first or not before]


def _titled(title: Token) -> list[Token]:
    """The preposition before a title that stands before its name."""
    return [one for one in linked(title, "case") if one.i < title.i] if title.dep_ in TITLES else []
