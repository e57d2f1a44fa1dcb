"""How the labels of a pipeline that is not ours are read: `foreign.yml`."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from importlib.resources import files

import msgspec
import yaml

from eventgraph.annotate.component import shipped_network


class Table(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file as it stands; words are parted by blanks."""

    needed: str
    relations: dict[str, str]
    names: dict[str, str]
    required: str


@cache
def _table() -> Table:
    text = files(__package__).joinpath("foreign.yml").read_text("utf-8")
    return msgspec.convert(yaml.safe_load(text), Table)


@cache
def _types() -> dict[str, str]:
    return {label: type for type, labels in _table().names.items() for label in labels.split()}


def name_type(label: str) -> str | None:
    """Return what kind of name the label stands for; None if names of it are nothing to us."""
    return _types().get(label.upper())


@cache
def relation(label: str) -> str:
    """Return the relation as our parser calls it: a newer name, or the relation without its subtype."""
    known = shipped_network().labels.deprel
    newer = _table().relations.get(label, label)
    base = newer.partition(":")[0]
    return newer if newer in known else base if base in known else "dep"


def missing_relations(labels: Iterable[str]) -> list[str]:
    """Return the relations that no pipeline can do without and that are not among these."""
    return [one for one in _table().needed.split() if one not in set(labels)]


def missing_names(labels: Iterable[str]) -> list[str]:
    """Return the types of names that no pipeline can do without and that none of these labels stands for."""
    found = {name_type(label) for label in labels}
    return [one for one in _table().required.split() if one not in found]
