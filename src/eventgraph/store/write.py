"""Files appear complete: written beside their place, synced, then renamed.

A build that is interrupted before the last file is complete leaves the old output untouched.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from contextlib import AbstractContextManager, ExitStack, nullcontext
from pathlib import Path

from eventgraph.errors import StoreError

Content = bytes | Iterable[bytes]
Turn = Callable[[], AbstractContextManager[bool]]


def nothing_to_wait_for() -> AbstractContextManager[bool]:
    """The turn of who writes alone."""
    return nullcontext(True)


def write_outputs(
    folder: Path,
    files: Mapping[str, Content],
    obsolete: Iterable[str] = (),
    turn: Turn = nothing_to_wait_for,
) -> None:
    """Write `files` (name to content) into `folder`, which is made if need be; remove `obsolete` ones.

    Content may come in pieces. The renames happen inside `turn`, and only if it yields true: who must wait
    for others, or may come too late, says so there. Raises StoreError if it can't be written; then no file
    there has changed.
    """
    with ExitStack() as stack:
        try:
            folder.mkdir(parents=True, exist_ok=True)
            sweep(folder)
            written = {name: _temporary(folder, name) for name in sorted(files)}
            for name, path in written.items():
                stack.callback(path.unlink, missing_ok=True)
                content = files[name]
                write_file(path, [content] if isinstance(content, bytes) else content)
            with turn() as granted:
                if granted:
                    _replace(folder, written, obsolete)
        except OSError as error:
            raise StoreError(_reason(folder, error)) from error


def _replace(folder: Path, written: Mapping[str, Path], obsolete: Iterable[str]) -> None:
    for name, path in written.items():
        path.replace(folder / name)
    for name in obsolete:
        (folder / name).unlink(missing_ok=True)
    sync_folder(folder)


def check_writable(folder: Path) -> None:
    """Raise StoreError if nothing can be written into `folder`: better known before the work than after.

    Nothing is left behind; a folder that doesn't exist is asked of the one it would be made in.
    """
    existing = next(path for path in (folder, *folder.absolute().parents) if path.exists())
    probe = _temporary(existing, "probe")
    try:
        write_file(probe, [])
        probe.unlink()
    except OSError as error:
        raise StoreError(_reason(folder, error)) from error


def write_file(path: Path, content: Iterable[bytes]) -> None:
    """Write the pieces of a new file; they are on the disk when this returns. Raises OSError."""
    with path.open("wb") as file:
        file.writelines(content)
        file.flush()
        os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """Make renames durable; systems that can't open a folder make them so by themselves. Raises OSError."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def sweep(folder: Path) -> None:
    """Remove temporary files of processes that have died."""
    for path in folder.glob(".*.*.tmp"):
        pid = path.name.split(".")[-2]
        if pid.isdecimal() and not _lives(int(pid)):
            path.unlink(missing_ok=True)


def _lives(pid: int) -> bool:
    if os.name != "posix":
        return True  # there the question would end the process
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except (OverflowError, PermissionError):
        return True
    return True


def _temporary(folder: Path, name: str) -> Path:
    return folder / f".{name}.{os.getpid()}.tmp"


def _reason(folder: Path, error: OSError) -> str:
    return f"{folder} can't be written: {error.strerror}; name another folder with --out"
