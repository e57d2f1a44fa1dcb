"""Scores as tables: for people and for machines."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from eventgraph.evaluate.gold import Record
from eventgraph.evaluate.parties import names_in
from eventgraph.evaluate.scoring import Mistake, Score
from eventgraph.evaluate.spans import span_of

Table = dict[str, dict[str, Any]]
LEVELS = ("core", "full")
AVERAGES = ("macro", "micro")
HIDDEN = {"id", "article", "type", "evidence", "mentions", "extractor", "confidence", "optional"}
SENTENCE_START = re.compile(r"(?<=[.!?])[\"”’)\]]*\s+|\n")


def make_table(score: Score) -> Table:
    """Return counts, precision, recall and F1 (4 decimals) by type with gold claims, and the averages."""
    table: Table = {type: _row(count) for type, count in score.counts.items() if count["gold"]}
    rows = list(table.values())
    total = sum(score.counts.values(), Counter())
    claims = max(1, total["gold"] + total["system"])
    table["macro"] = {k: round(sum(row[k]["f1"] for row in rows) / max(1, len(rows)), 4) for k in LEVELS}
    table["micro"] = {k: round(2 * total[k] / claims, 4) for k in LEVELS}
    return table


def _row(count: Counter[str]) -> dict[str, Any]:
    row: dict[str, Any] = {name: count[name] for name in ("gold", "system", "repeats", "no evidence")}
    return row | {level: _figures(count[level], count["system"], count["gold"]) for level in LEVELS}


def _figures(right: int, claimed: int, gold: int) -> dict[str, float]:
    p, r = right / max(1, claimed), right / gold
    return {"p": round(p, 4), "r": round(r, 4), "f1": round(2 * p * r / (p + r), 4) if p + r else 0.0}


def format_table(table: Table) -> str:
    """Return a line a type, then the averages."""
    return "\n".join(_line(type, row) for type, row in table.items())


def _line(type: str, row: dict[str, Any]) -> str:
    if type in AVERAGES:
        return f"{type:32}  core F1 {row['core']:.3f}                    full F1 {row['full']:.3f}"
    core, full = (f"P {row[k]['p']:.3f} R {row[k]['r']:.3f} F1 {row[k]['f1']:.3f}" for k in LEVELS)
    return f"{type:14}gold {row['gold']:4} sys {row['system']:4}  core {core}   full {full}"


def format_comparison(table: Table, other: Table) -> str:
    """Return F1 of the first table, and in brackets by how much it is better than the other."""
    return "\n".join(
        f"{type:14}  " + "   ".join(f"{k} F1 {a[k]:.3f} ({a[k] - b[k]:+.3f})" for k in LEVELS)
        for type, a, b in ((type, _f1(row), _f1(other[type])) for type, row in table.items())
    )


def _f1(row: dict[str, Any]) -> dict[str, float]:
    return {k: row[k]["f1"] if isinstance(row[k], dict) else row[k] for k in LEVELS}


def format_errors(mistakes: Iterable[Mistake]) -> Iterator[str]:
    """Yield two lines a mistake: what was missed or wrong, and the sentence it is about."""
    for article, what, claim in mistakes:
        yield f"{article.id} {what} {claim['type']}: {_describe(claim)}\n    {_sentence(claim, article.text)}"


def _describe(claim: Record) -> str:
    shown = {name: _show(value) for name, value in claim.items() if name not in HIDDEN}
    return "; ".join(f"{name} {value}" for name, value in shown.items() if value)


def _show(value: Any) -> str:
    return " / ".join(names_in(value)) if isinstance(value, list | dict) else str(value or "")


def _sentence(claim: Record, text: str) -> str:
    """The sentence around the evidence; evidence that is not in the text is shown as it came."""
    start, end = span_of(claim, text)
    if start < 0:
        return f"(not in the text) {claim.get('evidence')}"
    starts = [match.end() for match in SENTENCE_START.finditer(text)]
    first = max((at for at in starts if at <= start), default=0)
    last = min((at for at in starts if at >= end), default=len(text))
    return " ".join(text[first:last].split())
