"""Where in which article a claim stands."""

from __future__ import annotations

import msgspec


class Evidence(msgspec.Struct, frozen=True):
    """A quotation: `article.text[start:end] == quote`, always. `sentence` counts from 0."""

    article: str
    start: int
    end: int
    quote: str
    sentence: int
