"""What all tests share."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import NamedTuple

import pytest
import yaml


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of shared corpora and gold; tests that need it skip where there is none."""
    folder = os.environ.get("EVENTGRAPH_SHARED")
    if not folder:
        pytest.skip("EVENTGRAPH_SHARED is not set: no shared corpora here")
    return Path(folder)


@pytest.fixture(scope="session")
def ud_pipeline(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A spaCy pipeline that is not ours, trained on a thousand sentences and those it will be asked."""
    from ud_pipeline import train

    cases = yaml.safe_load((Path(__file__).parent / "cases" / "foreign.yml").read_text("utf-8"))
    return train(tmp_path_factory.mktemp("pipeline"), asked=[case["text"] for case in cases])


class Canary(NamedTuple):
    """A server on loopback that nobody should ask; `asked` are the paths it was asked for."""

    url: str
    asked: list[str]


@pytest.fixture(scope="session")
def canary() -> Iterator[Canary]:
    """Answers 404 to everything and writes it down."""
    asked: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_error(404)

        do_POST = do_PUT = do_HEAD = do_GET  # noqa: N815

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield Canary(f"http://127.0.0.1:{server.server_port}/", asked)
    server.shutdown()
    thread.join()
    server.server_close()
