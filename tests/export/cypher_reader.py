"""Reads the maps of a Cypher script by the openCypher grammar (antlr4-cypher), strictly."""

from __future__ import annotations

import re
from typing import Any

from antlr4 import CommonTokenStream, InputStream
from antlr4.error.ErrorListener import ErrorListener
from antlr4_cypher import CypherLexer, CypherParser

ESCAPE = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|(.))", re.DOTALL)
LETTERS = {"n": "\n", "r": "\r", "t": "\t"}


class Refuse(ErrorListener):  # type: ignore[misc]
    def syntaxError(self, recognizer: Any, symbol: Any, line: int, column: int, message: str, e: Any) -> None:  # noqa: N802
        raise SyntaxError(f"{line}:{column} {message}")


def read_statement(statement: str) -> tuple[list[dict[str, Any]], str]:
    """The rows of `UNWIND […] AS row …` and what follows it."""
    tokens = CommonTokenStream(_strict(CypherLexer(InputStream(statement))))
    _strict(CypherParser(tokens)).query()
    words = [t.text for t in tokens.tokens if t.text.strip() and t.type != -1]
    assert tokens.tokens[-1].type == -1 and words[:2] == ["UNWIND", "["]
    rows, rest = _value(words[1:])
    return rows, " ".join(rest)


def _strict(part: Any) -> Any:
    part.removeErrorListeners()
    part.addErrorListener(Refuse())
    return part


def _value(words: list[str]) -> tuple[Any, list[str]]:
    head, rest = words[0], words[1:]
    if head == "[":
        return _items(rest)
    if head == "{":
        return _pairs(rest)
    if not head.startswith("'"):
        return float(head) if "." in head else int(head), rest
    text = unescape(head)
    while rest[0] == "+":
        text, rest = text + unescape(rest[1]), rest[2:]
    return text, rest


def _items(rest: list[str]) -> tuple[list[Any], list[str]]:
    items = []
    while rest[0] != "]":
        item, rest = _value(rest[1:] if rest[0] == "," else rest)
        items.append(item)
    return items, rest[1:]


def _pairs(rest: list[str]) -> tuple[dict[str, Any], list[str]]:
    pairs = {}
    while rest[0] != "}":
        rest = rest[1:] if rest[0] == "," else rest
        assert rest[1] == ":"
        pairs[rest[0].strip("`")], rest = _value(rest[2:])
    return pairs, rest[1:]


def unescape(literal: str) -> str:
    return ESCAPE.sub(lambda m: chr(int(m[1], 16)) if m[1] else LETTERS.get(m[2], m[2]), literal[1:-1])
