"""Reads what a rule asks of a token, and of what stands at the end of a path."""

from __future__ import annotations

from yaml.nodes import MappingNode, Node, ScalarNode

from eventgraph.errors import PatternError
from eventgraph.extract.engine.condition import Condition
from eventgraph.extract.engine.paths import compile_path
from eventgraph.extract.engine.rule import Test
from eventgraph.extract.engine.steps import Path
from eventgraph.extract.engine.yaml_nodes import NodeReader
from eventgraph.lexicon import words

CONDITION_KEYS = ("lemma", "lexicon", "pos", "tag", "dep", "entity", "text")
FOLDED = frozenset({"lemma", "text"})  # compared in lower case


class ConditionReader(NodeReader):
    """Reads conditions and paths."""

    def tests(self, node: Node | None) -> tuple[Test, ...]:
        """Return the conditions by path of an `if` or `unless`; none where the key is missing."""
        tests = self.mapping(node) if node else {}
        return tuple(
            Test(text, self.compiled(text, value), self.condition(value)) for text, value in tests.items()
        )

    def condition(self, node: Node) -> Condition:
        """Return *any*; a lemma or a list of them; or a mapping: fields of a Condition, and `lexicon`."""
        if isinstance(node, ScalarNode) and node.value == "any":
            return Condition()
        if not isinstance(node, MappingNode):
            return Condition(lemma=frozenset(word.lower() for word in self.texts(node)))
        parts = self.mapping(node, CONDITION_KEYS)
        fields = {key: self._words(key, value) for key, value in parts.items() if key != "lexicon"}
        if "lexicon" in parts:
            lexicon = (self._lexicon(path, parts["lexicon"]) for path in self.texts(parts["lexicon"]))
            fields["lemma"] = fields.get("lemma", frozenset()).union(*lexicon)
        return Condition(**fields)

    def _words(self, key: str, node: Node) -> frozenset[str]:
        found = self.texts(node)
        return frozenset(word.lower() for word in found) if key in FOLDED else frozenset(found)

    def _lexicon(self, path: str, node: Node) -> frozenset[str]:
        try:
            return words(path)
        except PatternError as error:
            raise self.error(node, str(error)) from error

    def compiled(self, text: str, node: Node) -> Path:
        """Return the path that the text at the node is. Raises `PatternError` with its line."""
        try:
            return compile_path(text)
        except PatternError as error:
            raise self.error(node, str(error)) from error
