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

import re
from pathlib import Path as FilePath
from typing import get_args

from yaml.constructor import SafeConstructor
from yaml.nodes import MappingNode, Node, ScalarNode

from eventgraph.errors import PatternError
from eventgraph.extract.engine.condition import Condition
from eventgraph.extract.engine.paths import Path, compile_path
from eventgraph.extract.engine.rule import ClaimType, Number, Rule, Test, claim_types
from eventgraph.extract.engine.yaml_nodes import NodeReader
from eventgraph.lexicon import words
from eventgraph.model.claim import Value

FILE_KEYS = ("claim", "arguments", "attributes", "default", "rules")
RULE_KEYS = ("about", "trigger", "if", "unless", "require", "set", "flags")
CONDITION_KEYS = ("lemma", "lexicon", "pos", "tag", "dep", "entity", "text")
FOLDED = frozenset({"lemma", "text"})  # compared in lower case
NAME = re.compile(r"[a-z][a-z0-9_]*")
# Keys of every record of a claim: no argument or attribute may be called so.
RESERVED = frozenset({"id", "article", "type", "evidence", "mentions", "extractor", "confidence"})
ALWAYS = ("date", "modality")
Nodes = dict[str, Node]


def read_rules(path: FilePath) -> tuple[Rule, ...]:
    """Return the rules of a file, in its order. Raises `PatternError` with file and line."""
    return _RuleFile(path).read()


class _RuleFile(NodeReader):
    def read(self) -> tuple[Rule, ...]:
        root = self.compose()
        parts = self.mapping(root, FILE_KEYS)
        for key in ("claim", "rules"):
            if key not in parts:
                raise self.error(root, f"the file has no {key!r}")
        type = self._type(parts)
        keys = (*RULE_KEYS, *type.arguments)
        default = self.mapping(parts["default"], keys) if "default" in parts else {}
        rules = []
        for name, node in self.mapping(parts["rules"]).items():
            self.context = f"rule {name!r}: "
            rules.append(self._rule(name, node, type, self.mapping(node, keys), default))
        return tuple(rules)

    def _type(self, parts: Nodes) -> ClaimType:
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
            self._check_name(key, parts["arguments"], (*RULE_KEYS, *RESERVED, *ALWAYS))
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
            arguments={key: self._path(text, parts[key]) for key, text in paths.items()},
            required=self._required(parts.get("require"), paths),
            conditions=self._tests(parts.get("if")),
            exclusions=self._tests(parts.get("unless")),
            attributes={**self._settings(default.get("set"), type), **self._settings(own.get("set"), type)},
            flags=frozenset(self.texts(parts["flags"])) if "flags" in parts else frozenset(),
            source=f"{self.path}:{node.start_mark.line}",
        )

    def _trigger(self, node: Node) -> Condition:
        condition = self._condition(node)
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

    def _tests(self, node: Node | None) -> tuple[Test, ...]:
        tests = self.mapping(node) if node else {}
        return tuple(
            Test(text, self._path(text, value), self._condition(value)) for text, value in tests.items()
        )

    def _condition(self, node: Node) -> Condition:
        """*any*; a lemma or a list of them; or a mapping: fields of a Condition, and `lexicon`."""
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

    def _path(self, text: str, node: Node) -> Path:
        try:
            return compile_path(text)
        except PatternError as error:
            raise self.error(node, str(error)) from error
