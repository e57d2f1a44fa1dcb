"""A process that adds: `python -m tests.store.adder PROJECT FIRST LAST`, an article a commit, then the files.

What an article claims is given (see `corpus.py`), so that all its time is spent in the store.
"""

from __future__ import annotations

import sys
from pathlib import Path

from eventgraph.store.publish import publish
from eventgraph.store.store import Store

from .corpus import result


def main(project: Path, first: int, last: int) -> None:
    print("ready", flush=True)
    with Store(project) as store:
        for number in range(first, last):
            if not store.has(result(number).article, "v1"):
                store.commit([result(number)], "v1")
        publish(store, project)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
