"""What the gold says of one claim."""

from __future__ import annotations

from typing import Literal, NamedTuple

from eventgraph.evaluate.gold import GoldArticle, Record

What = Literal["right", "flawed", "missed", "wrong"]


class Verdict(NamedTuple):
    """A gold claim and the system's that answers it; one of them alone where it was missed or is wrong.

    `faults` names the attributes that differ.
    """

    article: GoldArticle
    gold: Record | None
    claim: Record | None
    faults: tuple[str, ...] = ()

    @property
    def what(self) -> What:
        """`flawed`: the arguments are right, not so all attributes."""
        if self.claim is None:
            return "missed"
        if self.gold is None:
            return "wrong"
        return "flawed" if self.faults else "right"

    @property
    def shown(self) -> Record:
        """The gold's claim; the system's where the gold has none."""
        return self.gold or self.claim or {}
