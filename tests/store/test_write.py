"""Output is written whole or not at all."""

import os
from pathlib import Path

import pytest

from eventgraph.errors import StoreError
from eventgraph.store import check_writable, write_outputs


def content(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_files_are_written_and_replaced(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "out"
    write_outputs(folder, {"a": b"1", "b": b"2"})
    write_outputs(folder, {"b": b"3"})
    assert content(folder) == {"a": b"1", "b": b"3"}


def test_an_interrupted_write_leaves_the_old_output_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = {"a": b"old", "b": b"old"}
    write_outputs(tmp_path, old)
    written: list[int] = []

    def interrupt(descriptor: int) -> None:
        written.append(descriptor)
        if len(written) == 2:
            raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        write_outputs(tmp_path, {"a": b"new", "b": b"new"})
    assert content(tmp_path) == old


def test_a_full_disk_is_a_store_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(StoreError, match="No space left on device; name another folder"):
        write_outputs(tmp_path, {"a": b"1"})
    assert content(tmp_path) == {}


def test_a_folder_that_can_not_be_made_is_a_store_error(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    for write in (check_writable, lambda folder: write_outputs(folder, {"a": b""})):
        with pytest.raises(StoreError, match=r"can't be written: (Not a directory|File exists)"):
            write(tmp_path / "file")


def test_the_check_leaves_nothing(tmp_path: Path) -> None:
    check_writable(tmp_path)
    assert content(tmp_path) == {}
