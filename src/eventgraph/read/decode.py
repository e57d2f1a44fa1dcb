"""Bytes to text, or a reason why not. Nothing changes but byte-order mark and line ends."""

from __future__ import annotations

import codecs
import re

BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
# Some stray control characters occur in pasted text; more than this share of them is no text.
MOST_CONTROL = 0.01


def decode(data: bytes, encoding: str = "utf-8") -> str:
    """Decode by byte-order mark, else by `encoding`; raises ValueError with a one-line reason."""
    for mark, marked in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            data, encoding = data[len(mark) :], marked
            break
    if b"\0" in data and not encoding.startswith(("utf-16", "utf-32")):
        raise ValueError("is binary, not text")
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise ValueError(f"is not {encoding} (byte {error.start}); convert it to UTF-8") from None
    if len(CONTROL.findall(text)) > MOST_CONTROL * len(text):
        raise ValueError("is binary, not text")
    return normalise_line_ends(text)


def normalise_line_ends(text: str) -> str:
    """Return `text` with every line end as a line feed."""
    return text.replace("\r\n", "\n").replace("\r", "\n")
