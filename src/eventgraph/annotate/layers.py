"""What is known of each word, from whatever network, written to a Doc."""

from __future__ import annotations

from bisect import bisect
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from spacy.attrs import DEP, HEAD, LEMMA, POS, TAG  # type: ignore[import-not-found]
from spacy.parts_of_speech import IDS  # type: ignore[import-not-found]
from spacy.tokens import Doc, Token

from eventgraph.read.lines import find_dateline

BULLETS = frozenset("•●▪■◦‣·*–—-")

Ints = npt.NDArray[np.int64]
Hashes = npt.NDArray[np.uint64]


class Layers(NamedTuple):
    """One value a word: `head` a word index (a root is its own head), the others ids of the Doc's strings."""

    pos: Hashes
    tag: Hashes
    lemma: Hashes
    head: Ints
    dep: Hashes


def find_words(doc: Doc) -> tuple[list[Token], list[bool]]:
    """Return the tokens that networks read, and whether a line begins at each.

    White space, bullets and the dateline are none.
    """
    words: list[Token] = []
    breaks: list[bool] = []
    new = True
    dateline = find_dateline(doc.text)
    for token in doc:
        if dateline and dateline.start <= token.idx < dateline.end:
            new = True
        elif token.is_space:
            new = new or "\n" in token.text
        elif not (new and token.text in BULLETS):
            words.append(token)
            breaks.append(new)
            new = False
    return words, breaks


def write_layers(doc: Doc, words: list[Token], layers: Layers) -> None:
    """Annotate the Doc; tokens that are no words hang on a neighbour."""
    strings = doc.vocab.strings
    rows = np.zeros((len(doc), len(Layers._fields)), np.uint64)
    space = (IDS["SPACE"], strings.add("_SP"), strings.add("dep"))
    punct = (IDS["PUNCT"], strings.add("NFP"), strings.add("punct"))
    at = np.array([token.i for token in words])
    for i, anchor in _anchors(doc, at.tolist()).items():
        pos, tag, dep = space if doc[i].is_space else punct
        rows[i] = (pos, tag, strings.add(doc[i].text), np.uint64(np.int64(anchor - i)), dep)
    for column, values in enumerate(layers._replace(head=at[layers.head] - at)):
        rows[at, column] = values.astype(np.uint64)
    doc.from_array([POS, TAG, LEMMA, HEAD, DEP], rows)  # type: ignore[arg-type]  # as spaCy itself does


def _anchors(doc: Doc, words: list[int]) -> dict[int, int]:
    """Return the word that each token without analysis hangs on.

    White space hangs on the word before, a bullet or the dateline on the one after, if there is one.
    """
    anchors = {}
    for i in sorted(set(range(len(doc))).difference(words)):
        after = bisect(words, i)
        follows = after == 0 or (after < len(words) and not doc[i].is_space)
        anchors[i] = words[after if follows else after - 1]
    return anchors
