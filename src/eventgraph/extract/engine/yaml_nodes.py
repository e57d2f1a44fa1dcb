"""Reads YAML nodes, so that every complaint can name file and line."""

from __future__ import annotations

from pathlib import Path

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from eventgraph.errors import PatternError

Nodes = dict[str, Node]
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # six times as fast, where PyYAML has it


class NodeReader:
    """Takes nodes of one file apart; `context` says in which part of it, for complaints."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.context = ""

    def compose(self) -> Node:
        """Return the file's root. Raises `PatternError` if it can't be read, is no YAML or is empty."""
        try:
            root = yaml.compose(self.path.read_text(encoding="utf-8"), Loader=LOADER)
        except yaml.MarkedYAMLError as error:
            line = error.problem_mark.line + 1 if error.problem_mark else 1
            raise PatternError(f"{self.path}:{line}: no YAML: {error.problem}") from error
        except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
            raise PatternError(f"{self.path}: can't be read: {' '.join(str(error).split())}") from error
        if root is None:
            raise PatternError(f"{self.path}:1: empty; write 'claim:' and 'rules:'")
        return root

    def mapping(self, node: Node, keys: tuple[str, ...] = ()) -> Nodes:
        """Return the node's values by key; if `keys` are given, no other may stand there, and none twice."""
        if not isinstance(node, MappingNode):
            raise self.error(node, "expected keys and values here")
        found: Nodes = {}
        for key_node, value in node.value:
            key = self.text(key_node)
            if keys and key not in keys:
                raise self.error(key_node, f"unknown key {key!r}; use {', '.join(keys)}")
            if key in found:
                raise self.error(key_node, f"{key!r} stands here twice")
            found[key] = value
        return found

    def text(self, node: Node) -> str:
        """Return a scalar as it is written: *no* is the word, not false."""
        if not isinstance(node, ScalarNode):
            raise self.error(node, "expected a word or a line of text here")
        return str(node.value)

    def texts(self, node: Node) -> list[str]:
        """Return a list of words; a single word is a list of one."""
        return (
            [self.text(item) for item in node.value] if isinstance(node, SequenceNode) else [self.text(node)]
        )

    def error(self, node: Node, problem: str) -> PatternError:
        """Return the complaint about a node."""
        return PatternError(f"{self.path}:{node.start_mark.line + 1}: {self.context}{problem}")
