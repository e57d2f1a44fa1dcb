"""Updates: with the token only, whole or not at all, and still there after the server starts again."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import httpx
import pytest

from .conftest import bearer
from .server import running

ADD = "INSERT DATA { <urn:x> <urn:y> 1 }"
ASK = {"query": "ASK { <urn:x> <urn:y> 1 }"}


@pytest.fixture
def copy(project: Path, tmp_path: Path) -> Path:
    """A project that may change."""
    shutil.copytree(project, tmp_path / "project", ignore=shutil.ignore_patterns("updates.jsonl"))
    return tmp_path / "project"


def test_an_update_outlives_the_server_and_leaves_the_build_alone(copy: Path) -> None:
    built = (copy / "graph.ttl").read_bytes()
    with running(copy, "--workers", "1") as address:
        answer = httpx.post(f"{address}update", data={"update": ADD}, headers=bearer(), timeout=30)
        assert answer.status_code == 204
        wrong = {"update": "INSERT DATA { <urn:x> <urn:y> 2 } ; CLEAR GRAPH <urn:none>"}
        assert httpx.post(f"{address}update", data=wrong, headers=bearer(), timeout=30).status_code == 400
        assert httpx.get(f"{address}sparql", params=ASK, timeout=30).json()["boolean"]
    assert (copy / "graph.ttl").read_bytes() == built
    with running(copy, token=None) as address:
        assert httpx.get(f"{address}sparql", params=ASK, timeout=30).json()["boolean"]
        half = {"query": "ASK { <urn:x> <urn:y> 2 }"}
        assert not httpx.get(f"{address}sparql", params=half, timeout=30).json()["boolean"]
        refused = httpx.post(f"{address}update", data={"update": ADD}, headers=bearer(), timeout=30)
        assert refused.status_code == 403 and "read-only" in refused.text


def test_a_broken_journal_is_named_with_its_line(copy: Path) -> None:
    from click.testing import CliRunner

    from eventgraph.cli import main

    (copy / "updates.jsonl").write_text('"INSERT DATA { <urn:x> <urn:y> 1 }"\n"INSERT DATA"\n')
    result = CliRunner().invoke(main, ["serve", str(copy), "--port", "0"])
    assert result.exit_code == 2 and "updates.jsonl, line 2" in result.output


def test_a_port_in_use_is_said(copy: Path) -> None:
    import socket

    from click.testing import CliRunner

    from eventgraph.cli import main

    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        result = CliRunner().invoke(main, ["serve", str(copy), "--port", str(port)])
    assert result.exit_code == 2 and "give another with --port" in result.output


def test_articles_are_named_graphs_if_they_have_been_exported(copy: Path) -> None:
    from click.testing import CliRunner

    from eventgraph.cli import main

    export = ["export", str(copy), "--to", "trig", "-o", str(copy / "graph.trig")]
    assert CliRunner().invoke(main, export).exit_code == 0
    graph = "SELECT ?g (COUNT(*) AS ?n) { GRAPH ?g { ?claim a eg:Claim } } GROUP BY ?g"
    whole = "SELECT (COUNT(*) AS ?n) { ?claim a eg:Claim }"
    with running(copy) as address, httpx.Client(base_url=address, timeout=30) as client:
        (row,) = client.get("/sparql", params={"query": graph}).json()["results"]["bindings"]
        assert row["g"]["value"].endswith("/article/a") and row["n"]["value"] == "2"
        (row,) = client.get("/sparql", params={"query": whole}).json()["results"]["bindings"]
        assert row["n"]["value"] == "2"
    os.utime(copy / "graph.trig", (0, 0))
    result = CliRunner().invoke(main, ["serve", str(copy), "--port", "0"])
    assert result.exit_code == 2 and "graph.trig is older than graph.ttl" in result.output
