"""The label inventories of the heads, counted once on the training data and kept beside the weights."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from training.lemmas import make_script
from training.sentence import Document, Syntax
from training.tags import NAME_TAGS

IGNORED = -100
"""Gold value that no head learns from (the default of torch's cross-entropy)."""

KIND_WORDS = "none person place organization object event time substance animal plant abstract"
KINDS = tuple(KIND_WORDS.split())


@dataclass(frozen=True)
class Labels:
    """The classes of each head, in the order of its scores."""

    upos: list[str]
    xpos: list[str]
    lemma: list[str]
    deprel: list[str]
    ner: list[str]
    kind: list[str]

    @classmethod
    def count(cls, documents: Iterable[Document]) -> Labels:
        """Return the inventories of the trees: lemma scripts seen 3 times, relations seen 30 times."""
        trees = list(_trees(documents))
        scripts = Counter(script for forms, tree in trees for script in scripts_of(forms, tree) if script)
        return cls(
            upos=sorted({tag for _, tree in trees for tag in tree.upos}),
            xpos=sorted({tag for _, tree in trees for tag in tree.xpos}),
            lemma=[script for script, count in scripts.most_common() if count >= 3],
            deprel=_frequent((label for _, tree in trees for label in tree.deprels), 30),
            ner=list(NAME_TAGS),
            kind=list(KINDS),
        )

    def save(self, path: Path) -> None:
        """Write the inventories as JSON."""
        path.write_text(json.dumps(asdict(self), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")

    @classmethod
    def load(cls, path: Path) -> Labels:
        """Read what `save` wrote."""
        return cls(**json.loads(path.read_text(encoding="utf-8")))


def scripts_of(forms: tuple[str, ...], tree: Syntax) -> list[str]:
    """Return each word's lemma script, empty where the treebank has no lemma (`_`)."""
    pairs = zip(forms, tree.lemmas, strict=True)
    return ["" if lemma == "_" != form else make_script(form, lemma) for form, lemma in pairs]


def base_relation(label: str, known: Iterable[str]) -> str:
    """Return a known relation for a rare subtype: itself, else its base, else `dep`."""
    base = label.split(":")[0]
    return next((candidate for candidate in (label, base) if candidate in known), "dep")


def _trees(documents: Iterable[Document]) -> Iterator[tuple[tuple[str, ...], Syntax]]:
    for document in documents:
        for sentence in document.sentences:
            if sentence.syntax:
                yield sentence.forms, sentence.syntax


def _frequent(labels: Iterable[str], least: int) -> list[str]:
    counts = Counter(labels)
    return sorted({label for label, count in counts.items() if count >= least} | {"dep"})
