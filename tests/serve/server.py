"""A real `eventgraph serve` process on loopback."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

TOKEN = "a secret for the tests"


@contextmanager
def running(folder: Path, *options: str, token: str | None = TOKEN) -> Iterator[str]:
    """Its address, `http://127.0.0.1:PORT/`."""
    environment = {**os.environ, "EVENTGRAPH_TOKEN": token or ""}
    command = [sys.executable, "-c", "from eventgraph.cli import main; main()", "serve", str(folder)]
    process = subprocess.Popen(
        [*command, "--port", "0", *options], env=environment, stdout=subprocess.PIPE, text=True
    )
    try:
        assert process.stdout
        yield process.stdout.readline().split()[0]
        assert process.poll() is None, "the server has died"
    finally:
        process.terminate()
        process.wait(10)
        process.stdout.close()
