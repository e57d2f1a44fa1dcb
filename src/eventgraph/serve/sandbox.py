"""What a process that answers a query may still do: compute.

Limits are the kernel's (`setrlimit`): even a query that deceived the check would reach no file, no network.
"""

from __future__ import annotations

import math
import resource
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from eventgraph.serve.limits import Limits

NOTHING = (0, 0)
STATUS = Path("/proc/self/statm")


def close_doors(limits: Limits) -> None:
    """For good: no new file or socket, no byte to any file, no core dump, no more memory than may be used."""
    allowed = _allowed_memory(limits)
    resource.setrlimit(resource.RLIMIT_AS, (allowed, allowed))
    for kind in (resource.RLIMIT_NOFILE, resource.RLIMIT_FSIZE, resource.RLIMIT_CORE):
        resource.setrlimit(kind, NOTHING)


@contextmanager
def doors_closed(limits: Limits) -> Iterator[None]:
    """The same for a while: an update's process lives on."""
    kinds = (resource.RLIMIT_NOFILE, resource.RLIMIT_AS)
    before = {kind: resource.getrlimit(kind) for kind in kinds}
    allowed = _allowed_memory(limits)
    try:
        resource.setrlimit(resource.RLIMIT_NOFILE, (0, before[resource.RLIMIT_NOFILE][1]))
        resource.setrlimit(resource.RLIMIT_AS, (allowed, before[resource.RLIMIT_AS][1]))
        yield
    finally:
        for kind in kinds:
            resource.setrlimit(kind, before[kind])


def allow_seconds(seconds: float) -> None:
    """Let the kernel end this process after so much more work, should nobody be left to do it."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    total = math.ceil(used.ru_utime + used.ru_stime + seconds) + 1
    resource.setrlimit(resource.RLIMIT_CPU, (total, resource.getrlimit(resource.RLIMIT_CPU)[1]))


def _allowed_memory(limits: Limits) -> int:
    """Bytes of address space: those in use and the limit; without bound where the system does not say."""
    try:
        pages = int(STATUS.read_text().split()[0])
    except OSError:
        return resource.RLIM_INFINITY
    return pages * resource.getpagesize() + limits.memory
