"""What is said as plain text: without the words that only lead to it and the pauses at its edges."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from spacy.tokens import Token

from eventgraph.extract.statements.quotations import CLOSING, MARKS

LONGEST_CONTENT = 300  # code points
# What begins the words said only for grammar's sake.
LEADING = frozenset(
    {"that", "for", "of", "on", "upon", "about", "against", "at", "by", "as", ":", ",", ";", "–", "—", "-"}
)
LEADING_PAIRS = frozenset({("be", "that"), ("what", "as"), ("only", "that")})
BOUNDS = frozenset({("at", "least"), ("at", "most"), ("as", "many"), ("as", "few")})
TRAILING = frozenset({",", ";", ":", "–", "—", "("})


def stripped(tokens: Iterable[Token]) -> list[Token]:
    """Return the words said without what leads to them (*that*, *for*) and without pauses at the edges."""
    kept = [t for t in tokens if not t.is_space]
    if len(kept) > 2 and (kept[0].lemma_.lower(), kept[1].lower_) in LEADING_PAIRS:
        kept.pop(0)
    while kept and (_leads(kept[0]) or _stray(kept[0])):
        kept.pop(0)
    while kept and (kept[-1].text in TRAILING or kept[-1].text == "."):
        kept.pop()
    return [] if all(t.pos_ in {"PRON", "DET", "PUNCT"} for t in kept) else kept


def _leads(token: Token) -> bool:
    if token.lower_ == "to":
        return token.dep_ == "case"  # "to the raid", but "to fight the raid"
    after = token.nbor().lower_ if token.i + 1 < len(token.doc) else ""
    if (token.lower_, after) in BOUNDS or (token.is_sent_start and token.is_title):
        return False  # at least six people drowned; About 40 drowned
    return token.lower_ in LEADING and token.dep_ not in {"det", "nsubj", "obj", "nsubj:pass"}


def _stray(token: Token) -> bool:
    """Is it a mark that closes a quotation begun elsewhere, or part of a dateline?"""
    return (token.text in CLOSING and token.text not in MARKS) or token.tag_ == "NFP"


def content_text(tokens: Sequence[Token]) -> str:
    """Return the words as in the text, on one line, those of others left out, cut after `LONGEST_CONTENT`."""
    joined = " ".join(run for run in _runs(tokens) if run)
    return joined if len(joined) <= LONGEST_CONTENT else joined[:LONGEST_CONTENT].rsplit(" ", 1)[0]


def _runs(tokens: Sequence[Token]) -> Iterator[str]:
    """The text of each unbroken run of tokens, without pauses and lone marks at its edges."""
    for _, run in groupby(enumerate(tokens), lambda pair: pair[1].i - pair[0]):
        kept = [t for _, t in run]
        while kept and kept[0].text in {",", ";", ":"}:
            kept.pop(0)
        while kept and kept[-1].text in TRAILING:
            kept.pop()
        text = kept[0].doc[kept[0].i : kept[-1].i + 1].text if kept else ""
        yield " ".join(text.split()).strip('“”"' if text[:1] in '“"' and text.count(text[:1]) == 1 else "")
