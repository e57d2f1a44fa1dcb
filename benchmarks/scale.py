"""Builds of made-up corpora: `python benchmarks/scale.py FOLDER WORKERS ARTICLES…`.

For each number of articles (see `corpus.py`) one `eventgraph build` runs: seconds, words a second, processor
time of all its processes, which other work on the machine changes less, and the most memory that all of them
together, the first and any other held (Linux: resident; shared pages count once a process).
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import time
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parent))
from corpus import load_corpus, write_corpus

PAGE = 4096 / 2**20  # MiB
EVERY = 1  # seconds between two looks


def resident(root: int) -> dict[int, float]:
    """MiB of a process and all below it, by process."""
    parents, sizes = {}, {}
    for path in Path("/proc").glob("[0-9]*"):
        try:
            parents[int(path.name)] = int((path / "stat").read_text().rpartition(")")[2].split()[1])
            sizes[int(path.name)] = int((path / "statm").read_text().split()[1]) * PAGE
        except (OSError, IndexError):
            continue  # it has just ended
    return {pid: size for pid, size in sizes.items() if _below(pid, root, parents)}


def _below(pid: int, root: int, parents: dict[int, int]) -> bool:
    while pid not in (root, 0, 1):
        pid = parents.get(pid, 0)
    return pid == root


class Run(NamedTuple):
    """Seconds on the clock and of all processors, and the most MiB of all processes, the first, another."""

    seconds: float
    worked: float
    together: float
    first: float
    other: float


def run(command: list[str]) -> tuple[Run, str]:
    """Run a command; return what it took and its output."""
    start, before = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    together = first = other = 0.0
    while process.poll() is None:
        sizes = resident(process.pid)
        together, first = max(together, sum(sizes.values())), max(first, sizes.pop(process.pid, 0.0))
        other = max(other, *sizes.values(), 0.0)
        time.sleep(EVERY)
    assert process.stdout
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    worked = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Run(time.perf_counter() - start, worked, together, first, other), process.stdout.read()


def main(folder: Path, workers: int, counts: list[int]) -> None:
    corpus = load_corpus()
    before: tuple[int, Run] | None = None
    for count in counts:
        articles = folder / f"made-{count}"
        words = write_corpus(corpus, count, articles)
        build = ["-c", "from eventgraph.cli import main; main()", "build", str(articles)]
        options = ["--out", str(folder / f"out-{count}"), "--workers", str(workers), "--json"]
        took, output = run([sys.executable, *build, *options])
        told = json.loads(output)
        claims, names = sum(told["claims"].values()), told["people"] + told["organizations"]
        print(f"{count:,} articles, {words:,} words, {claims:,} claims, {names:,} people and bodies")
        print(f"  {took.seconds:.1f} s, {words / took.seconds:,.0f} words/s")
        print(f"  {took.worked:.1f} s of processors, {took.worked / words * 1000:.4f} ms a word")
        print(f"  {took.together:,.0f} MiB in all, {took.first:,.0f} in the first process, "
              f"{took.other:,.0f} in another at most")  # fmt: skip
        if before:
            wanted = words / before[0]
            print(f"  {took.seconds / before[1].seconds / wanted:.2f} times linear on the clock, "
                  f"{took.worked / before[1].worked / wanted:.2f} in processor time")  # fmt: skip
        sys.stdout.flush()
        before = (words, took)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), [int(count) for count in sys.argv[3:]])
