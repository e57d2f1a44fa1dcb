"""What a query must not ask for, found by reading its text every way an engine could.

The engine has no lexer: its grammar tries one reading after another at each place. `1<b#>` begins with a
comparison or holds an IRI, `ex:SERVICE` is one name or two things, and a long string with a wrong escape is
an empty string and another. For SERVICE, which sends requests, all of these readings are followed, so that
none of them can hide it. The other words do no harm here, and are looked for in the standard's reading.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from eventgraph.errors import UsageError

GAP = r"(?:\s|\#[^\n\r]*[\n\r])*"
STRING = "|".join(
    rf"{q}{q}{q}(?:[^{q}\\]|\\.|{q}(?!{q}{q}))*{q}{q}{q}|{q}(?:[^{q}\\\n\r]|\\.)*{q}" for q in ("'", '"')
)
IRI = r"""<(?:[^<>"{}|^`\\\x00-\x20]|\\u[0-9A-Fa-f]{4}|\\U[0-9A-Fa-f]{8})*>"""
LOCAL = r"(?:[\w.:%-]|\\.)*"
TOKEN = re.compile(
    rf"(?P<string>{STRING})|(?P<iri>{IRI})|\#[^\n\r]*|[?$]\w+|(?:[\w.-]*):{LOCAL}|(?P<word>\w+)|.", re.DOTALL
)
# What is one thing in every reading, up to the next place where readings may part or SERVICE may begin.
STEP = re.compile(
    rf"(?P<string>{STRING})|(?P<either>{IRI}|:{LOCAL})|\#[^\n\r]*|[?$]\w+|[^sS'\"<\#?$:]+|.", re.DOTALL
)
SERVICE = re.compile(
    rf"service{GAP}(?:silent{GAP})?(?:<[^<>\s]*>|[?$]\w+|[^\s{{}}:<]*:[^\s{{}}]*){GAP}\{{", re.IGNORECASE
)
OTHERS = {"SERVICE": "asks other servers", "LOAD": "fetches from other servers", "FROM": "names other graphs"}
CHANGES = ["INSERT", "DELETE", "CREATE", "DROP", "CLEAR", "COPY", "MOVE", "ADD", "WITH"]
WHY = OTHERS | dict.fromkeys(CHANGES, "changes the graph")


def check_query(sparql: str) -> None:
    """Raise UsageError, with the place, for updates and for whatever could reach beyond the graph."""
    _refuse(sparql, frozenset(WHY))


def check_update(sparql: str) -> None:
    """Raise UsageError for an update that fetches something or asks other servers."""
    _refuse(sparql, frozenset({"LOAD", "SERVICE"}))


def position(text: str, offset: int) -> str:
    """`line 1, column 1` is the first character."""
    before = text[:offset]
    return f"line {before.count(chr(10)) + 1}, column {offset - before.rfind(chr(10))}"


def _refuse(sparql: str, words: frozenset[str]) -> None:
    for word, offset in _found(sparql):
        if word in words:
            place = position(sparql, offset)
            raise UsageError(f"{word} is refused ({place}): it {WHY[word]}; ask without it")


def _found(sparql: str) -> Iterator[tuple[str, int]]:
    for token in TOKEN.finditer(sparql):
        if token["word"] and token["word"].upper() in WHY:
            yield token["word"].upper(), token.start()
    offset = _find_service(sparql)
    if offset is not None:
        yield "SERVICE", offset


def _find_service(sparql: str) -> int | None:
    """Where SERVICE with its address and group begins in any reading, None if in none."""
    todo, seen = [0], set()
    while todo:
        place = todo.pop()
        if place in seen or place >= len(sparql):
            continue
        seen.add(place)
        if SERVICE.match(sparql, place):
            return place
        todo += _next_places(sparql, place)
    return None


def _next_places(sparql: str, place: int) -> list[int]:
    step = STEP.match(sparql, place)
    assert step  # its last alternative takes any character
    if step["either"]:
        return [step.end(), place + 1]
    string = step["string"] or ""
    if string[:3] in ("'''", '"""') and "\\" in string:
        return [step.end(), place + 2]
    return [step.end()]
