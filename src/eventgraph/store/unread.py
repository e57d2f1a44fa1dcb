"""What could not be read: remembered until it is tried again, or taken out by name."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence

from eventgraph.errors import ReadError
from eventgraph.read.unread import input_key, short_name, tell_unread
from eventgraph.store.ledger import Ledger, Unread


def read_unread(ledger: Ledger) -> list[ReadError]:
    """Return the inputs that could not be read, and the articles that could not be analysed."""
    inputs = [ReadError(one.source, one.reason) for one in ledger.unread()]
    return inputs + [ReadError(e.id, e.reason) for e in ledger.entries() if e.reason is not None]


def note_unread(ledger: Ledger, tried: Sequence[str], failures: Iterable[ReadError]) -> bool:
    """Remember `failures`, and forget what was known before of the inputs `tried`; tell if that is a change.

    Of what only a build has told the name alone is known.
    """
    keys, names = {input_key(path) for path in tried}, {short_name(path) for path in tried}
    known = ledger.unread()
    old = [one for one in known if one.input in keys or (not one.input and _name(one) in names)]
    new = [
        Unread(input_key(failure.path) if failure.path else "", told.source, told.reason)
        for failure in failures
        for told in tell_unread([failure])
    ]
    ledger.replace_unread(old, new)
    return ledger.unread() != known


def forget_unread(ledger: Ledger, sources: Container[str]) -> list[str]:
    """Forget inputs by name; return the names of those that were there."""
    old = [one for one in ledger.unread() if one.source in sources]
    ledger.replace_unread(old, ())
    return sorted({one.source for one in old})


def _name(unread: Unread) -> str:
    """Return the name of the file of `news.jsonl:7`, `table.csv: row 3`."""
    return unread.source.partition(":")[0]
