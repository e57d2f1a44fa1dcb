"""A sentence's dependency tree in lines, each word with its part of speech and what it refers to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token


def format_tree(sentence: Span) -> str:
    """Return the tree, heads above and left of what hangs on them, in the order of the text."""
    rows = [row for root in _roots(sentence) for row in _rows(root, "", "")]
    widths = [max(len(row[column]) for row in rows) for column in range(3)]
    lines = [
        "  ".join(f"{cell:{width}}" for cell, width in zip(row, (*widths, 0), strict=True)) for row in rows
    ]
    return "\n".join(line.rstrip() for line in lines)


def format_reference(token: Token) -> str:
    """Return `→ United States (country)`, how if not by name, or "" if the word heads no mention."""
    found = token.doc._.references.get(token.i)
    if found is None or found.head != token.i:
        return ""
    via = "" if found.mention.via == "name" else f" by {found.mention.via}"
    return f"→ {found.entity.name} ({found.entity.type}{via})"


def format_dates(doc: Doc) -> Iterator[str]:
    """Yield `Monday = 2021-05-10` for each date of the text."""
    for date in doc._.dates:
        yield f"{doc.text[date.start : date.end]} = {date.value}"


def _roots(sentence: Span) -> list[Token]:
    return [token for token in sentence if token.head.i == token.i and not token.is_space]


def _rows(token: Token, first: str, rest: str) -> Iterator[tuple[str, str, str, str]]:
    lemma = "" if token.lemma_.lower() == token.lower_ else f" ({token.lemma_.lower()})"
    yield f"{first}{token.text}{lemma}", token.dep_, token.pos_, format_reference(token)
    children = [child for child in token.children if not child.is_space and child.dep_ != "punct"]
    for number, child in enumerate(children, 1):
        last = number == len(children)
        yield from _rows(child, rest + ("└─ " if last else "├─ "), rest + ("   " if last else "│  "))


def shorten(words: Sequence[str], width: int) -> str:
    """Return as many words as fit into `width`, and an ellipsis if that is not all."""
    text = ", ".join(words)
    if len(text) <= width:
        return text
    return (
        text[: width - 1].rpartition(",")[0] + ", …" if "," in text[: width - 1] else text[: width - 1] + "…"
    )
