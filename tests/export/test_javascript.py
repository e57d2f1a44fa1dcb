"""GEXF, GraphML and Cytoscape JSON, read by graphology (as in Gephi Lite) and cytoscape.js."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from eventgraph.export.exporters import get_exporter
from eventgraph.export.property_graph import PropertyGraph

from .corpus import SHAPED, flat
from .test_cytoscape import listed

HOME = Path(__file__).parent / "readers"
NPM, NODE = shutil.which("npm"), shutil.which("node")
INSTALL = ("ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline", "--fetch-retries=1")
cases = pytest.mark.parametrize("shaped", SHAPED.values(), ids=SHAPED)
pytestmark = pytest.mark.skipif(not (NPM and NODE), reason="node and npm are not installed")

Record = dict[str, Any]
Rows = dict[str, list[Record]]


@pytest.fixture(scope="module")
def readers(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The readers, as their lock file names them, in a folder of their own."""
    folder = tmp_path_factory.mktemp("readers")
    shutil.copytree(HOME, folder, dirs_exist_ok=True, ignore=shutil.ignore_patterns("node_modules"))
    installed = subprocess.run([str(NPM), *INSTALL], cwd=folder, capture_output=True, text=True, timeout=120)
    if installed.returncode:
        pytest.skip(f"npm could not install the readers: {installed.stderr[-200:]}")
    return folder


def read(readers: Path, format: str, shaped: PropertyGraph) -> Rows:
    content = get_exporter(format).make(shaped)
    assert isinstance(content, bytes)
    (readers / f"graph.{format}").write_bytes(content)
    command = [str(NODE), "read.js", format, f"graph.{format}"]
    done = subprocess.run(command, cwd=readers, capture_output=True, check=True, timeout=60)
    return dict(json.loads(done.stdout))


@cases
@pytest.mark.parametrize("format", ["gexf", "graphml"])
def test_graphology_agrees(readers: Path, format: str, shaped: PropertyGraph) -> None:
    found = read(readers, format, shaped)
    assert found["nodes"] == [flat(node.record()) for node in shaped.nodes]
    assert found["edges"] == [flat(edge.record()) for edge in shaped.edges]


@cases
def test_cytoscape_agrees(readers: Path, shaped: PropertyGraph) -> None:
    found = read(readers, "cytoscape", shaped)
    assert found["nodes"] == [{**listed(node.record()), "name": node.label} for node in shaped.nodes]
    assert found["edges"] == [
        {**listed(edge.record()), "interaction": edge.relation} for edge in shaped.edges
    ]
