"""What people decided of two names: `judgements.yml` in the project folder.

Each entry names two entities by type and name, and by article where only that article's is meant:

    - verdict: different
      type: person
      one: {name: John Berg, article: monday}
      other: {name: John Berg, article: friday}

(written by `eventgraph resolve review` in one line).

Without an article all of that name in any article are meant, also in those to come. The last entry on a pair
counts.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Literal

import msgspec
import yaml

from eventgraph.errors import StoreError
from eventgraph.model.entity import EntityType

FILE = "judgements.yml"
Verdict = Literal["same", "different", "unsure"]


class Side(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """An entity by its full name, in one article or in all."""

    name: str
    article: str | None = None


class Judgement(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A verdict on two entities of one type; `unsure` decides nothing, but the pair is not asked again."""

    verdict: Verdict
    type: EntityType
    one: Side
    other: Side

    @property
    def pair(self) -> tuple[EntityType, frozenset[Side]]:
        """What the verdict is on, whichever side is named first."""
        return self.type, frozenset((self.one, self.other))


def read_judgements(path: Path) -> tuple[Judgement, ...]:
    """Return the judgements of a file, in its order; none if it isn't there. Raises StoreError."""
    try:
        content = yaml.safe_load(path.read_text("utf-8")) or []
        return msgspec.convert(content, tuple[Judgement, ...])
    except FileNotFoundError:
        return ()
    except (OSError, UnicodeDecodeError, yaml.YAMLError, msgspec.ValidationError) as error:
        reason = " ".join(str(error).split())
        raise StoreError(f"{path} can't be used: {reason}; correct it or take the entry out") from error


def add_judgement(path: Path, judgement: Judgement) -> None:
    """Append an entry; all that is in the file stays as it is. Raises StoreError."""
    record = json.dumps(msgspec.to_builtins(judgement), ensure_ascii=False)
    entry = "- " + "".join(c if c.isprintable() else _escape(c) for c in record) + "\n"
    before = path.read_bytes() if path.exists() else b""
    line = b"" if not before or before.endswith(b"\n") else b"\n"
    _write(path, before + line + entry.encode("utf-8"))


def undo_judgement(path: Path) -> Judgement:
    """Take the last entry out and return it; the file is as before it. Raises StoreError if there is none."""
    judgements = read_judgements(path)
    if not judgements:
        raise StoreError(f"{path} has no judgement to take back")
    lines = path.read_bytes().splitlines(keepends=True)
    last = max(i for i, line in enumerate(lines) if line.startswith(b"- "))
    if last:
        _write(path, b"".join(lines[:last]))
    else:
        path.unlink()
    return judgements[-1]


def latest(judgements: Sequence[Judgement]) -> tuple[Judgement, ...]:
    """Of several verdicts on one pair the last, in the order of their pairs."""
    by_pair = {judgement.pair: judgement for judgement in judgements}
    return tuple(sorted(by_pair.values(), key=lambda j: (j.type, *sorted(map(_side_key, (j.one, j.other))))))


def _side_key(side: Side) -> tuple[str, str]:
    return side.name, side.article or ""


def _escape(character: str) -> str:
    """JSON lets line separators stand that YAML takes for ends of lines."""
    return f"\\u{ord(character):04x}" if ord(character) < 0x10000 else f"\\U{ord(character):08x}"


def _write(path: Path, content: bytes) -> None:
    from eventgraph.store import write_outputs

    write_outputs(path.parent, {path.name: content})
