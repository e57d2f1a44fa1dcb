"""The graph of a build in other tools' formats."""

import json
from pathlib import Path

import pytest

from eventgraph.export.exporters import EXPORTERS

from .conftest import Run


def test_the_list_says_which_tool_takes_which(run: Run) -> None:
    result = run("export", "--list")
    lines = result.stdout.splitlines()
    assert (result.exit_code, result.stderr) == (0, "")
    assert [line.split()[0] for line in lines] == ["format", *(e.name for e in EXPORTERS)]
    assert all(line.endswith(e.tools) for line, e in zip(lines[1:], EXPORTERS, strict=True))


@pytest.mark.parametrize("to", [exporter.name for exporter in EXPORTERS])
def test_every_format_is_written(to: str, project: Path, run: Run, tmp_path: Path) -> None:
    result = run("export", project, "--to", to, "-o", tmp_path / "out")
    assert (result.exit_code, result.output) == (0, "")
    assert (tmp_path / "out").exists()


def test_turtle_is_that_of_the_build(project: Path, run: Run, tmp_path: Path) -> None:
    run("export", project, "--to", "turtle", "-o", tmp_path / "g.ttl")
    assert (tmp_path / "g.ttl").read_bytes() == (project / "graph.ttl").read_bytes()


@pytest.mark.parametrize(("shape", "nodes"), [("simple", 2), ("full", 4)])
def test_the_shape_can_be_chosen(shape: str, nodes: int, project: Path, run: Run, tmp_path: Path) -> None:
    run("export", project, "--to", "cytoscape", "--shape", shape, "-o", tmp_path / "g.cyjs")
    assert len(json.loads((tmp_path / "g.cyjs").read_text("utf-8"))["elements"]["nodes"]) == nodes


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["--to", "pdf", "-o", "x"], "is not one of 'turtle'"),
        (["--to", "gexf"], "Missing option '-o'"),
        (["--to", "nt", "--shape", "full", "-o", "x"], "nt has no shapes"),
    ],
)
def test_mistakes_are_named(arguments: list[str], reason: str, project: Path, run: Run) -> None:
    result = run("export", project, *arguments)
    assert result.exit_code == 2 and reason in result.output


def test_a_folder_that_is_no_project_is_refused(run: Run, tmp_path: Path) -> None:
    result = run("export", tmp_path, "--to", "gexf", "-o", tmp_path / "g.gexf")
    assert result.exit_code == 2 and "is no project" in result.output
