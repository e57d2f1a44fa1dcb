"""Readable, safe path segments from names."""

from __future__ import annotations

import hashlib
import re
import unicodedata

LIMIT = 80
LETTERS = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ß": "ss", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th"})


def slug(name: str) -> str:
    """Return `name` in lower-case ASCII with hyphens; names without any such letter become a hash.

    What gets lost by the limit of 80 characters is kept apart by a hash, too.
    """
    plain = unicodedata.normalize("NFKD", name.casefold().translate(LETTERS))
    text = re.sub(r"[^a-z0-9]+", "-", re.sub(r"['’.\u0300-\u036f]", "", plain)).strip("-")
    if text and len(text) <= LIMIT:
        return text
    digest = hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:10]
    return f"{text[:LIMIT].strip('-')}-{digest}".strip("-")
