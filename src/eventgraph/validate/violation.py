"""What breaks a shape."""

from __future__ import annotations

from typing import NamedTuple


class Violation(NamedTuple):
    """One node that breaks one constraint of a shape; IRIs and values are written as in N-Triples.

    `path` is None where the node itself is wrong, and starts with `^` where it leads back. `component` is the
    local name in `sh:` (`minCount`). `value` is None where there are too few or too many.
    """

    shape: str
    focus: str
    path: str | None
    component: str
    value: str | None

    @property
    def order(self) -> tuple[str, ...]:
        """What violations are sorted by."""
        return tuple(part or "" for part in self)
