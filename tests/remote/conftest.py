"""Somebody else's SPARQL servers, real ones, on loopback."""

from __future__ import annotations

import shutil
import socket
import subprocess
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

INI = """
[Database]
DatabaseFile = virtuoso.db
ErrorLogFile = virtuoso.log
LockFile = virtuoso.lck
TransactionFile = virtuoso.trx
xa_persistent_file = virtuoso.pxa
[TempDatabase]
DatabaseFile = virtuoso-temp.db
TransactionFile = virtuoso-temp.trx
[Parameters]
ServerPort = 127.0.0.1:{sql}
[HTTPServer]
ServerPort = 127.0.0.1:{http}
"""


def free_port() -> int:
    """One that nobody listens on."""
    with socket.create_server(("127.0.0.1", 0)) as found:
        return int(found.getsockname()[1])


@contextmanager
def started(command: list[str], address: str, folder: Path) -> Iterator[str]:
    """The server's address once it answers."""
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        _wait(process, address)
        yield address
    finally:
        process.kill()
        process.wait()


def _wait(process: subprocess.Popen[bytes], address: str) -> None:
    for _ in range(600):
        assert process.poll() is None, "the server has ended"
        try:
            with urllib.request.urlopen(f"{address}query?query=ASK%7B%7D", timeout=5):
                return
        except urllib.error.HTTPError as refused:
            refused.close()
            return
        except OSError:
            time.sleep(0.2)
    raise TimeoutError(address)


@contextmanager
def oxigraph(folder: Path, port: int) -> Iterator[str]:
    """The server of the PyPI package `oxigraph`, which keeps its data in `folder`."""
    program = shutil.which("oxigraph")
    assert program
    command = [program, "serve", "--location", str(folder), "--bind", f"127.0.0.1:{port}"]
    with started(command, f"http://127.0.0.1:{port}/", folder) as address:
        yield address


@pytest.fixture(scope="session")
def virtuoso(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Debian's virtuoso-opensource; its first user is `dba`, by Digest."""
    program = shutil.which("virtuoso-t")
    if program is None:
        pytest.skip(
            "virtuoso-t is not here: apt-get install virtuoso-opensource (it takes a minute to start)"
        )
    folder = tmp_path_factory.mktemp("virtuoso")
    port = free_port()
    (folder / "virtuoso.ini").write_text(INI.format(sql=free_port(), http=port))
    command = [program, "+configfile", "virtuoso.ini", "+foreground"]
    with started(command, f"http://127.0.0.1:{port}/", folder) as address:
        yield address
