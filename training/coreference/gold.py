"""Read OntoGUM: the words of a text, its paragraphs and speakers, and its coreference chains."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from training.conllu import BRACKET, ENTITY
from training.corpora import gum_part
from training.folder import corpora_folder

Span = tuple[int, int]
Chain = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Text:
    """A text of n words. `spaces`: white space follows the word; `breaks`: a paragraph begins with it.

    `speakers` holds who says each word, empty for the author. A chain's spans are words [start, end).
    """

    name: str
    words: tuple[str, ...]
    spaces: tuple[bool, ...]
    breaks: tuple[bool, ...]
    speakers: tuple[str, ...]
    chains: tuple[Chain, ...]


def read_ontogum(part: str) -> list[Text]:
    """Return the texts of a part: GUM's permissive genres, annotated as in OntoNotes (Zhu et al. 2021)."""
    folder = corpora_folder() / "gum"
    splits = (folder / "splits.md").read_text(encoding="utf-8")
    paths = sorted((folder / "ontogum").glob("*.conllu"))
    return [read_text(path) for path in paths if gum_part(path.stem, splits) == part]


def read_text(path: Path) -> Text:
    """Return the one text of a file."""
    words, spaces, breaks, speakers = [], [], [], []
    chains: dict[str, list[Span]] = defaultdict(list)
    for block in path.read_text(encoding="utf-8").strip().split("\n\n"):
        lines = block.split("\n")
        speaker = re.search(r"^# speaker = (.*)$", block, re.MULTILINE)
        new = not words or any(re.match(r"# newpar\b", line) for line in lines)
        rows = [line.split("\t") for line in lines if line[0] != "#"]
        offset = len(words)
        for row, spaced in _words(rows):
            words.append(row[1])
            spaces.append(spaced)
            breaks.append(new)
            speakers.append(speaker.group(1) if speaker else "")
            new = False
        for group, span in _spans([row[9] for row in rows if row[0].isdigit()]):
            chains[group].append((span[0] + offset, span[1] + offset))
    return Text(
        path.stem,
        tuple(words),
        tuple(spaces),
        tuple(breaks),
        tuple(speakers),
        tuple(tuple(sorted(set(spans))) for _, spans in sorted(chains.items()) if len(set(spans)) > 1),
    )


def _words(rows: list[list[str]]) -> Iterator[tuple[list[str], bool]]:
    """Yield the rows of words; within a range (8-9) no white space follows but after its last word."""
    last, spaced = 0, True
    for row in rows:
        follows = "SpaceAfter=No" not in row[9]
        if "-" in row[0]:
            last, spaced = int(row[0].split("-")[1]), follows
        elif row[0].isdigit():
            at = int(row[0])
            yield row, follows if at > last else at == last and spaced


def _spans(notes: list[str]) -> Iterator[tuple[str, Span]]:
    open_: list[tuple[str, int]] = []
    for word, note in enumerate(notes):
        found = ENTITY.search(note)
        for bracket in BRACKET.findall(found.group(1)) if found else ():
            group = bracket.strip("()").split("-")[0]
            if bracket.startswith("("):
                open_.append((group, word))
            if bracket.endswith(")"):
                position = max(i for i, item in enumerate(open_) if item[0] == group)
                yield group, (open_.pop(position)[1], word + 1)
