"""Ready queries: SPARQL files that say in their header what they answer and which values they take.

A header line such as `# --since DATE: only from this day on` declares a parameter. A DATE or NUMBER has its
place in `VALUES ?since { UNDEF }`, or a default in place of UNDEF. A NAME stands for its variable itself, so
that a store finds it by its index; what only it needs is a comment until it is given, `# with --person: …`.
So a file is a query as it stands.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from eventgraph.errors import UsageError
from eventgraph.graph import terms
from eventgraph.graph.terms import Literal
from eventgraph.graph.turtle import TurtleWriter
from eventgraph.resources import find_resource

PLACE = re.compile(r"VALUES \?([a-z]+) \{ [^{}]* \}|\?([a-z]+)\b")
WITH = re.compile(r"^(\s*)# with --([a-z]+): ", re.MULTILINE)
DECLARED = re.compile(r"#\s*--(?P<name>[a-z]+) (?P<kind>[A-Z]+)(?P<required>, required)?: (?P<comment>.+)")


def _number(value: str) -> Literal:
    if not re.fullmatch(r"[0-9]{1,18}", value):
        raise UsageError(f"{value!r} is no number; give digits alone")
    return Literal(value, terms.Iri(f"{terms.XSD}integer"))


KINDS: Mapping[str, Callable[[str], Literal]] = {
    "DATE": terms.date,
    "NAME": terms.text,
    "NUMBER": _number,
}


class Parameter(NamedTuple):
    """A value that a ready query takes; `kind` is one of KINDS."""

    name: str
    kind: str
    comment: str
    required: bool


@dataclass(frozen=True)
class ReadyQuery:
    """A query by name: the question it answers, what to know about it, its parameters, its SPARQL."""

    name: str
    question: str
    explanation: str
    parameters: tuple[Parameter, ...]
    sparql: str

    def fill(self, given: Mapping[str, str]) -> str:
        """The SPARQL with these values in their places.

        Raises UsageError for a value of the wrong kind, one too many, or a required one that is missing.
        """
        self._check(given)
        kinds = {p.name: p.kind for p in self.parameters}
        written = {name: _write(name, kinds[name], value) for name, value in given.items()}
        wanted = WITH.sub(lambda line: line[1] if line[2] in given else line[0], self.sparql)
        return PLACE.sub(lambda place: _put(place, written, kinds), wanted)

    def _check(self, given: Mapping[str, str]) -> None:
        known = [f"--{p.name} {p.kind}" for p in self.parameters]
        takes = f"it takes {', '.join(known)}" if known else "it takes none"
        for name in sorted(given.keys() - {p.name for p in self.parameters}):
            raise UsageError(f"{self.name} has no parameter --{name}; {takes}")
        for parameter in self.parameters:
            if parameter.required and parameter.name not in given:
                raise UsageError(f"{self.name} needs --{parameter.name} {parameter.kind}; {takes}")


def _put(place: re.Match[str], written: Mapping[str, str], kinds: Mapping[str, str]) -> str:
    if place[1] in written:
        return f"VALUES ?{place[1]} {{ {written[place[1]]} }}"
    return written[place[2]] if kinds.get(place[2]) == "NAME" and place[2] in written else place[0]


def _write(name: str, kind: str, value: str) -> str:
    """The value as SPARQL. Raises UsageError, naming the parameter, where it is not of its kind."""
    try:
        return TurtleWriter({}).term(KINDS[kind](value))
    except UsageError as error:
        raise UsageError(f"--{name}: {error}") from None


def parse_ready(name: str, sparql: str) -> ReadyQuery:
    """The query in a .rq file. Raises UsageError if a declared parameter has no place of its own."""
    header = list(_comments(sparql.splitlines()))
    found = [DECLARED.fullmatch(line) for line in header]
    parameters = tuple(Parameter(m["name"], m["kind"], m["comment"], bool(m["required"])) for m in found if m)
    for parameter in parameters:
        _check_place(name, parameter, sparql)
    for undeclared in {line[2] for line in WITH.finditer(sparql)} - {p.name for p in parameters}:
        raise UsageError(f"{name}: `# with --{undeclared}` is in it, but no `# --{undeclared} KIND: …` above")
    told = [line.lstrip("# ") for line, match in zip(header, found, strict=True) if not match]
    return ReadyQuery(name, "".join(told[:1]), " ".join(told[1:]), parameters, sparql)


def _check_place(query: str, parameter: Parameter, sparql: str) -> None:
    if parameter.kind not in KINDS:
        raise UsageError(f"{query}: --{parameter.name} is {parameter.kind}; it can be {', '.join(KINDS)}")
    values, variables = zip(*PLACE.findall(sparql), strict=True) if PLACE.search(sparql) else ((), ())
    if parameter.kind == "NAME":
        shown = re.search(rf"SELECT[^{{]*\?{parameter.name}\b", sparql)
        if shown or parameter.name in values or parameter.name not in variables:
            raise UsageError(f"{query}: write ?{parameter.name} in a pattern, not in SELECT nor VALUES")
    elif values.count(parameter.name) != 1:
        raise UsageError(
            f"{query}: write `VALUES ?{parameter.name} {{ UNDEF }}` once, for --{parameter.name}"
        )


def _comments(lines: list[str]) -> Iterator[str]:
    """Those at the beginning."""
    for line in lines:
        if not line.startswith("#"):
            return
        yield line.strip()


def ready_queries() -> dict[str, ReadyQuery]:
    """The queries that come with eventgraph, by name."""
    return {path.stem: read_ready(path) for path in sorted(find_resource("queries").glob("*.rq"))}


def read_ready(path: Path) -> ReadyQuery:
    """The query in a file. Raises UsageError if it can't be read."""
    try:
        return parse_ready(path.stem, path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{path} can't be read: {error}") from error
