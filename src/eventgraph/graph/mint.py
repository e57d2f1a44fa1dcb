"""IRIs of our own: readable, and a pure function of what they name."""

from __future__ import annotations

import hashlib
import json
from functools import lru_cache
from urllib.parse import quote

from eventgraph.graph.namespaces import check_base
from eventgraph.graph.terms import Iri
from eventgraph.model import Evidence
from eventgraph.model.slug import slug

HASH_LENGTH = 12


def digest(key: object) -> str:
    """The first 48 bits of the SHA-256 of a key made of strings, numbers, None and lists, in hexadecimal."""
    return hashlib.sha256(json.dumps(key).encode()).hexdigest()[:HASH_LENGTH]


@lru_cache(maxsize=4096)
def segment(text: str) -> str:
    """Percent-encode one path segment; different texts stay different, and none climbs (`..`)."""
    safe = quote(text.encode("utf-8", "surrogatepass"), safe="")
    return f"{'%2E' * len(text)}" if set(text) == {"."} else safe


class Mint:
    """Mints IRIs below one base."""

    def __init__(self, base: str) -> None:
        self.base = check_base(base)

    def path(self, *segments: str) -> Iri:
        return Iri(self.base + "/".join(map(segment, segments)))

    def entity(self, id: str) -> Iri:
        """`id` is the entity's path, such as `person/hady-amr`."""
        return self.path(*id.split("/"))

    def role(self, title: str) -> Iri:
        return self.path("role", slug(title))

    def article(self, id: str) -> Iri:
        return self.path("article", id)

    def claim(self, id: str) -> Iri:
        return self.path("claim", id)

    def evidence(self, evidence: Evidence) -> Iri:
        return Iri(f"{self.article(evidence.article)}#char={evidence.start},{evidence.end}")

    def node(self, kind: str, readable: str, key: object) -> Iri:
        """A fact: `kind/READABLE-HASH`; `key` alone tells facts apart."""
        return self.path(kind, f"{readable}-{digest(key)}")
