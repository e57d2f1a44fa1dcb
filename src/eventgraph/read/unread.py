"""Inputs that gave no article, as they are told to others: without the folders of whoever built the graph."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable
from pathlib import PurePath

from eventgraph.errors import Notice, ReadError
from eventgraph.read.fetch import is_address
from eventgraph.read.name import as_utf8
from eventgraph.read.source import STDIN


def tell_unread(failures: Iterable[ReadError]) -> tuple[ReadError, ...]:
    """Return what was not read, each once, by name; notices of articles that were read are left out."""
    told = {(_tell_source(one), one.told) for one in failures if not isinstance(one, Notice)}
    return tuple(ReadError(source, reason) for source, reason in sorted(told))


def short_name(path: str) -> str:
    """Return the name of a file, or an address without what may be secret in it."""
    return path.partition("#")[0].partition("?")[0] if is_address(path) else as_utf8(PurePath(path).name)


def input_key(path: str) -> str:
    """Return what tells inputs of one name apart, and does not tell where they are."""
    place = path if path == STDIN or is_address(path) else os.path.realpath(path)
    return hashlib.sha256(os.fsencode(place)).hexdigest()


def _tell_source(failure: ReadError) -> str:
    path = failure.path
    if not path or not failure.source.startswith(path):
        return as_utf8(failure.source)
    return short_name(path) + as_utf8(failure.source.removeprefix(path))
