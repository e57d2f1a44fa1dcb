"""Statements: who said, wrote, announced, condemned, ruled what. The cues are in `rules/statement_*.yml`."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc

from eventgraph.extract.engine.matcher import Matcher
from eventgraph.extract.engine.rules import BUILT_IN, load_rules
from eventgraph.extract.statements.reading import Reading
from eventgraph.model import Claim

KINDS = ("clause", "act", "noun")  # of two rules for one trigger the first read wins


class Statements:
    """Claims of type `statement`."""

    name = "statements"

    def __init__(self) -> None:
        self._matcher = Matcher(load_rules(BUILT_IN / f"statement_{kind}.yml" for kind in KINDS))

    def __call__(self, doc: Doc) -> Iterator[Claim]:
        """Yield a claim for each cue and speaker: the first rule's that finds a named speaker and words."""
        return Reading(doc).claims(self._matcher.matches(doc))
