"""What the README shows is what its commands print."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

from click.testing import CliRunner

from eventgraph.cli import main

README = (Path(__file__).parents[1] / "README.md").read_text("utf-8")
BLOCKS = re.findall(r"```console\n\$ (.*?)```", README, re.DOTALL)


def shown(command: str) -> tuple[list[str], str]:
    """The arguments of the README's `eventgraph` command that holds `command`, and the output below it."""
    block = next(block for block in BLOCKS if f"eventgraph {command}" in block)
    line = re.match(r"(?:[^'\n]|'[^']*')*", block)
    assert line
    words = shlex.split(line[0])
    return words[words.index("eventgraph") + 1 :], block[line.end() :].strip("\n")


def timeless(text: str) -> list[str]:
    return [line.rstrip() for line in text.splitlines() if not line.startswith("seconds")]


def test_build_and_query(tmp_path: Path, monkeypatch) -> None:  # type: ignore[no-untyped-def]
    monkeypatch.chdir(tmp_path)
    for command in ("build", "query"):
        words, expected = shown(command)
        result = CliRunner().invoke(main, words)
        assert result.exit_code == 0, result.output
        assert timeless(result.stdout) == timeless(expected)
