"""Read NER corpora in columns: a word and its tag (wikigold, CrossNER, Broad Twitter), or UNER's five."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from training.sentence import Document, Sentence
from training.tags import ANY, Allowed, mark, outside_or, spans_of

POLITICS = {
    "politician": ("PER",),
    "person": ("PER",),
    "organisation": ("ORG",),
    "politicalparty": ("ORG",),
    "country": ("LOC",),
    "location": ("LOC",),
    "event": ("EVENT",),
    "election": ("EVENT",),
    "misc": ("MISC",),
}
# wikigold has no events: they are MISC there ("World War II") or, as plain phrases, outside.
WIKIGOLD = {"PER": ("PER",), "ORG": ("ORG",), "LOC": ("LOC",), "MISC": ("MISC", "EVENT")}
BASIC = {"PER": ("PER",), "ORG": ("ORG",), "LOC": ("LOC",)}
UNSURE = ("B-O", "I-O")
OTHER = {"OTH": ("EVENT", "MISC")}
"""What UNER's early version marks as a name of another kind is no person, organisation or place."""

Types = Mapping[str, tuple[str, ...]]
Rows = list[tuple[str, str]]


def read_columns(path: Path) -> Iterator[Rows]:
    """Yield the sentences of a two-column file as (form, tag) pairs."""
    rows: Rows = []
    for line in [*path.read_text(encoding="utf-8").splitlines(), ""]:
        fields = line.split()
        if len(fields) >= 2 and fields[0] != "-DOCSTART-":
            rows.append((fields[0], fields[-1]))
        elif rows and not fields:
            yield rows
            rows = []


def allowed_tags(tags: list[str], types: Types, outside: Allowed) -> tuple[Allowed, ...]:
    """Return the tags each word may have, given a corpus's own tags and what its types mean here."""
    names = [ANY if tag in UNSURE else outside for tag in tags]
    for start, end, type_ in spans_of(["O" if tag in UNSURE else tag for tag in tags]):
        mark(names, start, end, types[type_])
    return tuple(names)


def read_tagged(path: Path, types: Types, outside: Allowed, run: int = 20) -> list[Document]:
    """Return a two-column corpus as documents of `run` sentences (these corpora keep no texts)."""
    sentences = [
        Sentence(f"{path.stem}-{n}", tuple(form for form, _ in rows), names=names_of(rows, types, outside))
        for n, rows in enumerate(read_columns(path))
    ]
    starts = range(0, len(sentences), run)
    return [Document(f"{path.stem}-{start}", tuple(sentences[start : start + run])) for start in starts]


def names_of(rows: Rows, types: Types, outside: Allowed) -> tuple[Allowed, ...]:
    """Return the allowed tags of a sentence's rows; an account name (@ and a word) is left open."""
    names = list(allowed_tags([tag for _, tag in rows], types, outside))
    for word, (form, _) in enumerate(rows):
        if form == "@":
            names[word : word + 2] = [ANY] * len(names[word : word + 2])
    return tuple(names)


def read_uner(path: Path) -> dict[str, tuple[tuple[str, ...], tuple[Allowed, ...]]]:
    """Return forms and allowed tags by sentence id of a UNER file (events and MISC are not marked there)."""
    outside = outside_or("EVENT", "MISC")
    found = {}
    for block in path.read_text(encoding="utf-8").strip().split("\n\n"):
        lines = block.split("\n")
        id_ = next(line for line in lines if line.startswith("# sent_id")).split(" = ")[1]
        rows = [line.split("\t") for line in lines if line[0].isdigit()]
        tags = allowed_tags([row[2] for row in rows], BASIC | OTHER, outside)
        found[id_] = (tuple(row[1] for row in rows), tags)
    return found
