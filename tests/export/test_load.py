"""A project folder gives back the graph that was saved."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from eventgraph.errors import StoreError
from eventgraph.export.exporters import EXPORTERS
from eventgraph.export.load import load_graph
from eventgraph.export.shapes import make_full

from .corpus import rich


def test_triples_and_shapes_are_the_same(tmp_path: Path) -> None:
    graph = rich()
    graph.save(tmp_path)
    loaded = load_graph(tmp_path)
    assert loaded.to_turtle() == (tmp_path / "graph.ttl").read_bytes()
    assert loaded.witnesses == graph.witnesses
    assert make_full(loaded) == make_full(graph)


@pytest.mark.parametrize("exporter", EXPORTERS, ids=lambda e: e.name)
def test_every_format_has_the_same_bytes(exporter, tmp_path: Path) -> None:
    graph = rich()
    graph.save(tmp_path)
    assert exporter.write(load_graph(tmp_path), "simple") == exporter.write(graph, "simple")


@pytest.mark.parametrize("base", ["urn:news:", "https://example.org/id", "http://localhost:8/x/"])
def test_the_base_is_found_again(base: str, tmp_path: Path) -> None:
    graph = replace(rich(), base=base)
    graph.save(tmp_path)
    assert load_graph(tmp_path).base == graph.base


def test_a_broken_graph_is_named(tmp_path: Path) -> None:
    rich().save(tmp_path)
    (tmp_path / "graph.ttl").write_text("<a> <b> .")
    with pytest.raises(StoreError, match=r"graph\.ttl is no Turtle"):
        load_graph(tmp_path)
    with pytest.raises(StoreError, match="is no project"):
        load_graph(tmp_path / "nowhere")
