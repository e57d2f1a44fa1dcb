"""What the corpora hold, in one form: documents of sentences, each with the layers it was given."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from training.tags import Allowed

if TYPE_CHECKING:
    from training.belief import Belief  # needs torch, which who only reads corpora may lack


@dataclass(frozen=True, slots=True)
class Syntax:
    """The tree of a sentence, one value a word; the head of the root is the root itself."""

    lemmas: tuple[str, ...]
    upos: tuple[str, ...]
    xpos: tuple[str, ...]
    heads: tuple[int, ...]
    deprels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Mention:
    """A typed mention of words `start` to `end` (exclusive), named or not; `group`: its coreference chain."""

    start: int
    end: int
    type: str
    group: str = ""


@dataclass(frozen=True, slots=True)
class Sentence:
    """Words with up to five layers; None where a corpus is silent on a layer.

    `names` holds the NER tags each word may have, `kinds` the type of the mention each word heads,
    `chains` the coreference chain of that mention within its document, "" where the word heads none;
    `belief`: what larger networks hold of it all.
    """

    id: str
    forms: tuple[str, ...]
    syntax: Syntax | None = None
    names: tuple[Allowed, ...] | None = None
    kinds: tuple[str, ...] | None = None
    chains: tuple[str, ...] | None = None
    belief: Belief | None = None

    def with_names(self, names: tuple[Allowed, ...]) -> Sentence:
        """Return the sentence with another name layer."""
        return replace(self, names=names)


@dataclass(frozen=True, slots=True)
class Document:
    """A text, or a run of unrelated sentences where a corpus keeps no texts."""

    name: str
    sentences: tuple[Sentence, ...]
