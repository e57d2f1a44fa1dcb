"""Text from articles on a terminal."""

from __future__ import annotations


def plain(text: str) -> str:
    """The text without what could move the cursor or colour the screen."""
    return "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in text)
