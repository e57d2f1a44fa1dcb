"""Rules: what an extractor's YAML says, compiled; and the three places they come from.

Built in, `rules/*.yml` beside this file; installed packages, entry point group `eventgraph.extractors`, each
naming a Python package with YAML files; a user's own folder. A later rule with the type and name of an
earlier one replaces it. `rule_file.py` reads a file.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from importlib.metadata import entry_points
from importlib.resources import files
from pathlib import Path as FilePath
from types import ModuleType
from typing import Literal

import msgspec
import yaml

from eventgraph.errors import PatternError
from eventgraph.extract.condition import Condition
from eventgraph.extract.paths import Path
from eventgraph.model.claim import Value

BUILT_IN = FilePath(__file__).parent / "rules"
GROUP = "eventgraph.extractors"
Number = Literal["one", "many"]


class ClaimType(msgspec.Struct, frozen=True):
    """A type of claim: its arguments, each one entity or many, and its attributes."""

    name: str
    arguments: dict[str, Number]
    attributes: tuple[str, ...] = ("date", "modality")


class Test(msgspec.Struct, frozen=True):
    """A condition on what stands at the end of a path; `text` is the path as written."""

    text: str
    path: Path
    condition: Condition


class Rule(msgspec.Struct, frozen=True):
    """One pattern. `paths` and `arguments` hold each argument's path, as written and compiled.

    `required` arguments must be found; if none is, any will do. `attributes` go into the claim; `flags` are
    words for the extractor's own code.
    """

    name: str
    type: ClaimType
    about: str
    trigger: Condition
    paths: dict[str, str]
    arguments: dict[str, Path]
    required: tuple[str, ...]
    conditions: tuple[Test, ...]
    exclusions: tuple[Test, ...]
    attributes: dict[str, Value]
    flags: frozenset[str]
    source: str

    @property
    def id(self) -> str:
        """What a claim's `extractor` says: `communication/spoke-with`."""
        return f"{self.type.name}/{self.name}"


@cache
def claim_types() -> dict[str, ClaimType]:
    """Return the built-in types of claim, from `schema/claims.yml`."""
    content = yaml.safe_load((files("eventgraph.schema") / "claims.yml").read_text(encoding="utf-8"))
    return {
        name: ClaimType(name, one["arguments"], tuple(one["attributes"])) for name, one in content.items()
    }


def rule_files(folder: FilePath | None = None) -> list[FilePath]:
    """Return the YAML files of all three sources, in order: built in, packages by name, the user's `folder`.

    Raises `PatternError` for a folder that is none or holds no YAML, and a package without any.
    """
    found = sorted(BUILT_IN.glob("*.yml"))
    for entry in sorted(entry_points(group=GROUP), key=lambda one: one.name):
        module = entry.load()
        if not isinstance(module, ModuleType) or not module.__file__:
            raise PatternError(
                f"entry point {entry.name!r} in {GROUP} must name a package that holds *.yml files"
            )
        found += _in_folder(FilePath(module.__file__).parent)
    return found + (_in_folder(folder) if folder else [])


def _in_folder(folder: FilePath) -> list[FilePath]:
    found = sorted([*folder.glob("*.yml"), *folder.glob("*.yaml")])
    if not found:
        raise PatternError(f"{folder}: no *.yml file there; give the folder that holds your extractors")
    return found


def load_rules(paths: Iterable[FilePath]) -> tuple[Rule, ...]:
    """Return the rules of YAML files, in order. Each file is read once a process.

    Raises `PatternError` with file and line where one can't be understood.
    """
    from eventgraph.extract.rule_file import read_rules

    rules: dict[str, Rule] = {}
    types: dict[str, Rule] = {}
    for path in paths:
        for rule in read_rules(path):
            first = types.setdefault(rule.type.name, rule)
            if first.type != rule.type:
                raise PatternError(f"{rule.source}: {rule.type.name!r} has other arguments in {first.source}")
            rules[rule.id] = rule
    return tuple(rules.values())
