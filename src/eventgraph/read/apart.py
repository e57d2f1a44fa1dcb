"""A reader in a process of its own: a file made to take all memory, or for ever, ends that process only.

So does what a library can refuse in no other way than by ending its process.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO

import msgspec

from eventgraph.errors import ReadError
from eventgraph.read.name import as_utf8
from eventgraph.read.reader import Found, Read, Reader
from eventgraph.read.record import Record
from eventgraph.read.source import Source

NONE, PIPE = subprocess.DEVNULL, subprocess.PIPE
MEMORY = 2 << 30  # bytes
SECONDS = 60  # of processor time for one article
CHILD = "from eventgraph.read.apart import main; main()"


class Task(msgspec.Struct, frozen=True):
    """What the other process is told: which function reads the file, what is known of it, and the limits."""

    module: str
    function: str
    name: str
    stem: str
    suffix: str
    sidecar: Record | None
    url: str | None
    encoding: str | None
    memory: int
    seconds: int


class Line(msgspec.Struct, frozen=True, omit_defaults=True):
    """What it answers: an article, an error of one (source, reason), or why it stops, empty at the end."""

    found: Found | None = None
    error: tuple[str, str] | None = None
    stop: str | None = None


def apart(reader: Reader) -> Reader:
    """Return `reader`, a function of a module, reading in a process of its own."""
    return replace(reader, read=partial(_read_apart, reader.read))


def _read_apart(read: Read, source: Source) -> Iterator[Found | ReadError]:
    task = Task(
        read.__module__, read.__name__,
        as_utf8(source.name), source.stem, source.suffix, source.sidecar, source.url, source.encoding,
        MEMORY, SECONDS,
    )  # fmt: skip
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    with _place(source) as path:
        command = [sys.executable, "-c", CHILD, msgspec.json.encode(task).decode(), str(path)]
        with subprocess.Popen(command, env=environment, stdin=NONE, stdout=PIPE, stderr=NONE) as child:
            assert child.stdout
            try:
                yield from _understand(child.stdout)
            finally:
                child.kill()


def _understand(answers: IO[bytes]) -> Iterator[Found | ReadError]:
    """Yield what the other process finds. Raises ValueError for the reason why it stops, or has ended."""
    decoder = msgspec.json.Decoder(Line)
    for line in answers:
        if not line.endswith(b"\n"):
            break
        answer = decoder.decode(line)
        if answer.stop:
            raise ValueError(answer.stop)
        if answer.stop is not None:
            return
        if answer.error:
            yield ReadError(*answer.error)
        elif answer.found:
            yield answer.found
    raise ValueError("can't be read: it is damaged, or takes too much memory or time when unpacked")


@contextmanager
def _place(source: Source) -> Iterator[Path]:
    if isinstance(source.content, Path):
        yield source.content
        return
    with TemporaryDirectory(prefix="eventgraph-") as folder:
        path = Path(folder, "content")
        path.write_bytes(source.content)
        yield path


def main() -> None:
    """Read the file in the second argument as the task in the first says; write a line for each article."""
    task, path = msgspec.json.decode(sys.argv[1], type=Task), Path(sys.argv[2])
    source = Source(task.name, task.stem, task.suffix, path, task.sidecar, task.url, task.encoding)
    for answer in _answers(task, source):
        sys.stdout.buffer.write(answer + b"\n")
        sys.stdout.buffer.flush()


def _answers(task: Task, source: Source) -> Iterator[bytes]:
    """The outermost boundary of this process: whatever a library raises is said of the file."""
    read: Read = getattr(import_module(task.module), task.function)
    _limit(task.memory, task.seconds)
    stop = ""
    try:
        for item in read(source):
            yield msgspec.json.encode(_make_line(item))
            _limit(task.memory, task.seconds)
    except ReadError as error:
        stop = error.reason
    except ValueError as error:
        stop = str(error)
    except Exception as error:
        stop = f"can't be read ({type(error).__name__}: {' '.join(str(error).split())[:200]})"
    yield msgspec.json.encode(Line(stop=stop))


def _make_line(item: Found | ReadError) -> Line:
    return Line(error=(item.source, item.reason)) if isinstance(item, ReadError) else Line(found=item)


def _limit(memory: int, seconds: int) -> None:
    """Systems that know no such limits have none."""
    try:
        import resource
    except ImportError:
        return
    used = resource.getrusage(resource.RUSAGE_SELF)
    wanted = {
        resource.RLIMIT_AS: memory,
        resource.RLIMIT_CPU: int(used.ru_utime + used.ru_stime) + seconds,
    }
    for kind, most in wanted.items():
        _, hard = resource.getrlimit(kind)
        resource.setrlimit(kind, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))
