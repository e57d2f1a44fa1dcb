"""Builds of made-up corpora: `python benchmarks/scale.py FOLDER WORKERS ARTICLES…`.

For each number of articles (see `corpus.py`) one `eventgraph build` runs; seconds, words a second, and the
most memory that all its processes together held (Linux: resident; shared pages count once a process).
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from corpus import load_corpus, write_corpus

PAGE = 4096 / 2**20  # MiB
EVERY = 0.25  # seconds between two looks


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


def run(command: list[str]) -> tuple[float, float, float, str]:
    """Seconds, the most MiB of all processes together, the most of the first one, and its output."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    most = first = 0.0
    while process.poll() is None:
        sizes = resident(process.pid)
        most, first = max(most, sum(sizes.values())), max(first, sizes.get(process.pid, 0.0))
        time.sleep(EVERY)
    assert process.stdout
    return time.perf_counter() - start, most, first, process.stdout.read()


def main(folder: Path, workers: int, counts: list[int]) -> None:
    corpus = load_corpus()
    before: tuple[int, float] | None = None
    for count in counts:
        articles = folder / f"made-{count}"
        words = write_corpus(corpus, count, articles)
        build = ["-c", "from eventgraph.cli import main; main()", "build", str(articles)]
        options = ["--out", str(folder / f"out-{count}"), "--workers", str(workers), "--json"]
        seconds, most, first, output = run([sys.executable, *build, *options])
        claims = sum(json.loads(output)["claims"].values())
        print(f"{count:,} articles, {words:,} words, {claims:,} claims: {seconds:.1f} s")
        print(f"  {words / seconds:,.0f} words/s; {most:,.0f} MiB in all, {first:,.0f} in the first process")
        if before:
            print(f"  {seconds / before[1] / (count / before[0]):.2f} times linear", flush=True)
        before = (count, seconds)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), [int(count) for count in sys.argv[3:]])
