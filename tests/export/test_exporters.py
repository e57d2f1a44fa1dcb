"""The list of formats, and how they are written."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from eventgraph.errors import StoreError, UsageError
from eventgraph.export.exporters import EXPORTERS, export, get_exporter
from eventgraph.graph import Graph

from .corpus import rich

NAMES = [exporter.name for exporter in EXPORTERS]


def test_all_formats_are_there() -> None:
    promised = "turtle nt nquads trig jsonld rdfxml graphml gexf cytoscape cx2 neo4j csv parquet ftm dot"
    assert " ".join(NAMES) == promised
    assert {exporter.name for exporter in EXPORTERS if not exporter.files.startswith(".")} == {
        *("neo4j", "csv", "parquet")
    }


@pytest.mark.parametrize("exporter", EXPORTERS, ids=lambda e: e.name)
def test_files_are_those_that_the_list_names(exporter, tmp_path: Path) -> None:
    export(rich(), exporter.name, tmp_path / "deep" / "out", "full")
    if exporter.files.startswith("."):
        assert (tmp_path / "deep" / "out").stat().st_size
    else:
        written = {path.name for path in (tmp_path / "deep" / "out").iterdir()}
        assert written == {*exporter.files.split(", ")}


@pytest.mark.parametrize("exporter", EXPORTERS, ids=lambda e: e.name)
def test_a_graph_without_anything_can_be_exported(exporter) -> None:
    assert exporter.write(Graph((), ()), "full") is not None


@pytest.mark.parametrize("exporter", EXPORTERS, ids=lambda e: e.name)
def test_order_of_input_does_not_matter(exporter) -> None:
    graph = rich()
    turned = replace(graph, articles=graph.articles[::-1], claims_all=graph.claims_all[::-1])
    assert exporter.write(turned, "full") == exporter.write(graph, "full")


def test_mistakes_are_named(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no format 'pdf'; take one of turtle nt"):
        get_exporter("pdf")
    (tmp_path / "file").touch()
    for to, path in (("csv", tmp_path / "file"), ("gexf", tmp_path)):
        with pytest.raises(StoreError, match="can't be written"):
            export(rich(), to, path)
    assert [path.name for path in tmp_path.iterdir()] == ["file"]
