"""Ready queries: SPARQL files that say in their header what they answer and which values they take.

A header line such as `# --since DATE: only from this day on` declares a parameter. Its place is in
`VALUES ?since { UNDEF }`, or with a default for UNDEF: a store begins with what VALUES names. A line that
only a given value needs is a comment until then, `# with --since: …`. So a file is a query as it stands.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from eventgraph.errors import UsageError
from eventgraph.graph import terms
from eventgraph.graph.terms import Literal
from eventgraph.graph.turtle import TurtleWriter
from eventgraph.resources import find_resource

PLACE = re.compile(r"VALUES \?([a-z]+) \{ [^{}]* \}")
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
        written = {
            name: f"VALUES ?{name} {{ {_write(name, kinds[name], value)} }}" for name, value in given.items()
        }
        wanted = WITH.sub(lambda line: line[1] if line[2] in given else line[0], self.sparql)
        return PLACE.sub(lambda place: written.get(place[1], place[0]), wanted)

    def _check(self, given: Mapping[str, str]) -> None:
        known = [f"--{p.name} {p.kind}" for p in self.parameters]
        takes = f"it takes {', '.join(known)}" if known else "it takes none"
        for name in sorted(given.keys() - {p.name for p in self.parameters}):
            raise UsageError(f"{self.name} has no parameter --{name}; {takes}")
        for parameter in self.parameters:
            if parameter.required and parameter.name not in given:
                raise UsageError(f"{self.name} needs --{parameter.name} {parameter.kind}; {takes}")


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
    _check(name, parameters, sparql)
    told = [line.lstrip("# ") for line, match in zip(header, found, strict=True) if not match]
    return ReadyQuery(name, "".join(told[:1]), " ".join(told[1:]), parameters, sparql)


def _check(query: str, parameters: Iterable[Parameter], sparql: str) -> None:
    places, undeclared = PLACE.findall(sparql), {line[2] for line in WITH.finditer(sparql)}
    for name, kind, *_ in parameters:
        undeclared.discard(name)
        if kind not in KINDS:
            raise UsageError(f"{query}: --{name} is {kind}; it can be {', '.join(KINDS)}")
        if places.count(name) != 1:
            raise UsageError(f"{query}: write `VALUES ?{name} {{ UNDEF }}` once, for --{name}")
    for name in sorted(undeclared):
        raise UsageError(f"{query}: `# with --{name}` is in it, but no `# --{name} KIND: …` at its head")


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
