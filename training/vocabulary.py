"""The verbs, nouns and adjectives of the training treebanks: what a lemma may be checked against."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from training.sentence import Document

OPEN = frozenset({"VERB", "NOUN", "ADJ"})


def write_lemmas(documents: Iterable[Document], path: Path) -> int:
    """Write one line for each class and lemma, sorted, `VERB<tab>speak`; return how many."""
    found = {
        (upos, lemma)
        for document in documents
        for sentence in document.sentences
        if sentence.syntax
        for upos, lemma in zip(sentence.syntax.upos, sentence.syntax.lemmas, strict=True)
        if upos in OPEN and lemma.isalpha() and lemma.islower()
    }
    path.write_text("".join(f"{upos}\t{lemma}\n" for upos, lemma in sorted(found)), encoding="utf-8")
    return len(found)
