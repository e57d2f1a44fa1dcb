"""Scores as tables: for people and for machines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

Table = dict[str, dict[str, Any]]
LEVELS = ("core", "full")
AVERAGES = ("macro", "micro")
WITH_MODALITY = ("communication", "visit", "attack")


def make_table(counts: Mapping[str, Counter[str]]) -> Table:
    """Return figures (4 decimals) by type with gold claims, and the averages.

    Precision, recall and F1, core and full; of types that have one, the share of matched claims (core) whose
    modality is right, and that share of all of them in `micro`.
    """
    table: Table = {type: _row(type, count) for type, count in counts.items() if count["gold"]}
    rows = list(table.values())
    total = sum(counts.values(), Counter())
    claims = max(1, total["gold"] + total["system"])
    table["macro"] = {k: round(sum(row[k]["f1"] for row in rows) / max(1, len(rows)), 4) for k in LEVELS}
    table["micro"] = {k: round(2 * total[k] / claims, 4) for k in LEVELS}
    table["micro"]["modality"] = _accuracy(sum((counts[type] for type in WITH_MODALITY), Counter()))
    return table


def _row(type: str, count: Counter[str]) -> dict[str, Any]:
    row: dict[str, Any] = {name: count[name] for name in ("gold", "system", "repeats", "no evidence")}
    row |= {level: _figures(count[level], count["system"], count["gold"]) for level in LEVELS}
    return row | ({"modality": _accuracy(count)} if type in WITH_MODALITY else {})


def _figures(right: int, claimed: int, gold: int) -> dict[str, float]:
    p, r = right / max(1, claimed), right / gold
    return {"p": round(p, 4), "r": round(r, 4), "f1": round(2 * p * r / (p + r), 4) if p + r else 0.0}


def _accuracy(count: Counter[str]) -> float | None:
    return round(count["modality"] / count["core"], 4) if count["core"] else None


def format_table(table: Table) -> str:
    """Return a line a type, then the averages."""
    return "\n".join(_line(type, row) for type, row in table.items())


def _line(type: str, row: dict[str, Any]) -> str:
    modality = "" if row.get("modality") is None else f"   modality {row['modality']:.3f}"
    if type in AVERAGES:
        return f"{type:32}  core F1 {row['core']:.3f}{'':20}full F1 {row['full']:.3f}{modality}"
    core, full = (f"P {row[k]['p']:.3f} R {row[k]['r']:.3f} F1 {row[k]['f1']:.3f}" for k in LEVELS)
    return f"{type:14}gold {row['gold']:4} sys {row['system']:4}  core {core}   full {full}{modality}"


def format_comparison(table: Table, other: Table) -> str:
    """Return F1 of the first table, and in brackets by how much it is better than the other."""
    return "\n".join(
        f"{type:14}  " + "   ".join(f"{k} F1 {a[k]:.3f} ({a[k] - b[k]:+.3f})" for k in LEVELS)
        for type, a, b in ((type, _f1(row), _f1(other[type])) for type, row in table.items())
    )


def _f1(row: dict[str, Any]) -> dict[str, float]:
    return {k: row[k]["f1"] if isinstance(row[k], dict) else row[k] for k in LEVELS}
