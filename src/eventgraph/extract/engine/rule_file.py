"""Reads one YAML file of rules; every complaint names file and line.

claim: communication                 # the type; one of your own declares its arguments, and what rules `set`:
arguments: {from: many, to: many}
attributes: [kind]                   # besides date and modality, which every claim has
default: {require: [from, to]}       # what rules of the file share; a rule's own keys win
rules:
  spoke-with:
    about: Sullivan spoke with Kamel.
    trigger: {lemma: [speak, talk], lexicon: communication.verbs, pos: VERB}
    from: logical_subject          # an argument and its path, see `paths.py`
    to: prep(with, to)
    if: {object: {entity: person}}   # path and condition: something at its end must meet it
    unless: {object: [tongue], prep(about): any}   # nothing may; a list is of lemmas
    set: {kind: spoke}
"""

from __future__ import annotations

from pathlib import Path as FilePath

from yaml.constructor import SafeConstructor
from yaml.nodes import Node

from eventgraph.extract.engine.condition import Condition
from eventgraph.extract.engine.condition_nodes import ConditionReader
from eventgraph.extract.engine.rule import ClaimType, Rule
from eventgraph.extract.engine.type_nodes import TypeReader
from eventgraph.extract.engine.yaml_nodes import Nodes
from eventgraph.model.claim import Value

FILE_KEYS = ("claim", "arguments", "attributes", "default", "rules")
RULE_KEYS = ("about", "trigger", "if", "unless", "require", "set", "flags")


def read_rules(path: FilePath) -> tuple[Rule, ...]:
    """Return the rules of a file, in its order. Raises `PatternError` with file and line."""
    return _RuleFile(path).read()


class _RuleFile(TypeReader, ConditionReader):
    taken = RULE_KEYS

    def read(self) -> tuple[Rule, ...]:
        root = self.compose()
        parts = self.mapping(root, FILE_KEYS)
        for key in ("claim", "rules"):
            if key not in parts:
                raise self.error(root, f"the file has no {key!r}")
        type = self.claim_type(parts)
        keys = (*RULE_KEYS, *type.arguments)
        default = self.mapping(parts["default"], keys) if "default" in parts else {}
        rules = []
        for name, node in self.mapping(parts["rules"]).items():
            self.context = f"rule {name!r}: "
            rules.append(self._rule(name, node, type, self.mapping(node, keys), default))
        return tuple(rules)

    def _rule(self, name: str, node: Node, type: ClaimType, own: Nodes, default: Nodes) -> Rule:
        parts = {**default, **own}
        for key in ("about", "trigger"):
            if key not in parts:
                raise self.error(node, f"{key!r} is missing")
        paths = {key: self.text(parts[key]) for key in type.arguments if key in parts}
        return Rule(
            name=name,
            type=type,
            about=self.text(parts["about"]),
            trigger=self._trigger(parts["trigger"]),
            paths=paths,
            arguments={key: self.compiled(text, parts[key]) for key, text in paths.items()},
            required=self._required(parts.get("require"), paths),
            conditions=self.tests(parts.get("if")),
            exclusions=self.tests(parts.get("unless")),
            attributes={**self._settings(default.get("set"), type), **self._settings(own.get("set"), type)},
            flags=frozenset(self.texts(parts["flags"])) if "flags" in parts else frozenset(),
            source=f"{self.path}:{node.start_mark.line}",
        )

    def _trigger(self, node: Node) -> Condition:
        condition = self.condition(node)
        if not condition.lemma:
            raise self.error(node, "a trigger needs a 'lemma' or a 'lexicon'")
        return condition

    def _required(self, node: Node | None, paths: dict[str, str]) -> tuple[str, ...]:
        if node is None:
            return ()
        names = tuple(self.texts(node))
        for name in names:
            if name not in paths:
                raise self.error(node, f"{name!r} is required but has no path")
        return names

    def _settings(self, node: Node | None, type: ClaimType) -> dict[str, Value]:
        values = self.mapping(node, type.attributes) if node else {}
        return {key: self._value(value) for key, value in values.items()}

    def _value(self, node: Node) -> Value:
        value = SafeConstructor().construct_document(node)
        if (
            isinstance(value, bool)
            or not isinstance(value, str | int)
            or (isinstance(value, int) and value < 0)
        ):
            raise self.error(node, "a value is a word (in quotes if it is yes, no or a date) or a count")
        return value
