"""Answers that were given lately, for whoever asks the same: a graph does not change between updates."""

from __future__ import annotations

from collections import OrderedDict

from eventgraph.serve.messages import Answer, Query

# What these give is another each time; looked for anywhere in the text, since a wrong hit costs little.
CHANGING = ("NOW", "RAND", "UUID", "BNODE")
SHARE = 8  # no answer may fill more than this part


class Kept:
    """The answers asked for last, of `limit` bytes at most."""

    def __init__(self, limit: int) -> None:
        self.limit, self.size = limit, 0
        self._answers: OrderedDict[Query, Answer] = OrderedDict()

    def find(self, query: Query) -> Answer | None:
        """The answer, if it is still here."""
        if query in self._answers:
            self._answers.move_to_end(query)
        return self._answers.get(query)

    def keep(self, query: Query, answer: Answer) -> None:
        """Keep it for the next one, unless it is none, large, or would be another each time."""
        text, cost = query.sparql.upper(), _cost(query, answer)
        if answer.status != 200 or cost > self.limit / SHARE or any(word in text for word in CHANGING):
            return
        if query not in self._answers:
            self._answers[query] = answer
            self.size += cost
        while self.size > self.limit:
            self.size -= _cost(*self._answers.popitem(last=False))


def _cost(query: Query, answer: Answer) -> int:
    return len(query.sparql) + len(answer.body)
