"""One corpus in many ways: `python benchmarks/equal.py FOLDER`.

All of Wikinews in EVENTGRAPH_SHARED through the command line, with the real model: built in one order with
one process and in another with two, added in three parts, and with 20 articles removed. All files of a
project must be the same, byte for byte. What is there already is not built again.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).parent))
from corpus import load_wikinews

EVENTGRAPH = [sys.executable, "-c", "from eventgraph.cli import main; main()"]
GONE = 20


def run(command: str, *arguments: object) -> None:
    start = time.perf_counter()
    subprocess.run([*EVENTGRAPH, command, *map(str, arguments), "--quiet"], check=True)
    print(f"{command} {' '.join(Path(str(a)).name for a in arguments)}: {time.perf_counter() - start:.0f} s",
          flush=True)  # fmt: skip


def build(out: Path, workers: int, *paths: Path) -> Path:
    if not (out / "graph.ttl").exists():
        run("build", *paths, "--out", out, "--workers", workers)
    return out


def write(path: Path, records: list[dict[str, str]]) -> Path:
    path.write_text("".join(json.dumps(r, ensure_ascii=False) + "\n" for r in records), encoding="utf-8")
    return path


def differ(one: Path, other: Path) -> bool:
    """Say whether the files of two projects are the same."""
    contents = [{p.name: p.read_bytes() for p in each.iterdir() if p.is_file()} for each in (one, other)]
    wrong = sorted(n for n in contents[0].keys() | contents[1] if contents[0].get(n) != contents[1].get(n))
    size = sum(map(len, contents[0].values()))
    same = f"{len(contents[0])} files, {size:,} bytes, the same"
    says = f"DIFFERENT: {', '.join(wrong)}" if wrong else same
    print(f"{one.name} and {other.name}: {says}", flush=True)
    return bool(wrong)


def main(folder: Path) -> int:
    folder.mkdir(parents=True, exist_ok=True)
    records, chance = load_wikinews(), Random(5)
    other = chance.sample(records, len(records))
    whole, parts = write(folder / "whole.jsonl", records), [other[:90], other[90:200], other[200:]]
    files = [write(folder / f"part-{number}.jsonl", part) for number, part in enumerate(parts)]
    gone = sorted(record["id"] for record in chance.sample(records, GONE))
    kept = write(folder / "kept.jsonl", [record for record in records if record["id"] not in gone])
    print(f"{len(records)} articles, {sum(len(r['text'].split()) for r in records):,} words", flush=True)
    first = build(folder / "first", 1, whole)
    wrong = differ(first, build(folder / "other-order-two-processes", 2, *reversed(files)))
    for file in files:
        run("add", folder / "grown", file, "--workers", 2)
    wrong += differ(first, folder / "grown")
    without = build(folder / "without", 2, kept)
    run("remove", folder / "grown", *gone)
    return wrong + differ(without, folder / "grown")


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
