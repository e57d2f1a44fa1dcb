"""Reads which claim a file of rules makes: a built-in type, or one that it declares."""

from __future__ import annotations

import re
from typing import get_args

from yaml.nodes import Node

from eventgraph.extract.engine.rule import ClaimType, Number, claim_types
from eventgraph.extract.engine.yaml_nodes import NodeReader, Nodes

NAME = re.compile(r"[a-z][a-z0-9_]*")
# Keys of every record of a claim: no argument or attribute may be called so.
RESERVED = frozenset({"id", "article", "type", "evidence", "mentions", "extractor", "confidence"})
ALWAYS = ("date", "modality")


class TypeReader(NodeReader):
    """Reads `claim`, `arguments` and `attributes`; no argument may be called as a key of `taken` is."""

    taken: tuple[str, ...] = ()

    def claim_type(self, parts: Nodes) -> ClaimType:
        """Return the type the file names, built in or declared. Raises `PatternError` if it is neither."""
        name, known = self.text(parts["claim"]), claim_types()
        if name in known:
            for key in ("arguments", "attributes"):
                if key in parts:
                    raise self.error(
                        parts[key], f"{name!r} is built in: leave out {key!r} or choose another name"
                    )
            return known[name]
        if "arguments" not in parts:
            hint = f"use one of {', '.join(known)}, or declare its 'arguments'"
            raise self.error(parts["claim"], f"no claim type {name!r}; {hint}")
        return self._own_type(name, parts)

    def _own_type(self, name: str, parts: Nodes) -> ClaimType:
        arguments = {key: self._number(node) for key, node in self.mapping(parts["arguments"]).items()}
        attributes = self.texts(parts["attributes"]) if "attributes" in parts else []
        self._check_name(name, parts["claim"], ())
        if not arguments:
            raise self.error(parts["arguments"], "a claim needs an argument, such as {who: many}")
        for key in arguments:
            self._check_name(key, parts["arguments"], (*self.taken, *RESERVED, *ALWAYS))
        for key in attributes:
            self._check_name(key, parts["attributes"], (*RESERVED, *arguments))
        return ClaimType(name, arguments, tuple(dict.fromkeys((*attributes, *ALWAYS))))

    def _check_name(self, name: str, node: Node, taken: tuple[str, ...]) -> None:
        if name in taken:
            raise self.error(node, f"{name!r} means something else; choose another name")
        if not NAME.fullmatch(name):
            raise self.error(node, f"{name!r}: use small letters, digits and _ in a name, a letter first")

    def _number(self, node: Node) -> Number:
        for number in get_args(Number):
            if self.text(node) == number:
                found: Number = number
                return found
        raise self.error(node, f"{self.text(node)!r}: an argument holds 'one' entity or 'many'")
