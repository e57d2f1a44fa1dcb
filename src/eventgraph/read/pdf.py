"""PDF: the text in the order in which it was written, paragraphs made whole. Read with pypdf."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from msgspec import UNSET, UnsetType

from eventgraph.read.apart import apart
from eventgraph.read.decode import CONTROL
from eventgraph.read.reader import Found, Reader
from eventgraph.read.record import Record, overlay
from eventgraph.read.source import Source
from eventgraph.read.wrapped import Printed, unwrap

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader

MAGIC, WITHIN = b"%PDF-", 1024
MOST_PAGES = 2_000
LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st", "\xa0": " "}
# What programs write where nobody gave a title or an author.
UNKNOWN = re.compile(
    r"^\W*(?:un(?:known|named|specified|titled)|anonymous|microsoft word\b.*"
    r"|.*\.(?:docx?|html?|indd|odt|pdf|pmd|qxd|tex))\W*$",
    re.IGNORECASE,
)


class Scanned(NamedTuple):
    """What a file holds as it is: the lines of each page, and what it says of itself, empty if nothing."""

    pages: list[list[Printed]]
    title: str
    author: str
    published: str | UnsetType


def read_pdf(source: Source) -> Iterator[Found]:
    """Yield the one article of a file; what its sidecar says comes before what the file says.

    Its language is told by its words: what PDFs say of it is mostly what the program was set to. What the
    library lets slip on a damaged file beside its own errors is told at the process's boundary (`apart.py`).
    """
    from pypdf import PdfReader
    from pypdf.errors import DependencyError, PyPdfError

    with source.open() as file:
        try:
            scanned = scan(PdfReader(file))
        except DependencyError as error:
            raise ValueError(f"is encrypted; save it without encryption ({error})") from error
        except PyPdfError as error:
            raise ValueError(f"is no whole PDF: {' '.join(str(error).split())[:200]}") from error
    yield Found(source.name, source.stem, overlay(make_record(scanned), source.sidecar, source.url))


def scan(pdf: PdfReader) -> Scanned:
    """Return what the library finds in a file; raises ValueError if it may not, or is too long."""
    if pdf.is_encrypted and not pdf.decrypt(""):
        raise ValueError("is encrypted; save it without a password")
    if len(pdf.pages) > MOST_PAGES:
        raise ValueError(f"is too long: more than {MOST_PAGES:,} pages")
    pages, known = [_print(page) for page in pdf.pages], pdf.metadata
    title, author = (known.title, known.author) if known else (None, None)
    return Scanned(pages, str(title or ""), str(author or ""), _find_day(pdf))


def make_record(scanned: Scanned) -> Record:
    """Return text, title, authors and date; raises ValueError if there is no text."""
    text = unwrap(scanned.pages)
    if not text:
        raise ValueError("has no text in it, only pictures; read it with OCR first (ocrmypdf)")
    return Record(
        title=scanned.title if scanned.title and not UNKNOWN.match(scanned.title) else None,
        text=text,
        published=scanned.published,
        authors=tuple(filter(None, map(str.strip, re.split(r"[;,]", UNKNOWN.sub("", scanned.author))))),
    )


def _print(page: PageObject) -> list[Printed]:
    """Return the lines of a page, each with the size and the place of its first letters."""
    lines = [Printed("")]

    def hear(text: str, page: list[float], line: list[float], font: object, size: float) -> None:
        """The matrices, as PDF 32000-1, 8.3.3 has them, lead from letters to the page."""
        a, b, c, d, e, f = page
        place = Printed("", abs(size * (line[3] or line[1]) * (d or b)), line[4] * a + line[5] * c + e,
                        line[4] * b + line[5] * d + f)  # fmt: skip
        for number, part in enumerate(_clean(text).split("\n")):
            if number:
                lines.append(Printed(""))
            before = lines[-1] if lines[-1].text.strip() else place
            lines[-1] = before._replace(text=lines[-1].text + part)

    page.extract_text(visitor_text=hear)
    return lines


def _find_day(pdf: PdfReader) -> str | UnsetType:
    """Return the day on which the file was made: as near to that of its printing as a PDF tells."""
    try:
        made = pdf.metadata and pdf.metadata.creation_date
    except ValueError:
        return UNSET
    return made.date().isoformat() if made else UNSET


def _clean(text: str) -> str:
    """Letters that were set together come apart; what is no character of text becomes a space."""
    for ligature, letters in LIGATURES.items():
        text = text.replace(ligature, letters)
    return CONTROL.sub(" ", text.encode("utf-8", "replace").decode())


def looks_like_pdf(head: bytes) -> bool:
    """Tell whether a PDF begins here; some have a little before it."""
    return MAGIC in head[:WITHIN]


PDF = apart(Reader("PDF", (".pdf",), looks_like_pdf, read_pdf))
