"""What can go wrong, and what to do next.

EventgraphError
├── UsageError      the command or call can't be carried out as given (exit code 2)
├── ReadError       one input can't be read; the others go on (exit code 1)
│   └── Notice      one article was read, but something of it is not known (exit code 1)
├── PatternError    an extractor's YAML is wrong; names file and line
└── StoreError      the output folder can't be written or is no project
"""

from __future__ import annotations


class EventgraphError(Exception):
    """Root of all errors raised on purpose; its text is one line for people."""


class UsageError(EventgraphError):
    """The request makes no sense as given."""


class ReadError(EventgraphError):
    """One input can't be read. `source` names it, `reason` says why.

    `path` is the file or address that it is in, if any; `told` the reason as others may read it, without
    folders.
    """

    def __init__(self, source: str, reason: str, path: str | None = None, told: str | None = None) -> None:
        super().__init__(f"{source}: {reason}")
        self.source, self.reason, self.path, self.told = source, reason, path, told or reason

    def __reduce__(self) -> tuple[type[ReadError], tuple[str, str, str | None, str]]:
        return type(self), (self.source, self.reason, self.path, self.told)


class Notice(ReadError):  # noqa: N818  # it is none of the input as a whole
    """An article was read, but something of it is not known."""


class PatternError(EventgraphError):
    """An extractor's rules can't be understood."""


class StoreError(EventgraphError):
    """The project folder can't be read or written."""
