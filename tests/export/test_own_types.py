"""Claims of a user's own types go the same ways; their properties can't take the place of others."""

from __future__ import annotations

import json

import pyoxigraph as ox
import pytest
from graph.factory import ANNA, OMAR, article, claim

from eventgraph.export.exporters import EXPORTERS, Exporter
from eventgraph.export.shapes import make_full, make_simple
from eventgraph.graph import Graph

OWN = claim(
    "funded", {"who": ANNA, "whom": OMAR}, source="a bank", amount=3, modality="planned", date="2021-05"
)
GRAPH = Graph((article("a1"),), (OWN,))


def test_edges_and_nodes_have_the_attributes_under_the_types_name() -> None:
    (edge,) = make_simple(GRAPH).edges
    assert (edge.source, edge.target, edge.relation) == (ANNA.id, OMAR.id, "funded")
    assert edge.label == "funded (planned)"
    said = {"funded_source": "a bank", "funded_amount": "3", "modality": "planned", "date": "2021-05"}
    assert edge.properties.items() >= said.items()
    (node,) = (node for node in make_full(GRAPH).nodes if node.type == "funded")
    assert node.label == "funded 2021-05 (planned)" and node.properties.items() >= said.items()
    relations = {edge.relation for edge in make_full(GRAPH).edges}
    assert relations == {"who", "whom", "evidence"}


@pytest.mark.parametrize("exporter", EXPORTERS, ids=lambda e: e.name)
def test_every_exporter_takes_them(exporter: Exporter) -> None:
    assert exporter.write(GRAPH, "full")


def test_rdfxml_and_ftm_know_them() -> None:
    by_name = {exporter.name: exporter for exporter in EXPORTERS}
    data = by_name["rdfxml"].write(GRAPH, "simple")
    assert isinstance(data, bytes)
    assert len({*ox.parse(data, ox.RdfFormat.RDF_XML)}) == len(GRAPH.triples())
    lines = by_name["ftm"].write(GRAPH, "simple")
    assert isinstance(lines, bytes)
    (event,) = (e for e in map(json.loads, lines.splitlines()) if e["schema"] == "Event")
    assert event["properties"]["involved"] == ["person.anna-berg", "person.omar-haddad"]
