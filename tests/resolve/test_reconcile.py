"""Entities get IRIs of an authority from a real server that speaks the W3C Reconciliation API 0.2."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import product
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

import pytest
from click.testing import CliRunner

from eventgraph.cli import main
from eventgraph.errors import ReadError
from eventgraph.model import Article
from eventgraph.resolve import resolve
from eventgraph.resolve.reconcile import Service
from eventgraph.resolve.reconciled import Reconciler
from eventgraph.store.store import Result, Store
from eventgraph.store.version import extractor_version
from tests.resolve.articles import entity_of, tell

MANIFEST = {
    "versions": ["0.2"],
    "name": "People",
    "identifierSpace": "http://www.wikidata.org/entity/",
    "schemaSpace": "http://www.wikidata.org/prop/direct/",
}
KNOWN = {
    "Tony Blair": [{"id": "Q9545", "name": "Tony Blair", "score": 100, "match": True, "type": []}],
    "John Berg": [
        {"id": f"Q{i}", "name": "John Berg", "score": 50, "match": False, "type": []} for i in (1, 2)
    ],
    "Twice Sure": [
        {"id": f"Q{i}", "name": "Twice Sure", "score": 90, "match": True, "type": []} for i in (3, 4)
    ],
}


class Handler(BaseHTTPRequestHandler):
    """Answers GET with the manifest and POST with candidates."""

    asked: list[dict[str, Any]]

    def do_GET(self) -> None:
        self._send(MANIFEST)

    def do_POST(self) -> None:
        form = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
        queries = json.loads(form["queries"][0])
        self.asked.append(queries)
        self._send({name: {"result": KNOWN.get(query["query"], [])} for name, query in queries.items()})

    def _send(self, answer: object) -> None:
        body = json.dumps(answer).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def service() -> Iterator[tuple[str, list[dict[str, Any]]]]:
    Handler.asked = []
    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/reconcile", Handler.asked
        server.shutdown()
        thread.join()


def test_only_the_one_the_service_is_sure_of_is_taken(service: tuple[str, list[dict[str, Any]]]) -> None:
    names = ["Tony Blair", "John Berg", "Twice Sure", "Unknown Soul", "Blair"]
    claims = [tell(f"a{i}", {"name": name}) for i, name in enumerate(names)]
    found = [entity_of(claim).same_as for claim in resolve(claims, reconcile=Service(service[0]))]
    assert found == [("http://www.wikidata.org/entity/Q9545",), (), (), (), ()]


def test_names_go_in_batches_with_the_type_wanted_and_bare_ones_not_at_all(
    service: tuple[str, list[dict[str, Any]]],
) -> None:
    names = [f"Anna {one}o{other}ald" for one, other in product("BDFKLMNPRT", "bdfklm")]
    claims = [tell(f"a{i}", {"name": name}) for i, name in enumerate(names)]
    resolve([*claims, tell("b", {"name": "Blair"})], reconcile=Service(service[0], {"person": "Q5"}))
    assert [len(queries) for queries in service[1]] == [50, 10]
    assert {query["type"] for queries in service[1] for query in queries.values()} == {"Q5"}


def test_what_was_told_is_kept_and_needs_no_service_later(
    service: tuple[str, list[dict[str, Any]]], tmp_path: Path
) -> None:
    claims = [tell("a", {"name": "Tony Blair"})]
    asked = resolve(claims, reconcile=Reconciler(tmp_path, service[0]))
    assert resolve(claims, reconcile=Reconciler(tmp_path)) == asked
    assert entity_of(asked[0]).same_as == ("http://www.wikidata.org/entity/Q9545",)
    resolve(claims, reconcile=Reconciler(tmp_path, service[0]))
    assert len(service[1]) == 1


@pytest.mark.parametrize("url", ["http://127.0.0.1:9/none", "file:///etc/passwd"])
def test_no_service_is_an_error_that_says_so(url: str) -> None:
    with pytest.raises(ReadError, match=r"can't be asked|no web address"):
        resolve([tell("a", {"name": "Tony Blair"})], reconcile=Service(url))


def test_a_project_that_grows_asks_when_it_is_rebuilt(
    service: tuple[str, list[dict[str, Any]]], tmp_path: Path
) -> None:
    told = Result(Article(id="a", text="Tony Blair spoke."), [tell("a", {"name": "Tony Blair"})])
    with Store(tmp_path) as store:
        store.commit([told], extractor_version())
    rebuilt = CliRunner().invoke(main, ["rebuild", str(tmp_path), "--reconcile", service[0], "--quiet"])
    assert rebuilt.exit_code == 0, rebuilt.output
    assert "owl:sameAs <http://www.wikidata.org/entity/Q9545>" in (tmp_path / "graph.ttl").read_text()
