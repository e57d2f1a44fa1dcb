"""Claims with their sentence: what was missed, is wrong or flawed; what a change won and lost."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from eventgraph.evaluate.gold import Record
from eventgraph.evaluate.parties import names_in
from eventgraph.evaluate.run import Change
from eventgraph.evaluate.spans import Span, span_of
from eventgraph.evaluate.verdict import Verdict

HIDDEN = {"id", "article", "type", "evidence", "mentions", "extractor", "confidence", "optional"}
SENTENCE_START = re.compile(r"(?<=[.!?])[\"”’)\]]*\s+|\n")


def format_errors(verdicts: Iterable[Verdict]) -> Iterator[str]:
    """Yield what was missed, is wrong or flawed, each with the sentence it is about on a line below."""
    for one in verdicts:
        if one.what != "right":
            rule = f" ({one.claim['extractor']})" if one.claim and "extractor" in one.claim else ""
            about = f"{one.article.id} {one.what} {one.shown['type']}{rule}: {_describe(one)}"
            yield f"{about}\n    {_sentence(one.shown, one.article.text)}"


def format_changes(changes: Iterable[Change], texts: dict[str, str]) -> Iterator[str]:
    """Yield what became of each claim, with its sentence from `texts` (by article id)."""
    for change in changes:
        key = change.key
        sentence = sentence_at(texts.get(key.article, ""), (key.start, key.end))
        about = f"{change.what} {key.article} {key.type} {key.name}: {change.before} → {change.now}"
        yield f"{about}\n    {sentence}"


def _describe(one: Verdict) -> str:
    """The claim; of a flawed one what it should be and what it is."""
    if one.gold and one.claim and one.faults:
        said, wanted = ([_show_fault(claim, name) for name in one.faults] for claim in (one.claim, one.gold))
        faults = zip(one.faults, said, wanted, strict=True)
        return "; ".join(f"{name} {a}, not {b}" for name, a, b in faults) + f" ({_show_claim(one.gold)})"
    return _show_claim(one.shown)


def _show_claim(claim: Record) -> str:
    shown = {name: _show(value) for name, value in claim.items() if name not in HIDDEN}
    return "; ".join(f"{name} {value}" for name, value in shown.items() if value)


def _show_fault(claim: Record, name: str) -> str:
    names = ("from", "to", "who") if name == "parties" else (name,)
    return " and ".join(_show(claim[one]) for one in names if claim.get(one)) or "none"


def _show(value: Any) -> str:
    return " / ".join(names_in(value)) if isinstance(value, list | dict) else str(value or "")


def _sentence(claim: Record, text: str) -> str:
    """The sentence around the evidence; evidence that is not in the text is shown as it came."""
    span = span_of(claim, text)
    return sentence_at(text, span) if span[0] >= 0 else f"(not in the text) {claim.get('evidence')}"


def sentence_at(text: str, span: Span) -> str:
    """Return the sentence or sentences around a span, on one line."""
    starts = [match.end() for match in SENTENCE_START.finditer(text)]
    first = max((at for at in starts if at <= span[0]), default=0)
    last = min((at for at in starts if at >= span[1]), default=len(text))
    return " ".join(text[first:last].split())
