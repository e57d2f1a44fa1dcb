"""How many date expressions are found and resolved rightly, and how fast.

    EVENTGRAPH_SHARED=… python benchmarks/dates.py [--wrong]

`exact`: of DateParser the same ISO value as in the specification, past or future reading; of DatePeriodParser
the same first and last day. The specifications end a span on its last day or the day after, and a range
(*from 2014 to 2018*) also on the first day of the month or year last named: all are taken. As many
expressions must be found as are expected: a case that expects none fails where any is found.
`coarse`: the value is right as far as it goes: only the month, only the year.
Extractor cases count when exactly the expected stretches of text overlap with ours.
The cases are those of Microsoft Recognizers-Text (MIT), written for assistants. `of calendar dates` leaves
out those whose expected result has no day at all (seasons); `without refused` leaves out besides what
`find_dates` refuses on principle (see `REFUSED`). Parsers' cases are read with `wide`, the others without,
as claims are.
"""

from __future__ import annotations

import json
import os
import re
import sys
import time
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import zip_longest
from pathlib import Path
from typing import Any

from eventgraph.annotate.dates import DateExpression, find_dates

# What find_dates refuses on principle, by what the specifications' inputs look like.
REFUSED = re.compile(
    "|".join(
        (
            r"\b(0?\d|1[0-2])[-/](?!\1\b)(0?\d|1[0-2])([-/,]\d| to)",  # day-first or month-first?
            r" \d{1,4}\.\d\d?$",  # a decimal number as likely
            r"(on|for the) \d\d\s?[.!]?$|for the [a-z]+( [a-z]+)?$",  # may count anything
            r"tmrw",  # chat spelling
        )
    )
)

Verdict = tuple[bool, bool, str]  # exact, coarse, the case in words


def main() -> None:
    shared = Path(os.environ["EVENTGRAPH_SHARED"])
    specs = shared / "corpora" / "datetime_specs"
    parsed: list[Verdict] = []
    for name, judge in (
        ("DateParser", _judge_day),
        ("DatePeriodParser", _judge_period),
        ("DateExtractor", _judge_span),
    ):
        cases = json.loads((specs / f"{name}.json").read_text(encoding="utf-8-sig"))
        verdicts = [judge(case) for case in cases]
        _report(name, verdicts)
        parsed += [] if name == "DateExtractor" else dated(verdicts)
    _line("both parsers, calendar", parsed)
    _report("gold dev (dated claims)", list(_judge_gold(shared / "gold" / "dev")))
    _speed(sorted((shared / "gold" / "dev").glob("*.txt")))


def _report(name: str, verdicts: list[Verdict]) -> None:
    _line(name, verdicts)
    if name.endswith("Parser"):
        days = dated(verdicts)
        _line("  of calendar dates", days)
        _line("  without refused", [v for v in days if not REFUSED.search(_input(v))])
    if "--wrong" in sys.argv:
        print("\n".join(f"    {text}" for exact, _, text in verdicts if not exact))


def dated(verdicts: list[Verdict]) -> list[Verdict]:
    """The cases whose expected results have days."""
    return [verdict for verdict in verdicts if "[()]" not in verdict[2]]


def _input(verdict: Verdict) -> str:
    return verdict[2].split(" wanted ")[0].strip("'\"")


def _line(name: str, verdicts: list[Verdict]) -> None:
    count = len(verdicts)
    exact, coarse = sum(v[0] for v in verdicts), sum(v[1] for v in verdicts)
    print(f"{name:24} cases {count:4}  exact {exact / count:.3f}  coarse {coarse / count:.3f}")


def _found(case: dict[str, Any], wide: bool) -> tuple[DateExpression, ...]:
    today = case.get("Context", {}).get("ReferenceDateTime", "2016-11-07")[:10]
    return find_dates(case["Input"], today, wide=wide)


