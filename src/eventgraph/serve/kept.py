"""Answers that were given lately, for whoever asks the same: a graph does not change between updates."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import Iterator
from contextlib import contextmanager

from eventgraph.serve.messages import Answer, Query

# What these give is another each time; looked for anywhere in the text, since a wrong hit costs little.
CHANGING = ("NOW", "RAND", "UUID", "BNODE")
SHARE = 8  # no answer may fill more than this part


class Kept:
    """The answers asked for last, of `limit` bytes at most, and which are on their way."""

    def __init__(self, limit: int) -> None:
        self.limit, self.size = limit, 0
        self._answers: OrderedDict[Query, Answer] = OrderedDict()
        self._asked: dict[Query, asyncio.Event] = {}

    async def wait(self, query: Query) -> Answer | None:
        """The answer; if somebody has just asked the same, what comes of that."""
        if self.find(query) is None and query in self._asked:
            await self._asked[query].wait()
        return self.find(query)

    @contextmanager
    def asking(self, query: Query) -> Iterator[None]:
        """Let those who ask the same meanwhile wait, if the answer may serve them, too."""
        first = query not in self._asked and self.limit > 0 and not _changes(query)
        if first:
            self._asked[query] = asyncio.Event()
        try:
            yield
        finally:
            if first:
                self._asked.pop(query).set()

    def find(self, query: Query) -> Answer | None:
        """The answer, if it is still here."""
        if query in self._answers:
            self._answers.move_to_end(query)
        return self._answers.get(query)

    def keep(self, query: Query, answer: Answer) -> None:
        """Keep it for the next one, unless it is none, large, or would be another each time."""
        cost = _cost(query, answer)
        if answer.status != 200 or cost > self.limit / SHARE or _changes(query):
            return
        if query not in self._answers:
            self._answers[query] = answer
            self.size += cost
        while self.size > self.limit:
            self.size -= _cost(*self._answers.popitem(last=False))


def _changes(query: Query) -> bool:
    text = query.sparql.upper()
    return any(word in text for word in CHANGING)


def _cost(query: Query, answer: Answer) -> int:
    return len(query.sparql) + len(answer.body)
