"""The lexicons' YAML files, read once and kept."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from eventgraph.errors import PatternError

FOLDER = Path(__file__).parent


@cache
def load(name: str) -> Mapping[str, Any]:
    """The lexicon `name`.yml as plain lists and mappings. Raises `PatternError` if there is none."""
    path = FOLDER / f"{name}.yml"
    if not path.is_file():
        known = ", ".join(sorted(each.stem for each in FOLDER.glob("*.yml")))
        raise PatternError(f"no lexicon called {name!r}: use one of {known}")
    content: dict[str, Any] = yaml.load(
        path.read_bytes(), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    )
    return content


@cache
def words(path: str) -> frozenset[str]:
    """The words at `lexicon.key.…`, in lower case: a list's items or a mapping's keys."""
    name, *keys = path.split(".")
    found: Any = load(name)
    for key in keys:
        if not isinstance(found, Mapping) or key not in found:
            raise PatternError(f"no {key!r} in lexicon path {path!r}: see {name}.yml for what there is")
        found = found[key]
    if isinstance(found, str):
        raise PatternError(f"{path!r} is one word, not a list: name the key above it")
    return frozenset(str(word).lower() for word in found)
