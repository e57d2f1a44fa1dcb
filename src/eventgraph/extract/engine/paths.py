"""Paths in the tree: a small language that says where an argument stands, compiled to functions.

    path     = union *("|" union)       the first that yields anything
    union    = sequence *("+" sequence) all that any yields
    sequence = step *(">" step)         one after the other: `object > prep(with)`
    step     = NAME | NAME "(" words ")" | "first(" path ")" | "rest(" path ")" | "(" path ")"

Steps, each with all that is coordinated (*Blinken and Sullivan* is two tokens):

    subject           subjects(), own or understood      object            direct objects
    logical_subject   who does it, in either voice       logical_object    to whom, in either voice
    passive_subject   subjects of a passive verb         agent             by-phrase of a passive or noun
    governor_subject  X, for talks, in *X held talks*    iobject           indirect objects
    prep(with, to)    with one of the prepositions       between           prep(between, among)
    possessor         *X's visit*, *the visit of X*      compound          *the Blinken visit*
    modifier          *an Egyptian visit*                apposition        *Kamel, the minister*
    next(on, to)      what follows a noun with a preposition, wherever the tree hangs it

and steps that take words as they stand:

    self              the trigger                        clause            the nearest verb above
    dep(label, …)     children with the label            up(label, …)      the head if linked so; up() any
    first(path)       the first found                    rest(path)        all but the first
    down(lemma, …)    words below with the lemma         where              Oslo, in *Oslo, where she met Lee*

`first(between)` and `rest(between)` are the two sides of *talks between Israel and Egypt*.
"""

from __future__ import annotations

import re
from functools import cache

from eventgraph.errors import PatternError
from eventgraph.extract.engine.steps import NAMES, PLAIN, SPREAD, WITH_PATH, WITH_WORDS, Path
from eventgraph.extract.grammar import syntax
from eventgraph.extract.grammar.tokens import unique

TOKEN = re.compile(r"\s*(?:([A-Za-z][\w':-]*(?: [A-Za-z][\w':-]*)*)|(.))")


@cache
def compile_path(text: str) -> Path:
    """Return the path as a function. Raises `PatternError`, without file or line, if it is none."""
    parser = _Parser(text)
    path = parser.alternatives()
    parser.end()
    return path


class _Parser:
    """Recursive descent over the tokens of one path."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._tokens: list[str] = [str(name or sign) for name, sign in TOKEN.findall(text.strip())]

    def _take(self, sign: str) -> bool:
        if self._tokens[:1] == [sign]:
            del self._tokens[0]
            return True
        return False

    def _expect(self, sign: str) -> None:
        if not self._take(sign):
            found = self._tokens[0] if self._tokens else "the end"
            raise PatternError(f"path {self._text!r}: expected {sign!r}, found {found!r}")

    def _word(self) -> str:
        if not self._tokens or not self._tokens[0][0].isalpha():
            found = self._tokens[0] if self._tokens else "the end"
            raise PatternError(f"path {self._text!r}: expected a name, found {found!r}")
        return self._tokens.pop(0)

    def end(self) -> None:
        if self._tokens:
            raise PatternError(f"path {self._text!r}: can't read on from {self._tokens[0]!r}")

    def alternatives(self) -> Path:
        paths = [self._union()]
        while self._take("|"):
            paths.append(self._union())
        return paths[0] if len(paths) == 1 else lambda token: next((f for p in paths if (f := p(token))), [])

    def _union(self) -> Path:
        paths = [self._sequence()]
        while self._take("+"):
            paths.append(self._sequence())
        return paths[0] if len(paths) == 1 else lambda token: unique([t for p in paths for t in p(token)])

    def _sequence(self) -> Path:
        path = self._step()
        while self._take(">"):
            path = _then(path, self._step())
        return path

    def _step(self) -> Path:
        if self._take("("):
            path = self.alternatives()
            self._expect(")")
            return path
        name = self._word()
        if name in SPREAD:
            return _spread(SPREAD[name])
        if name in PLAIN:
            return PLAIN[name]
        if name not in WITH_WORDS and name not in WITH_PATH:
            raise PatternError(f"path {self._text!r}: no step {name!r}; use one of {', '.join(NAMES)}")
        self._expect("(")
        path = self._part(name) if name in WITH_PATH else self._worded(name)
        self._expect(")")
        return path

    def _part(self, name: str) -> Path:
        path, part = self.alternatives(), WITH_PATH[name]
        return lambda token: path(token)[part]

    def _worded(self, name: str) -> Path:
        words: list[str] = []
        while self._tokens and self._tokens[0] != ")":
            words.append(self._word())
            self._take(",")
        if not words and name != "up":
            raise PatternError(f"path {self._text!r}: {name}() needs words, such as {name}(with)")
        step, taken = WITH_WORDS[name], tuple(words)
        return lambda token: step(token, taken)


def _spread(path: Path) -> Path:
    return lambda token: syntax.expanded(path(token))


def _then(first: Path, second: Path) -> Path:
    return lambda token: unique([found for middle in first(token) for found in second(middle)])
