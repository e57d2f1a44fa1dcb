"""What every extractor is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from spacy.tokens import Doc

from eventgraph.model import Claim


class Extractor(Protocol):
    """Finds the claims of one type in an annotated article."""

    name: str

    def __call__(self, doc: Doc) -> Iterator[Claim]:
        """Yield the claims, in any order; the same claim may come twice."""
        ...
