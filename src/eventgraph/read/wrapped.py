"""Lines as they were wrapped for printing, to paragraphs: one line each, words at line ends made whole."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from importlib.resources import files
from itertools import chain, pairwise
from typing import NamedTuple

import yaml

EDGE = 2  # lines at the top and at the bottom of a page where its number and the paper's name stand
FULL = 0.7  # of the usual width: a shorter line ends a paragraph
OTHER_SIZE = 0.08  # so much larger or smaller letters are those of a headline or a caption
ROOM = 1.25  # of the usual step from line to line: more parts paragraphs
USUAL = 0.8  # of the lines of a page are not longer
ENDED = re.compile(r"[.!?:][\"'”’)\]]*$")
PARTED = re.compile(r"([^\W\d_]+)-$")
WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
BULLET = re.compile(r"[•·*‣◦▪–—-]\s|\d{1,2}[.)]\s")
SOFT_HYPHEN = "\xad"


class Printed(NamedTuple):
    """A line as it was printed: the size of its letters, and where it begins; `top` grows upwards."""

    text: str
    size: float = 0.0
    left: float = 0.0
    top: float = 0.0


def unwrap(pages: Sequence[Sequence[Printed]]) -> str:
    """Return the paragraphs of printed pages, a line each; numbers and headers of pages are left out."""
    split = [[line._replace(text=" ".join(line.text.split())) for line in page] for page in pages]
    furniture = _furniture(split)
    body = [_take_furniture_out(lines, furniture) for lines in split]
    words = Counter(word.lower() for lines in body for line in lines for word in WORD.findall(line.text))
    paragraphs: list[str] = []
    for text, begins in _lines(body):
        if begins or not paragraphs:
            paragraphs.append(text)
        else:
            paragraphs[-1] = _join(paragraphs[-1], text, words)
    return "\n".join(paragraphs).replace(SOFT_HYPHEN, "")


def _lines(pages: Iterable[list[Printed]]) -> Iterator[tuple[str, bool]]:
    """Yield each line that isn't blank, and whether a paragraph begins with it."""
    last, ends = Printed(""), False
    for lines in pages:
        full, step = FULL * _usual_width(lines), _usual_step(lines)
        for line in lines:
            if not line.text:
                ends = True
                continue
            yield line.text, _begins(last, ends or _is_set_off(last, line, step), line)
            last, ends = line, len(line.text) < full


def _begins(last: Printed, ends: bool, line: Printed) -> bool:
    if abs(line.size - last.size) > OTHER_SIZE * line.size or BULLET.match(line.text):
        return True
    goes_on = line.text[:1].islower() and not ENDED.search(last.text)
    return ends and not goes_on


def _join(text: str, line: str, words: Counter[str]) -> str:
    if text.endswith(SOFT_HYPHEN):
        return text.removesuffix(SOFT_HYPHEN) + line
    parted = PARTED.search(text)
    if parted is None:
        return f"{text} {line}"
    first, rest = parted[1].lower(), WORD.match(line.lower())
    if not line[:1].islower() or rest is None:
        return text + line  # el-Sisi; well-, or
    hyphened, whole = words[f"{first}-{rest[0]}"], words[first + rest[0]]
    keep = hyphened > whole or (not whole and first in load_words()[0])
    return text + line if keep else text[:-1] + line


def _is_set_off(last: Printed, line: Printed, step: float) -> bool:
    """Is there more room above the line than between others, or a new column, or is it indented?"""
    is_indented = line.size < 2 * (line.left - last.left) < 8 * line.size
    opens_column = line.top > last.top and ENDED.search(last.text)
    return is_indented or bool(opens_column) or 0 < ROOM * step < last.top - line.top


def _usual_step(lines: list[Printed]) -> float:
    steps = sorted(a.top - b.top for a, b in pairwise(line for line in lines if line.text) if a.top > b.top)
    return steps[len(steps) // 2] if steps else 0.0


def _usual_width(lines: list[Printed]) -> int:
    lengths = sorted(len(line.text) for line in lines if line.text)
    return lengths[int(USUAL * (len(lengths) - 1))] if lengths else 0


def _furniture(pages: list[list[Printed]]) -> list[set[str]]:
    """What stands at one edge of half the pages, whatever the numbers in it, belongs to no article."""
    found = []
    for edges in zip(*map(_edges, pages), strict=True):
        seen = Counter(chain.from_iterable({_key(line.text) for line in edge} for edge in edges))
        found.append({key for key, count in seen.items() if count > 1 and count * 2 >= len(pages)})
    return found


def _take_furniture_out(lines: list[Printed], furniture: list[set[str]]) -> list[Printed]:
    number, gone = load_words()[1], set[int]()
    for edge, known in zip(_edges(lines), furniture, strict=True):
        is_text = [_key(line.text) not in known and not number.match(line.text) for line in edge]
        gone |= {id(line) for line in edge[: is_text.index(True) if True in is_text else None]}
    return [line for line in lines if id(line) not in gone]


def _edges(lines: list[Printed]) -> tuple[list[Printed], list[Printed]]:
    """Return the lines at the top and at the bottom of a page, from its edge inwards."""
    written = [line for line in lines if line.text]
    return written[:EDGE], written[: -EDGE - 1 : -1]


def _key(line: str) -> str:
    return re.sub(r"\d+", "#", line)


@cache
def load_words() -> tuple[frozenset[str], re.Pattern[str]]:
    """Load the words that keep their hyphen, and the pattern of a page's number."""
    data = yaml.safe_load(files(__package__).joinpath("wrapped.yml").read_text("utf-8"))
    words = frozenset(map(str, data["keep_hyphen"].split()))
    return words, re.compile(data["page_number"], re.IGNORECASE)
