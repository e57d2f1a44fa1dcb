"""The verdicts of a run in a form that can be kept and compared: a line a claim, without its words.

    ARTICLE  TYPE  START:END  NAME  VERDICT

NAME is the number of the gold claim in its file (`#3`), or the rule of a claim that the gold does not have;
START and END are offsets of its evidence. VERDICT is right, missed, wrong, or flawed with what is at fault.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Literal, NamedTuple

from eventgraph.errors import UsageError
from eventgraph.evaluate.matching import MATCHERS
from eventgraph.evaluate.report import WITH_MODALITY
from eventgraph.evaluate.spans import span_of
from eventgraph.evaluate.verdict import Verdict

ABSENT = "absent"  # of a wrong claim that the other run does not make
WORTH = {"missed": 0, "wrong": 0, "flawed": 1, "right": 2, ABSENT: 2}
HEAD = "# Verdicts on gold claims and on claims that are wrong: eventgraph evaluate --gold DIR --keep FILE\n"


class Key(NamedTuple):
    """Which claim of a run is judged."""

    article: str
    type: str
    start: int
    end: int
    name: str


class Change(NamedTuple):
    """A claim that two runs are judged differently on."""

    what: Literal["won", "lost", "changed"]
    key: Key
    before: str
    now: str


Run = Mapping[Key, str]


def make_run(verdicts: Iterable[Verdict]) -> Run:
    """Return the verdict by claim, sorted; wrong claims of one rule at one place are numbered."""
    run: dict[Key, str] = {}
    for one in verdicts:
        key, number = _key(one), 1
        while key in run:
            number += 1
            key = key._replace(name=f"{_key(one).name}({number})")
        run[key] = " ".join((one.what, *one.faults))
    return dict(sorted(run.items()))


def _key(one: Verdict) -> Key:
    if one.gold is not None:
        name = f"#{next(i for i, claim in enumerate(one.article.claims) if claim is one.gold)}"
    else:
        name = one.shown.get("extractor", "?").replace(" ", "-")
    return Key(one.article.id, one.shown["type"], *span_of(one.shown, one.article.text), name)


def write_run(run: Run) -> str:
    """Return the run as a file's text."""
    rows = ((k.article, k.type, f"{k.start}:{k.end}", k.name, verdict) for k, verdict in run.items())
    return HEAD + "".join("\t".join(row) + "\n" for row in rows)


def read_run(data: bytes) -> Run:
    """Return the run that `write_run` wrote; raises UsageError naming a line that is none."""
    lines = enumerate(data.decode("utf-8", "replace").splitlines(), 1)
    return dict(_parse(number, line) for number, line in lines if line and not line.startswith("#"))


def _parse(number: int, line: str) -> tuple[Key, str]:
    try:
        article, type, place, name, verdict = line.split("\t")
        start, _, end = place.partition(":")
        return Key(article, type, int(start), int(end), name), verdict
    except ValueError as error:
        raise UsageError(f"line {number} is no verdict of a kept run; make it again with --keep") from error


def is_run(data: bytes) -> bool:
    """Is it a kept run, not a claims.jsonl?"""
    return data.startswith(b"#")


def counts_of(run: Run) -> dict[str, Counter[str]]:
    """Return the counts of `Score` that a run tells: `gold`, `system`, `core`, `full`, `modality`."""
    counts: dict[str, Counter[str]] = {type: Counter() for type in MATCHERS}
    for key, verdict in run.items():
        what, *faults = verdict.split()
        found = what in {"right", "flawed"}
        counts[key.type].update(
            gold=what != "wrong",
            system=what != "missed",
            core=found,
            full=what == "right",
            modality=found and key.type in WITH_MODALITY and "modality" not in faults,
        )
    return counts


def changes(before: Run, now: Run) -> Iterator[Change]:
    """Yield what differs, what was lost first, in the order of the articles."""
    found = [_change(key, before.get(key, ABSENT), now.get(key, ABSENT)) for key in sorted({*before, *now})]
    order = ("lost", "changed", "won")
    yield from sorted((one for one in found if one.before != one.now), key=lambda one: order.index(one.what))


def _change(key: Key, before: str, now: str) -> Change:
    then, after = _worth(before), _worth(now)
    return Change("won" if after > then else "lost" if after < then else "changed", key, before, now)


def _worth(verdict: str) -> tuple[int, int]:
    """Right before flawed, few faults before many, flawed before missed; no claim before a wrong one."""
    what, *faults = verdict.split()
    return WORTH[what], -len(faults)
