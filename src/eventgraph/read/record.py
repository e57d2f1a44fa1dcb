"""What may be said of an article beside its text: a line of JSONL, or a sidecar."""

from __future__ import annotations

import datetime

import msgspec
from msgspec import UNSET, UnsetType


class Record(msgspec.Struct, frozen=True):
    """All names are optional here; others are ignored. `published: null` says: known to have none."""

    id: str | int | None = None
    title: str | None = None
    text: str | None = None
    published: str | UnsetType | None = UNSET
    url: str | None = None
    publisher: str | None = None
    authors: tuple[str, ...] | str | None = None
    language: str | None = None

    @property
    def author_names(self) -> tuple[str, ...]:
        """Authors as a tuple, whether they were given as a list, as one name or not at all."""
        return (self.authors,) if isinstance(self.authors, str) else self.authors or ()


def parse_record(data: bytes) -> Record:
    """Parse one JSON object; its date is checked and cut to the day.

    Raises ValueError with a one-line reason.
    """
    try:
        record = msgspec.json.decode(data, type=Record)
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise ValueError(" ".join(str(error).split())) from error
    if not isinstance(record.published, str):
        return record
    return msgspec.structs.replace(record, published=parse_day(record.published))


def overlay(found: Record, sidecar: Record | None, url: str | None = None) -> Record:
    """Return what was found in a file, with what its sidecar says before it, and `url` where none is known.

    A null of the sidecar counts where the file says nothing.
    """
    known = msgspec.structs.asdict(sidecar) if sidecar else {}
    said = {name: v for name, v in known.items() if v is not UNSET and (v or getattr(found, name) is UNSET)}
    return msgspec.structs.replace(found, **{"url": found.url or url, **said, "id": None, "text": found.text})


def parse_day(text: str) -> str:
    """Return the day of an ISO date or date and time as YYYY-MM-DD; raises ValueError."""
    try:
        return datetime.datetime.fromisoformat(text.strip()).date().isoformat()
    except ValueError:
        raise ValueError(f"{text!r} is no date; write it as YYYY-MM-DD") from None
