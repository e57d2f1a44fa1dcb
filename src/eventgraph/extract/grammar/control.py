"""Whose the subject of a clause is that has none, by the verb above it: `control.yml`."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import yaml

CONTROL = Path(__file__).with_name("control.yml")


@cache
def control(kind: str) -> frozenset[str]:
    """Return the lemmas under a key of `control.yml`."""
    content = yaml.safe_load(CONTROL.read_text(encoding="utf-8"))
    return frozenset(content[kind])
