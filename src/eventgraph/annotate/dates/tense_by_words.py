"""Which way a sentence looks, by cue words; a parser knows better where there is one."""

from __future__ import annotations

import re

from eventgraph.annotate.dates.frame import Tense
from eventgraph.annotate.dates.lexicon import date_lexicon

_REACH = 300  # characters looked at on either side
_SENTENCE_END = re.compile(r"(?<!\b[A-Z])[.!?][\s\"”’]|\n")


def tense_by_words(text: str, start: int, end: int) -> Tense | None:
    """The last cue before the expression in its sentence, else the first one after it."""
    first = max(0, start - _REACH)
    sentence = max((stop.end() for stop in _SENTENCE_END.finditer(text, first, start)), default=first)
    cues = list(date_lexicon().tense.finditer(text, sentence, start))
    cue = cues[-1] if cues else _first_after(text, end)
    if cue is None:
        return None
    return "future" if cue.lastgroup == "future" else "past"


def _first_after(text: str, end: int) -> re.Match[str] | None:
    last = min(len(text), end + _REACH)
    stop = _SENTENCE_END.search(text, end, last)
    return date_lexicon().tense.search(text, end, stop.start() if stop else last)
