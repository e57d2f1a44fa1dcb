"""Where rules come from: three places, and one tuple of them all.

Built in, `extract/rules/*.yml`; installed packages, entry point group `eventgraph.extractors`, each naming a
Python package with YAML files; a user's own folder. A later rule with the type and name of an earlier one
replaces it. `rule_file.py` reads a file.
"""

from __future__ import annotations

from collections.abc import Iterable
from importlib.metadata import EntryPoint, entry_points
from pathlib import Path
from types import ModuleType

from eventgraph.errors import PatternError
from eventgraph.extract.engine.rule import Rule
from eventgraph.extract.engine.rule_file import read_rules

BUILT_IN = Path(__file__).parents[1] / "rules"
GROUP = "eventgraph.extractors"


def rule_files(folder: Path | None = None) -> list[Path]:
    """Return the YAML files of all three sources, in order: built in, packages by name, the user's `folder`.

    Raises `PatternError` for a folder that is none or holds no YAML, and a package without any.
    """
    return [*built_in_files(), *own_files(folder)]


def built_in_files() -> list[Path]:
    """Return the YAML files that the package brings."""
    return sorted(BUILT_IN.glob("*.yml"))


def own_files(folder: Path | None = None) -> list[Path]:
    """Return the files of `rule_files` that are not built in; `folder` may be a single file, too."""
    found: list[Path] = []
    for entry in sorted(entry_points(group=GROUP), key=lambda one: one.name):
        found += _in_folder(_package(entry))
    return found + (_in_folder(folder) if folder else [])


def _package(entry: EntryPoint) -> Path:
    try:
        module = entry.load()
    except (ImportError, AttributeError) as error:
        raise PatternError(f"entry point {entry.name!r} in {GROUP} can't be loaded: {error}") from error
    if not isinstance(module, ModuleType) or not module.__file__:
        raise PatternError(
            f"entry point {entry.name!r} in {GROUP} must name a package that holds *.yml files"
        )
    return Path(module.__file__).parent


def _in_folder(folder: Path) -> list[Path]:
    if folder.is_file():
        return [folder]
    found = sorted([*folder.glob("*.yml"), *folder.glob("*.yaml")])
    if not found:
        raise PatternError(f"{folder}: no *.yml file there; give the folder that holds your extractors")
    return found


def load_rules(paths: Iterable[Path]) -> tuple[Rule, ...]:
    """Return the rules of YAML files, in order; a later rule of the same id takes the earlier one's place.

    Raises `PatternError` with file and line where one can't be understood.
    """
    rules: dict[str, Rule] = {}
    types: dict[str, Rule] = {}
    for path in paths:
        for rule in read_rules(path):
            first = types.setdefault(rule.type.name, rule)
            if first.type != rule.type:
                raise PatternError(f"{rule.source}: {rule.type.name!r} has other arguments in {first.source}")
            rules[rule.id] = rule
    return tuple(rules.values())
