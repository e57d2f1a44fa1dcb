"""What can go wrong, and what to do next.

EventgraphError
├── UsageError      the command or call can't be carried out as given (exit code 2)
├── ReadError       one input can't be read; the others go on (exit code 1)
├── PatternError    an extractor's YAML is wrong; names file and line
└── StoreError      the output folder can't be written or is no project
"""

from __future__ import annotations


class EventgraphError(Exception):
    """Root of all errors raised on purpose; its text is one line for people."""


class UsageError(EventgraphError):
    """The request makes no sense as given."""


class ReadError(EventgraphError):
    """One input can't be read. `source` names it, `reason` says why."""

    def __init__(self, source: str, reason: str) -> None:
        super().__init__(f"{source}: {reason}")
        self.source, self.reason = source, reason

    def __reduce__(self) -> tuple[type[ReadError], tuple[str, str]]:
        return ReadError, (self.source, self.reason)


class PatternError(EventgraphError):
    """An extractor's rules can't be understood."""


class StoreError(EventgraphError):
    """The project folder can't be read or written."""
