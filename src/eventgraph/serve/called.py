"""Addresses made of a name that is not, or no longer, the canonical one: `person/blinken`.

A corpus that grows may call an entity by a fuller name, and its IRI changes with that. While any article has
the old name, whoever has cited the old IRI is led to the new one. That needs no history: so the graph stays a
function of its articles alone.
"""

from __future__ import annotations

import re

from eventgraph.model.slug import LIMIT, slug
from eventgraph.resolve.canonical import MARK
from eventgraph.serve.addresses import Addresses
from eventgraph.serve.pool import Pool
from eventgraph.serve.questions import select, string

SEGMENTS = re.compile(r"([a-z]+)/([a-z0-9]+(?:-[a-z0-9]+)*)")
MARKED = re.compile(rf"-[0-9a-f]{{{MARK}}}$")
"""What tells two of one name apart; it is another once the corpus tells more of them."""


async def find_called(pool: Pool, addresses: Addresses, path: str) -> dict[str, str]:
    """Return the things, name by IRI, that have a name of which the path could be made; one IRI at best."""
    parts = SEGMENTS.fullmatch(path)
    if parts is None or len(parts[2]) > LIMIT:
        return {}
    kind, wanted = parts.groups()
    forms = {wanted, MARKED.sub("", wanted)}
    found: dict[str, str] = {}
    for form in sorted(forms):
        values = {"kind": string(addresses.iri(f"{kind}/")), "form": string(_pattern(form))}
        rows = await select(pool, "called", **values)
        found |= {row["thing"].value: row["name"].value for row in rows if slug(row["label"].value) == form}
    return found


def _pattern(form: str) -> str:
    """Names with this slug match: each of its letters may stand for one with a mark, or for a part of one."""
    words = ("".join(f"(?:{letter}|[^ -~]*)['’.]?" for letter in word) for word in form.split("-"))
    return f"^[^a-z0-9]*{'[^a-z0-9]*'.join(words)}[^a-z0-9]*$"
