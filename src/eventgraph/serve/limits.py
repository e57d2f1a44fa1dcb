"""What one request may cost."""

from __future__ import annotations

import msgspec

MIB = 1 << 20


class Limits(msgspec.Struct, frozen=True):
    """Bounds of one query or update, each enforced from outside the code that runs it.

    `seconds` of work, and as many of waiting for a free process; `memory` in bytes beside the graph itself;
    `result` and `request` in bytes; `workers` queries run at once, and `waiting` more may wait;
    `kept` bytes of answers are remembered until an update.
    """

    seconds: float = 30.0
    memory: int = 1024 * MIB
    result: int = 64 * MIB
    request: int = 1 * MIB
    workers: int = 2
    waiting: int = 200
    kept: int = 64 * MIB
