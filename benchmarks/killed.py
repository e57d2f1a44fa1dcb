"""Kills additions: `python benchmarks/killed.py [MOMENTS] [SEED]`, 20 and 1 unless said otherwise.

`eventgraph add` of the sample is killed (SIGKILL) at random moments, each time in a new project, and run
again; then two additions run at once, with some articles in both. Every time the files must equal those of
one build.
"""

from __future__ import annotations

import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from random import Random

from eventgraph.resources import find_resource
from eventgraph.store.store import Store

SAMPLE = sorted(str(path) for path in find_resource("data/sample").iterdir() if path.suffix != ".json")
EVENTGRAPH = [sys.executable, "-c", "from eventgraph.cli import main; main()"]


def start(*arguments: str | Path) -> subprocess.Popen[bytes]:
    command = [*EVENTGRAPH, *map(str, arguments), "--quiet"]
    return subprocess.Popen(command, start_new_session=True, stderr=subprocess.DEVNULL)


def content(project: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in project.iterdir() if path.is_file()}


def in_store(project: Path) -> str:
    with Store(project) as store:
        with store.corpus().spooled() as corpus:
            ids = [article.id for article in corpus.articles()]
        return f"{len(ids)} articles" + ("" if len(ids) == len(set(ids)) else ", SOME TWICE")


def wait_for_store(project: Path) -> float:
    """Wait until an addition that has been started opens its store; return when that was."""
    while not (project / "store" / "ledger.sqlite").exists():
        time.sleep(0.01)
    return time.perf_counter()


def write_whole(project: Path) -> float:
    """Seconds that an addition takes once it has its store: before that there is nothing to lose."""
    process = start("add", project, *SAMPLE)
    begin = wait_for_store(project)
    process.wait()
    return time.perf_counter() - begin


def kill(folder: str, number: int, seconds: float, chance: Random) -> float:
    """Kill an addition, a new one if that was too late; return after how many seconds with a store."""
    while True:
        project, moment = Path(folder, f"killed-{number}"), chance.uniform(0, seconds)
        shutil.rmtree(project, ignore_errors=True)
        process = start("add", project, *SAMPLE)
        wait_for_store(project)
        time.sleep(moment)
        process.send_signal(signal.SIGKILL)
        if process.wait() == -signal.SIGKILL:
            return moment


def main(moments: int, seed: int) -> int:
    chance, wrong = Random(seed), 0
    with tempfile.TemporaryDirectory() as folder:
        start("build", *SAMPLE, "--out", Path(folder, "built")).wait()
        expected = content(Path(folder, "built"))
        seconds = write_whole(Path(folder, "whole"))
        print(f"once it has a store, an addition takes {seconds:.1f} s")
        for number in range(moments):
            project, moment = Path(folder, f"killed-{number}"), kill(folder, number, seconds, chance)
            held = in_store(project)
            start("add", project, *SAMPLE).wait()
            same = content(project) == expected
            wrong += not same
            print(f"{moment:5.1f} s: {held}; then {in_store(project)}, "
                  f"{'identical' if same else 'DIFFERENT'}", flush=True)  # fmt: skip
        project = Path(folder, "both")
        for process in [start("add", project, *SAMPLE[:8]), start("add", project, *SAMPLE[4:])]:
            process.wait()
        same = content(project) == expected
        print(f"two at once: {in_store(project)}, {'identical' if same else 'DIFFERENT'}")
    return wrong + (not same)


if __name__ == "__main__":
    given = [int(number) for number in sys.argv[1:]]
    sys.exit(main(given[0] if given else 20, given[1] if given[1:] else 1))
