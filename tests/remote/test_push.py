"""The graph in somebody else's store: sent whole, gone on with after an interruption, asked there."""

from __future__ import annotations

from pathlib import Path

import pytest

from eventgraph.errors import UsageError
from eventgraph.graph import Graph
from eventgraph.graph.namespaces import prefixes_below
from eventgraph.graph.terms import Iri
from eventgraph.model import Article, Claim, Evidence, make_entity
from eventgraph.remote import endpoint as http
from eventgraph.remote.access import Access
from eventgraph.remote.ask import run_remote
from eventgraph.remote.endpoint import Endpoint
from eventgraph.remote.push import Protocol, Target, n_triples, named_graph, push

from .conftest import free_port, oxigraph

TEXT = "Eva Berg met Jan Olsen in Oslo."
GRAPH = Iri("http://example.org/g")
NOBODY = Access()


def make_graph() -> Graph:
    """A small one."""
    parties = {"from": (make_entity("Eva Berg", "person"),), "to": (make_entity("Jan Olsen", "person"),)}
    said = {"kind": "met", "date": "2021-05-11", "modality": "asserted"}
    evidence = Evidence("a", 0, len(TEXT), TEXT, 0)
    claim = Claim("c1", "a", "communication", parties, said, evidence, {}, "communication/verb", 0.9)
    return Graph((Article(id="a", text=TEXT),), (claim,))


LINES = list(n_triples(make_graph().to_turtle()))


def quiet(_: int) -> None:
    """Tell nobody."""


def count(address: str, graph: Iri | None, access: Access = NOBODY) -> int:
    """How many triples a store has in a graph."""
    where = f"GRAPH <{graph}> {{?s ?p ?o}}" if graph else "?s ?p ?o"
    rows = run_remote(Endpoint(address, access, 20), f"SELECT (COUNT(*) AS ?n) {{{where}}}", {})
    return int(str(rows[0]["n"]))


@pytest.mark.parametrize(("protocol", "path"), [("store", "store"), ("update", "update")])
@pytest.mark.parametrize("graph", [None, GRAPH])
def test_all_of_it_arrives_once(protocol: Protocol, path: str, graph: Iri | None, tmp_path: Path) -> None:
    with oxigraph(tmp_path, free_port()) as address:
        target = Target(Endpoint(address + path, NOBODY), protocol, graph)
        state = tmp_path / "push.json"
        assert push(target, LINES, 7, state, False, quiet) == len(LINES)
        assert count(f"{address}query", graph) == len(set(LINES))
        assert push(target, LINES, 7, state, False, quiet) == 0
        changed = [*LINES[:5], "<urn:a> <urn:b> <urn:c> .\n"]
        assert push(target, changed, 7, state, True, quiet) == 6
        assert count(f"{address}query", graph) == 6
        rows = run_remote(Endpoint(f"{address}query", NOBODY), "ASK {?s ?p ?o}", {})
        assert rows == [{"ask": graph is None}]


def test_it_goes_on_where_it_was_when_the_server_had_died(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(http, "WAITS", (0.05,))
    port, state, told = free_port(), tmp_path / "push.json", []
    target = Target(Endpoint(f"http://127.0.0.1:{port}/store", NOBODY), "store", None)
    server = oxigraph(tmp_path, port)
    server.__enter__()

    def say(done: int) -> None:
        told.append(done)
        if done >= 8:
            server.__exit__(None, None, None)

    with pytest.raises(UsageError, match="can't be reached"):
        push(target, LINES, 4, state, False, say)
    assert told == [4, 8]
    with oxigraph(tmp_path, port) as address:
        assert push(target, LINES, 4, state, False, quiet) == len(LINES) - 8
        assert count(f"{address}query", None) == len(set(LINES))


def test_a_query_knows_our_prefixes_and_constructs(tmp_path: Path) -> None:
    with oxigraph(tmp_path, free_port()) as address:
        push(
            Target(Endpoint(f"{address}store", NOBODY), "store", None),
            LINES,
            99,
            tmp_path / "p",
            False,
            quiet,
        )
        ask = Endpoint(f"{address}query", NOBODY)
        prefixes = prefixes_below("https://w3id.org/eventgraph/id/")
        rows = run_remote(ask, "SELECT ?n {?m a eg:Meeting ; eg:initiator/rdfs:label ?n}", prefixes)
        assert rows == [{"n": "Eva Berg"}]
        assert len(run_remote(ask, "CONSTRUCT {?a eg:metWith ?b} {?a eg:metWith ?b}", prefixes)) == 2
        with pytest.raises(UsageError, match="says 400"):
            run_remote(ask, "SELECT", {})


def test_virtuoso_takes_it_with_a_password(virtuoso: str, tmp_path: Path) -> None:
    dba = Access(None, "dba", "dba")
    for protocol, path in (("store", "sparql-graph-crud-auth"), ("update", "sparql-auth")):
        graph = Iri(f"http://example.org/{protocol}")
        target = Target(Endpoint(virtuoso + path, dba), protocol, graph)  # type: ignore[arg-type]
        assert push(target, LINES, 20, tmp_path / protocol, False, quiet) == len(LINES)
        assert count(f"{virtuoso}sparql", graph) == len(set(LINES))
    with pytest.raises(UsageError, match="401"):
        wrong = Endpoint(f"{virtuoso}sparql-auth", Access(None, "dba", "wrong"))
        push(Target(wrong, "update", GRAPH), LINES, 20, tmp_path / "wrong", False, quiet)


@pytest.mark.parametrize(
    "address", ["file:///etc/passwd", "http://", "ftp://a.org/", "http://u:p@a.org/", "x"]
)
def test_what_is_no_endpoint(address: str) -> None:
    with pytest.raises(UsageError, match="is no endpoint"):
        Endpoint(address, NOBODY)


@pytest.mark.parametrize("name", ["x", "http://a b", "http://a> } DROP ALL #", ""])
def test_what_names_no_graph(name: str) -> None:
    with pytest.raises(UsageError, match="can't name a graph"):
        named_graph(name)
