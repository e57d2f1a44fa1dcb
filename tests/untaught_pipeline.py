"""A spaCy pipeline that knows some labels and has learned nothing, for tests that ask nothing of it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import spacy

UNIVERSAL = ("nsubj", "nsubj:pass", "obj", "obl", "nmod", "case", "det", "punct")
PENN = ("nsubj", "nsubjpass", "dobj", "pobj", "prep", "det", "punct")
NAMES = ("PERSON", "ORG", "GPE", "DATE")


def write_untaught(
    folder: Path, relations: Sequence[str] = UNIVERSAL, names: Sequence[str] = NAMES, language: str = "en"
) -> str:
    """Write it to `folder` and return that; without labels there is no such component."""
    nlp = spacy.blank(language)
    for name, labels in (("parser", relations), ("ner", names)):
        if labels:
            component = nlp.add_pipe(name)
            for label in labels:
                component.add_label(label)  # type: ignore[attr-defined]
    nlp.initialize()
    nlp.to_disk(folder)
    return str(folder)
