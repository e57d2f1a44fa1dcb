"""Turtle whose bytes depend on the triples alone: sorted, with no blank nodes."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from eventgraph.graph.namespaces import PREFIXES, expand, shorten
from eventgraph.graph.terms import LANG_STRING, STRING, Iri, Literal, Term, Triple

TYPE = expand("rdf:type")
REMEMBERED = 100_000  # IRIs
FORBIDDEN_IN_IRI = re.compile('[\x00-\x20<>"{}|^`\\\\\ud800-\udfff]')
# Control characters, and marks that turn or hide text (direction, byte order, line separators).
ESCAPED = re.compile(
    '["\\\\\x00-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff]'
)
SHORT = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}


class TurtleWriter:
    """Writes terms with a prefix map; remembers IRIs, since most occur often."""

    def __init__(self, prefixes: Mapping[str, str]) -> None:
        self.names = {namespace: prefix for prefix, namespace in prefixes.items()}
        self.known: dict[str, str] = {}

    def iri(self, iri: str) -> str:
        """Raises ValueError for an IRI that no reader would accept."""
        if iri not in self.known:
            if len(self.known) == REMEMBERED:
                self.known.clear()
            if FORBIDDEN_IN_IRI.search(iri):
                raise ValueError(f"no IRI: {iri!r}")
            self.known[iri] = shorten(iri, self.names) or f"<{iri}>"
        return self.known[iri]

    def predicate(self, iri: Iri) -> str:
        return "a" if iri == TYPE else self.iri(iri)

    def term(self, term: Term) -> str:
        if isinstance(term, Iri):
            return self.iri(term)
        text, datatype, language = term
        quoted = '"' + ESCAPED.sub(_escape, text) + '"'
        if datatype == STRING:
            return quoted
        return f"{quoted}@{language}" if datatype == LANG_STRING else f"{quoted}^^{self.iri(datatype)}"

    def subject(self, subject: Iri, triples: Iterable[Triple]) -> str:
        """One subject with its predicates, one a line."""
        lines = [
            f"{self.predicate(predicate)} {', '.join(self.term(o) for _, _, o in group)}"
            for predicate, group in groupby(triples, key=lambda triple: triple[1])
        ]
        return f"{self.iri(subject)} " + " ;\n    ".join(lines) + " .\n"


def _escape(match: re.Match[str]) -> str:
    return SHORT.get(match[0]) or f"\\u{ord(match[0]):04X}"


def _order(triple: Triple) -> tuple[bool, str, bool, str | tuple[str, ...]]:
    """Among the triples of one subject."""
    _, predicate, object = triple
    return (predicate != TYPE, predicate, isinstance(object, Literal), object)


def write_turtle(triples: Iterable[Triple], prefixes: Mapping[str, str] = PREFIXES) -> bytes:
    """UTF-8 Turtle, sorted by subject, predicate (types first) and object, by code points."""
    return b"".join(turtle_lines(sort_triples(triples), prefixes))


def turtle_lines(triples: Iterable[Triple], prefixes: Mapping[str, str] = PREFIXES) -> Iterator[bytes]:
    """Yield the Turtle of triples that are sorted, in pieces."""
    for text in prefix_lines(prefixes):
        yield text.encode()
    for block in subject_blocks(triples, TurtleWriter(prefixes)):
        yield block.encode()


def prefix_lines(prefixes: Mapping[str, str]) -> Iterator[str]:
    """The declarations, one a line."""
    for prefix, namespace in sorted(prefixes.items()):
        yield f"@prefix {prefix}: <{namespace}> .\n"


def subject_blocks(triples: Iterable[Triple], writer: TurtleWriter) -> Iterator[str]:
    """One block a subject, each after an empty line; the triples are sorted."""
    for subject, group in groupby(triples, key=lambda triple: triple[0]):
        yield "\n" + writer.subject(subject, group)


def sort_triples(triples: Iterable[Triple]) -> list[Triple]:
    """Each once, by subject, predicate (types first) and object, by code points."""
    about: defaultdict[Iri, list[Triple]] = defaultdict(list)
    for triple in set(triples):
        about[triple[0]].append(triple)
    # Many short lists sort faster than one long one.
    return [triple for subject in sorted(about) for triple in sorted(about[subject], key=_order)]
