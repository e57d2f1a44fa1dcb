"""From what a reader found to an article, or the reason why there is none."""

from __future__ import annotations

from msgspec import UNSET

from eventgraph.errors import Notice
from eventgraph.model import Article
from eventgraph.read.decode import normalise_line_ends
from eventgraph.read.english import is_english
from eventgraph.read.record import Record
from eventgraph.read.source import LIMIT

NO_DATE = "has no date, so that words like 'Tuesday' stay without one; give --date or 'published'"


def make_article(record: Record, id: str) -> Article:
    """Make the article that `record` describes; raises ValueError with a one-line reason."""
    text = normalise_line_ends(record.text or "")
    if not text.strip():
        raise ValueError("is empty: no text in it")
    if len(text) > LIMIT:
        raise ValueError(f"is too large: more than {LIMIT:,} characters")
    language = (record.language or "").lower()[:2] or ("en" if is_english(text) else "other")
    if language != "en":
        raise ValueError("is not in English, the only language understood so far")
    return Article(
        id=str(id if record.id in (None, "") else record.id),
        text=text,
        title=record.title,
        published=record.published or None,
        url=record.url,
        publisher=record.publisher,
        authors=record.author_names,
        language=language,
    )


def check_date(record: Record, name: str) -> Notice | None:
    """Return the notice that an article nowhere says its date; an explicit null is an answer."""
    return Notice(name, NO_DATE) if record.published is UNSET else None
