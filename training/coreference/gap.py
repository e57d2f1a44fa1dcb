"""GAP (Webster et al. 2018): ambiguous pronouns, each with two names it may mean; its measure."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

from eventgraph.annotate.coreference.mentions import Candidate
from training.folder import corpora_folder

FEMININE = frozenset({"she", "her", "hers"})
FILES = {"train": "development", "dev": "validation", "test": "test"}


@dataclass(frozen=True, slots=True)
class Question:
    """A text, and three spans of it as (offset, length): which of the names `a`, `b` is the pronoun?"""

    id: str
    text: str
    pronoun: tuple[int, int]
    names: tuple[tuple[int, int], tuple[int, int]]
    answers: tuple[bool, bool]
    feminine: bool


def read_gap(part: str) -> Iterator[Question]:
    """Yield the questions of a part: GAP's development set trains, its validation set is for choices."""
    path = corpora_folder() / "gap" / f"gap-{FILES[part]}.tsv"
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            pronoun, a, b = ((int(row[f"{key}-offset"]), len(row[key])) for key in ("Pronoun", "A", "B"))
            answers = row["A-coref"].upper() == "TRUE", row["B-coref"].upper() == "TRUE"
            feminine = row["Pronoun"].lower() in FEMININE
            yield Question(row["ID"], row["Text"], pronoun, (a, b), answers, feminine)


def mentions_at(doc: Doc, mentions: Sequence[Candidate], where: tuple[int, int]) -> list[int]:
    """Return the mentions whose head word lies in a stretch of the text."""
    start, end = where[0], where[0] + where[1]
    return [
        number for number, one in enumerate(mentions) if not one.joint and start <= doc[one.head].idx < end
    ]


def f1(pairs: Iterable[tuple[bool, bool]]) -> float:
    """Return F1, 0 to 100, of (right answer, given answer)."""
    pairs = list(pairs)
    hits = sum(right and given for right, given in pairs)
    total = sum(right + given for right, given in pairs)
    return 200 * hits / total if total else 0.0
