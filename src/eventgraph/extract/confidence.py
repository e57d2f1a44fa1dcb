"""How sure a claim is: how often its rule was right on annotated articles, less so over a coreference link.

The figures in `confidence.yml` are counted by `python -m eventgraph.evaluate.calibration`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from eventgraph.model import Mention

TABLE = Path(__file__).with_name("confidence.yml")
UNKNOWN = 0.7  # of a type of claim that was never annotated
UNCOUNTED = 0.5  # of what a model server told: nobody has counted how often it is right
ASKED = "model:"  # what the rule's name begins with then
LEAST, MOST = 0.05, 0.99
DIRECT = frozenset({"name", "demonym"})


def confidence_of(type: str, rule: str, mentions: Mapping[str, Iterable[Mention]]) -> float:
    """Return the share of such claims that were right, 0 to 1, two digits."""
    table = _table()
    of_type = UNCOUNTED if rule.startswith(ASKED) else table["types"].get(type, UNKNOWN)
    share = table["rules"].get(rule, of_type)
    return combine(share, table["linked"] if is_linked(mentions) else 1.0)


def is_linked(mentions: Mapping[str, Iterable[Mention]]) -> bool:
    """Is some argument not named in place, but known by pronoun, title or inference?"""
    return any(not any(m.via in DIRECT for m in found) for found in mentions.values())


def combine(share: float, odds_ratio: float) -> float:
    """Return `share` with its odds multiplied, kept away from certainty."""
    share = min(max(share, LEAST), MOST)
    odds = share / (1 - share) * odds_ratio
    return round(min(max(odds / (1 + odds), LEAST), MOST), 2)


@cache
def _table() -> dict[str, Any]:
    content: dict[str, Any] = yaml.safe_load(TABLE.read_text("utf-8"))
    return content
