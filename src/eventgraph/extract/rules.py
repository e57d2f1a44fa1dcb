"""Rules: what an extractor's YAML says, compiled; and the three places they come from.

Built in, `rules/*.yml` beside this file; installed packages, entry point group `eventgraph.extractors`, each
naming a Python package with YAML files; a user's own folder. A later rule with the type and name of an
earlier one replaces it. `rule_file.py` reads a file.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from importlib.metadata import EntryPoint, entry_points
from importlib.resources import files
from pathlib import Path as FilePath
from types import ModuleType
from typing import Literal

import msgspec
import yaml
from spacy.tokens import Token

from eventgraph.errors import PatternError
from eventgraph.extract.condition import Condition
from eventgraph.extract.paths import Path
from eventgraph.model.claim import Value

BUILT_IN = FilePath(__file__).parent / "rules"
GROUP = "eventgraph.extractors"
Number = Literal["one", "many"]
# What the rules of some built-in types find is no claim yet: code makes claims of another type of it.
MADE_BY_CODE = {"holding": "role", "saying": "statement", "casualty": "casualties"}


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

    def holds(self, token: Token) -> bool:
        """Does anything that the path finds from the token meet the condition?"""
        return any(self.condition(one) for one in self.path(token))


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
        """Claim type and name: `communication/spoke-with`, as a claim's `extractor` says."""
        return f"{self.makes}/{self.name}"

    @property
    def makes(self) -> str:
        """The type of the claims it leads to."""
        return MADE_BY_CODE.get(self.type.name, self.type.name)


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
    return [*built_in_files(), *own_files(folder)]


def built_in_files() -> list[FilePath]:
    """Return the YAML files beside this one."""
    return sorted(BUILT_IN.glob("*.yml"))


def own_files(folder: FilePath | None = None) -> list[FilePath]:
    """Return the files of `rule_files` that are not built in; `folder` may be a single file, too."""
    found: list[FilePath] = []
    for entry in sorted(entry_points(group=GROUP), key=lambda one: one.name):
        found += _in_folder(_package(entry))
    return found + (_in_folder(folder) if folder else [])


def _package(entry: EntryPoint) -> FilePath:
    try:
        module = entry.load()
    except (ImportError, AttributeError) as error:
        raise PatternError(f"entry point {entry.name!r} in {GROUP} can't be loaded: {error}") from error
    if not isinstance(module, ModuleType) or not module.__file__:
        raise PatternError(
            f"entry point {entry.name!r} in {GROUP} must name a package that holds *.yml files"
        )
    return FilePath(module.__file__).parent


def _in_folder(folder: FilePath) -> list[FilePath]:
    if folder.is_file():
        return [folder]
    found = sorted([*folder.glob("*.yml"), *folder.glob("*.yaml")])
    if not found:
        raise PatternError(f"{folder}: no *.yml file there; give the folder that holds your extractors")
    return found


def load_rules(paths: Iterable[FilePath]) -> tuple[Rule, ...]:
    """Return the rules of YAML files, in order; a later rule of the same id takes the earlier one's place.

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
