"""Where evidence stands in a text."""

from __future__ import annotations

import re

from eventgraph.evaluate.gold import Record

Span = tuple[int, int]
NOWHERE: Span = (-1, -1)
# Longer evidence is no quote but a page.
LONGEST = 1500


def locate(text: str, quote: str) -> int:
    """Return the start of `quote` in `text`, blind to white space and quotation marks; -1 if absent."""
    words = re.findall(r"\w+", quote)
    match = re.search(r"\W+".join(map(re.escape, words)), text) if words else None
    return match.start() if match else -1


def span_of(claim: Record, text: str) -> Span:
    """Return where a claim's evidence stands; NOWHERE if the quote is not at its offsets."""
    evidence = claim.get("evidence")
    if isinstance(evidence, dict):
        start, end = evidence.get("start", -1), evidence.get("end", -1)
        is_quote = 0 <= start < end <= start + LONGEST and text[start:end] == evidence.get("quote")
        return (start, end) if is_quote else NOWHERE
    quote = evidence or ""
    start = locate(text, quote)
    return start, start + len(quote)


def overlap(a: Span, b: Span) -> bool:
    """Tell whether two spans share a character; what stands nowhere shares none."""
    return a[0] >= 0 and b[0] >= 0 and a[0] < b[1] and b[0] < a[1]
