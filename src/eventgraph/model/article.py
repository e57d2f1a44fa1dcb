"""A news article as it was read."""

from __future__ import annotations

import hashlib

import msgspec


class Article(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One article. Every offset anywhere refers to `text`, in Unicode code points.

    `published` is an ISO date (YYYY-MM-DD) or None; `language` an ISO 639-1 code or None.
    """

    id: str
    text: str
    title: str | None = None
    published: str | None = None
    url: str | None = None
    publisher: str | None = None
    authors: tuple[str, ...] = ()
    language: str | None = None

    @property
    def digest(self) -> str:
        """SHA-256 of the text's UTF-8 bytes, in hexadecimal."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()