def _judge_day(case: dict[str, Any]) -> Verdict:
    found = _found(case, wide=True)
    wanted = [_resolutions(result, "date") for result in case["Results"]]
    wanted = [days for days in wanted if days != {"0001-01-01"}]
    values = [e.value for e in found]
    exact = len(values) == len(wanted) and all(v in days for v, days in zip(values, wanted, strict=True))
    coarse = len(values) == len(wanted) and all(
        any(day.startswith(v) for day in days) for v, days in zip(values, wanted, strict=True)
    )
    return exact, coarse, f"{case['Input']!r} wanted {[sorted(w) for w in wanted]} got {values}"


def _judge_period(case: dict[str, Any]) -> Verdict:
    found = _found(case, wide=True)
    wanted = [_spans(result) for result in case["Results"]]
    alike = len(found) == len(wanted)
    exact = alike and all(_bounds(e) & w for e, w in zip(found, wanted, strict=True))
    coarse = exact or (
        alike and all(any(s.startswith(e.value) for s, _ in w) for e, w in zip(found, wanted, strict=True))
    )
    got = [(e.first, e.last) for e in found]
    return exact, coarse, f"{case['Input']!r} wanted {[tuple(sorted(w)) for w in wanted]} got {got}"


def _spans(result: dict[str, Any]) -> set[tuple[str, str]]:
    """Starts and ends; either is empty where the specification leaves a span open."""
    starts, ends = _values(result, "startDate"), _values(result, "endDate")
    return set(zip_longest(starts, ends, fillvalue=""))


def _bounds(expression: DateExpression) -> set[tuple[str, str]]:
    """First day, and last day or the day after it, or the first of the month or year a range ends with."""
    after = date.fromisoformat(expression.last) + timedelta(days=1)
    ends = {expression.last, after.isoformat()}
    if expression.until:
        ends.add(f"{expression.until}-01-01"[:10])
    return {(expression.first, end) for end in ends}


def _judge_span(case: dict[str, Any]) -> Verdict:
    found = _found(case, wide=False)
    wanted = [(result["Start"], result["Start"] + result["Length"]) for result in case["Results"]]
    alike = len(found) == len(wanted) and all(
        e.start < end and start < e.end for e, (start, end) in zip(found, wanted, strict=True)
    )
    same = alike and all((e.start, e.end) == span for e, span in zip(found, wanted, strict=True))
    return (
        same,
        alike,
        f"{case['Input']!r} wanted {[r['Text'] for r in case['Results']]} got {[e.text for e in found]}",
    )


def _resolutions(result: dict[str, Any], key: str) -> set[str]:
    return set(_values(result, key))


def _values(result: dict[str, Any], key: str) -> list[str]:
    value = result.get("Value") or {}
    return [value[r][key] for r in ("PastResolution", "FutureResolution") if key in (value.get(r) or {})]


def _judge_gold(folder: Path) -> Iterator[Verdict]:
    """Dated claims whose evidence holds a date: is the claim's among those found?"""
    for path in sorted(folder.glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        gold = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
        found = find_dates(text, gold.get("published"))
        for claim in gold["claims"]:
            start = text.find(claim["evidence"])
            inside = [e for e in found if start <= e.start and e.end <= start + len(claim["evidence"])]
            if claim.get("date") and inside:
                right = any(claim["date"] == e.value for e in inside)
                coarse = any(
                    e.value.startswith(claim["date"]) or claim["date"].startswith(e.value) for e in inside
                )
                yield (
                    right,
                    coarse,
                    f"{claim['evidence']!r} wanted {claim['date']} got {[e.value for e in inside]}",
                )


def _speed(paths: list[Path]) -> None:
    texts = [path.read_text(encoding="utf-8") for path in paths] * 5
    words = sum(len(text.split()) for text in texts)
    start = time.process_time()
    for text in texts:
        find_dates(text, "2021-05-12")
    print(f"speed: {words / (time.process_time() - start):,.0f} words per second of CPU")


if __name__ == "__main__":
    main()
