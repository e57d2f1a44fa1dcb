"""Files appear complete: written beside their place, synced, then renamed.

A build that is interrupted before the last file is complete leaves the old output untouched.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from contextlib import ExitStack
from pathlib import Path

from eventgraph.errors import StoreError


def write_outputs(folder: Path, files: Mapping[str, bytes], obsolete: Iterable[str] = ()) -> None:
    """Write `files` (name to content) into `folder`, which is made if need be; remove `obsolete` ones.

    Raises StoreError if it can't be written; then no file there has changed.
    """
    with ExitStack() as stack:
        try:
            folder.mkdir(parents=True, exist_ok=True)
            written = {name: _temporary(folder, name) for name in sorted(files)}
            for name, path in written.items():
                stack.callback(path.unlink, missing_ok=True)
                _write(path, files[name])
            for name, path in written.items():
                path.replace(folder / name)
            for name in obsolete:
                (folder / name).unlink(missing_ok=True)
            _sync(folder)
        except OSError as error:
            raise StoreError(_reason(folder, error)) from error


def check_writable(folder: Path) -> None:
    """Raise StoreError if nothing can be written into `folder`: better known before the work than after.

    Nothing is left behind; a folder that doesn't exist is asked of the one it would be made in.
    """
    existing = next(path for path in (folder, *folder.absolute().parents) if path.exists())
    probe = _temporary(existing, "probe")
    try:
        _write(probe, b"")
        probe.unlink()
    except OSError as error:
        raise StoreError(_reason(folder, error)) from error


def _temporary(folder: Path, name: str) -> Path:
    return folder / f".{name}.{os.getpid()}.tmp"


def _write(path: Path, content: bytes) -> None:
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _sync(folder: Path) -> None:
    """Make the renames durable; systems that can't open a folder make them so by themselves."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _reason(folder: Path, error: OSError) -> str:
    return f"{folder} can't be written: {error.strerror}; name another folder with --out"
