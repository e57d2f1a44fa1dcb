"""Read CoNLL-U: trees, documents, and GUM's nested `Entity=` mentions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from training.sentence import Document, Mention, Sentence, Syntax

ENTITY = re.compile(r"(?:^|\|)Entity=([^|]*)")
BRACKET = re.compile(r"\([^()]*\)?|[^()]+\)")


@dataclass(frozen=True, slots=True)
class Tree:
    """A sentence as CoNLL-U gives it, with its mentions (none where the corpus has none)."""

    document: str
    sentence: Sentence
    mentions: tuple[Mention, ...]


def read_trees(path: Path) -> Iterator[Tree]:
    """Yield the sentences of a CoNLL-U file; ranges (1-2) and empty nodes (1.1) are left out."""
    document = path.stem
    for block in path.read_text(encoding="utf-8").strip().split("\n\n"):
        lines = block.split("\n")
        notes = dict(line[2:].split(" = ", 1) for line in lines if line.startswith("# ") and " = " in line)
        document = notes.get("newdoc id", document)
        rows = [row for row in (line.split("\t") for line in lines if line[0] != "#") if row[0].isdigit()]
        yield Tree(document, make_sentence(notes["sent_id"], rows), tuple(read_mentions(rows)))


def make_sentence(id_: str, rows: list[list[str]]) -> Sentence:
    """Return a sentence with its tree from the ten columns of CoNLL-U."""
    _, forms, lemmas, upos, xpos, _, heads, deprels, *_ = zip(*rows, strict=True)
    pointers = tuple(int(head) - 1 if head != "0" else word for word, head in enumerate(heads))
    return Sentence(id_, forms, Syntax(lemmas, upos, xpos, pointers, deprels))


def read_mentions(rows: list[list[str]]) -> Iterator[Mention]:
    """Yield the mentions of GUM's bracket notation, `Entity=(12-person-…` to `Entity=12)`."""
    open_: list[tuple[str, str, int]] = []
    for word, row in enumerate(rows):
        found = ENTITY.search(row[9])
        for bracket in BRACKET.findall(found.group(1)) if found else ():
            if bracket.startswith("("):
                group, type_, *_ = bracket.strip("()").split("-")
                open_.append((group, type_, word))
            if bracket.endswith(")"):
                group = bracket.strip("()").split("-")[0]
                position = max(i for i, item in enumerate(open_) if item[0] == group)
                _, type_, start = open_.pop(position)
                yield Mention(start, word + 1, type_, group)


def by_document(trees: list[Tree], sentences: list[Sentence]) -> list[Document]:
    """Return `sentences`, which run parallel to `trees`, as documents in order of first appearance."""
    documents: dict[str, list[Sentence]] = {}
    for tree, sentence in zip(trees, sentences, strict=True):
        documents.setdefault(tree.document, []).append(sentence)
    return [Document(name, tuple(held)) for name, held in documents.items()]
