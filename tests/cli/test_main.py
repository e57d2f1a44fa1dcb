"""The surface: help, version, and nothing loaded before it is needed."""

import subprocess
import sys

import pytest

import eventgraph
from eventgraph.cli import main

from .conftest import Run

HEAVY = ("spacy", "numpy", "rdflib", "onnxruntime", "trafilatura", "pyvis", "networkx", "pyoxigraph")


@pytest.mark.parametrize("command", ["build", "query", "view", "export", "evaluate", "rules"])
def test_every_command_has_help(command: str, run: Run) -> None:
    result = run(command, "--help")
    assert result.exit_code == 0 and "Usage" in result.output
    assert main.commands[command].help


def test_version(run: Run) -> None:
    assert run("--version").output.split()[-1] == eventgraph.__version__


def test_help_loads_no_model() -> None:
    code = f"import sys, eventgraph.cli; print([m for m in {HEAVY} if m in sys.modules])"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert loaded.stdout.strip() == "[]"


def test_an_unknown_command_is_refused(run: Run) -> None:
    assert run("bild").exit_code == 2
