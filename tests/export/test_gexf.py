"""GEXF: valid against the schema, read by NetworkX, dates as spells."""

from __future__ import annotations

import io
from pathlib import Path

import networkx as nx
import pytest
from lxml import etree

from eventgraph.export.gexf import spell, write_gexf
from eventgraph.export.property_graph import PropertyGraph, Value

from .corpus import SHAPED, flat

SCHEMA = etree.XMLSchema(etree.parse(Path(__file__).with_name("gexf.xsd")))
cases = pytest.mark.parametrize("shaped", SHAPED.values(), ids=SHAPED)


@cases
def test_the_schema_is_fulfilled(shaped: PropertyGraph) -> None:
    SCHEMA.assertValid(etree.fromstring(write_gexf(shaped), etree.XMLParser(huge_tree=True)))


def test_the_schema_refuses_what_networkx_writes() -> None:
    graph = nx.MultiDiGraph([("a", "b", {"date": "2021"})])
    assert not SCHEMA.validate(etree.fromstring("\n".join(nx.generate_gexf(graph)).encode()))


@cases
def test_networkx_agrees(shaped: PropertyGraph) -> None:
    read = nx.read_gexf(io.BytesIO(write_gexf(shaped)))
    nodes = {id: {"id": id, **without_spells(data)} for id, data in read.nodes(data=True)}
    assert nodes == {node.id: flat(node.record()) for node in shaped.nodes}
    edges = {d["id"]: {"source": s, "target": t, **without_spells(d)} for s, t, d in read.edges(data=True)}
    assert edges == {edge.id: flat(edge.record()) for edge in shaped.edges}


def without_spells(data: dict[str, object]) -> dict[str, object]:
    return {name: value for name, value in data.items() if name != "spells"}


@pytest.mark.parametrize(
    ("properties", "first", "last"),
    [
        ({"date": "2021-05-11"}, "2021-05-11", "2021-05-11"),
        ({"date": "2024-02"}, "2024-02-01", "2024-02-29"),
        ({"date": "2021"}, "2021-01-01", "2021-12-31"),
        ({"status": "current", "since": "2020-01", "date": "2020-01-02"}, "2020-01-01", None),
        ({"status": "former", "until": "2019"}, None, "2019-12-31"),
        ({"status": "current", "date": "2021-05-11"}, None, None),
        ({}, None, None),
    ],
)
def test_dates_become_first_and_last_days(
    properties: dict[str, Value], first: str | None, last: str | None
) -> None:
    assert spell(properties) == (first, last)


@pytest.mark.parametrize(("shape", "element"), [("simple", "edge"), ("full", "node")])
def test_each_dated_event_has_its_spell(shape: str, element: str) -> None:
    root = etree.fromstring(write_gexf(SHAPED[f"rich-{shape}"]))
    assert {("mode", "dynamic"), ("timeformat", "date")} <= {*root.find("{*}graph").attrib.items()}
    spells = [tuple(s.attrib.values()) for s in root.iterfind(f".//{{*}}{element}/{{*}}spells/{{*}}spell")]
    assert ("2021-05-10", "2021-05-10") in spells and ("2024-02-01", "2024-02-29") in spells
    assert len(spells) < len(list(root.iter(f"{{*}}{element}")))
