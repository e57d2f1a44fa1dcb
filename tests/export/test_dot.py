"""DOT: pydot reads it, Graphviz draws every name as it is."""

from __future__ import annotations

import shutil
import subprocess

import pydot
import pytest
from lxml import etree

from eventgraph.export.dot import quote, shorten, write_dot
from eventgraph.export.property_graph import PropertyGraph

from .corpus import SHAPED

pytestmark = pytest.mark.filterwarnings("ignore:.*deprecated:DeprecationWarning")  # pydot's own
cases = pytest.mark.parametrize("shaped", SHAPED.values(), ids=SHAPED)


@cases
def test_pydot_agrees(shaped: PropertyGraph) -> None:
    (read,) = pydot.graph_from_dot_data(write_dot(shaped).decode("utf-8"))
    nodes = {n.get_name(): n.get("label") for n in read.get_nodes() if n.get("label")}
    assert nodes == {quote(node.id): quote(shorten(node.label)) for node in shaped.nodes}
    edges = sorted(
        (e.get_source(), e.get_destination(), e.get("id"), e.get("relation")) for e in read.get_edges()
    )
    assert edges == sorted(tuple(map(quote, (e.source, e.target, e.id, e.relation))) for e in shaped.edges)
    dashed = {e.get("id") for e in read.get_edges() if e.get("style") == "dashed"}
    assert dashed == {quote(edge.id) for edge in shaped.edges if edge.qualifier}


@pytest.mark.skipif(shutil.which("dot") is None, reason="Graphviz is not installed")
@cases
def test_graphviz_draws_the_names_as_they_are(shaped: PropertyGraph) -> None:
    done = subprocess.run(["dot", "-Tsvg"], input=write_dot(shaped), capture_output=True, check=True)
    assert not done.stderr
    root = etree.fromstring(done.stdout)
    drawn = {words(" ".join(g.itertext("{*}text"))) for g in root.iter("{*}g") if g.get("class") == "node"}
    assert drawn == {words(shorten(node.label)) for node in shaped.nodes}
    assert len([g for g in root.iter("{*}g") if g.get("class") == "edge"]) == len(shaped.edges)


def words(text: str) -> str:
    """Without white space, which drawing and XML fold, and what XML can't hold."""
    return "".join(text.split())
