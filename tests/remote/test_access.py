"""Names, passwords and tokens, as real servers ask for them."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from serve.server import TOKEN, running

from eventgraph.cli import main
from eventgraph.graph import Graph
from eventgraph.remote.access import Access

from .conftest import free_port, oxigraph
from .gate import PASSWORD, USER, gate
from .test_push import LINES, count, make_graph

BASIC = {"EVENTGRAPH_ENDPOINT_USER": USER, "EVENTGRAPH_ENDPOINT_PASSWORD": PASSWORD}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """What is pushed."""
    make_graph().save(tmp_path / "project")
    return tmp_path / "project"


def push(project: Path, address: str, protocol: str, environment: dict[str, str]) -> Result:
    """`eventgraph push`, as a user gives it."""
    command = ["push", str(project), "--endpoint", address, "--protocol", protocol, "--batch", "9"]
    return CliRunner().invoke(main, command, env=environment)


@pytest.mark.parametrize("protocol", ["store", "update"])
def test_a_name_and_password_open_a_store(protocol: str, project: Path, tmp_path: Path) -> None:
    with oxigraph(tmp_path, free_port()) as behind, gate(behind) as (address, keeper):
        for wrong in ({}, {**BASIC, "EVENTGRAPH_ENDPOINT_PASSWORD": "guessed"}):
            refused = push(project, address + protocol, protocol, wrong)
            assert refused.exit_code == 2 and "says 401" in refused.stderr
            assert "guessed" not in refused.output
        assert count(f"{behind}query", None) == 0 and keeper.refused
        done = push(project, address + protocol, protocol, BASIC)
        assert done.exit_code == 0, done.output
        assert count(f"{behind}query", None) == len(LINES)
        assert count(f"{address}query", None, Access(None, USER, PASSWORD)) == len(LINES)
        assert PASSWORD not in (project / "push.json").read_text("utf-8")


def test_a_token_opens_a_server_of_ours(project: Path, tmp_path: Path) -> None:
    Graph((), ()).save(tmp_path / "empty")
    with running(tmp_path / "empty") as address:
        for wrong in ({}, {"EVENTGRAPH_ENDPOINT_TOKEN": "guessed"}):
            refused = push(project, f"{address}update", "update", wrong)
            assert refused.exit_code == 2 and "says 401" in refused.stderr
        done = push(project, f"{address}update", "update", {"EVENTGRAPH_ENDPOINT_TOKEN": TOKEN})
        assert done.exit_code == 0, done.output
        assert count(f"{address}sparql", None) == len(LINES)
