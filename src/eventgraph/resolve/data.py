"""The YAML files of this folder, read once."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

import yaml


@cache
def load_data(name: str) -> dict[str, Any]:
    """The content of `name`.yml."""
    text = files(__package__).joinpath(f"{name}.yml").read_bytes()
    content: dict[str, Any] = yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    return content
