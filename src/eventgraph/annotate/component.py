"""The language model as a spaCy component: tags, lemmas, tree, sentences, names and vectors of a Doc."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

import numpy as np
from spacy.attrs import DEP, HEAD, LEMMA, POS, TAG  # type: ignore[import-not-found]
from spacy.language import Language
from spacy.parts_of_speech import IDS  # type: ignore[import-not-found]
from spacy.tokens import Doc, Span, Token

from eventgraph.annotate.known_lemmas import lemma_of
from eventgraph.annotate.network import Analysis, Labels, Network
from eventgraph.read.lines import find_dateline

BULLETS = frozenset("•●▪■◦‣·*–—-")
BODY = "UNICEF"
"""An acronym that is no word; it stands for *WHO*."""

TYPES = {"PER": "person", "ORG": "organization", "LOC": "place", "EVENT": "event", "MISC": "misc"}


@cache
def _network() -> Network:
    return Network()


@Language.factory(
    "eventgraph_model",
    assigns=[
        *("token.pos", "token.tag", "token.lemma", "token.head", "token.dep"),
        *("doc.sents", "doc.ents", "doc.tensor"),
    ],
)
def make_model(nlp: Language, name: str) -> Model:
    """Return the component; the weights are read once a process."""
    return Model(_network())


class Model:
    """Calls the network on a tokenised Doc."""

    def __init__(self, network: Network) -> None:
        self._network = network
        if not Token.has_extension("kind"):
            Token.set_extension("kind", default=None)

    def __call__(self, doc: Doc) -> Doc:
        """Annotate in place. White space, bullets and the dateline take no part; they hang on a neighbour."""
        words, breaks = _words(doc)
        if not words:
            return doc
        analysis = self._network([_spelt(words, i) for i in range(len(words))], breaks)
        _write_tree(doc, words, analysis, self._network.labels)
        doc.set_ents(_names(doc, words, analysis, self._network.labels), default="outside")
        return doc


def _spelt(words: list[Token], i: int) -> str:
    """Return the word as the network reads it, to which *WHO* is a question in a line of any case."""
    text = words[i].text
    if text != "WHO":
        return text
    beside = [token for token in (*words[max(i - 2, 0) : i], *words[i + 1 : i + 3]) if token.is_alpha]
    return BODY if any(not token.is_upper for token in beside) else text


def _words(doc: Doc) -> tuple[list[Token], list[bool]]:
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


def _write_tree(doc: Doc, words: list[Token], analysis: Analysis, labels: Labels) -> None:
    strings = doc.vocab.strings
    rows = np.zeros((len(doc), 5), np.uint64)
    space = (IDS["SPACE"], strings.add("_SP"), strings.add("dep"))
    punct = (IDS["PUNCT"], strings.add("NFP"), strings.add("punct"))
    at = np.array([token.i for token in words])
    for i, anchor in _anchors(doc, at.tolist()).items():
        pos, tag, dep = space if doc[i].is_space else punct
        rows[i] = (pos, tag, strings.add(doc[i].text), np.uint64(np.int64(anchor - i)), dep)
    rows[at, 0] = np.array([IDS[upos] for upos in labels.upos], np.uint64)[analysis.upos]
    rows[at, 1] = np.array([strings.add(tag) for tag in labels.xpos], np.uint64)[analysis.xpos]
    rows[at, 2] = [strings.add(lemma) for lemma in _lemmas(words, analysis, labels)]
    rows[at, 3] = (at[analysis.head] - at).astype(np.uint64)
    rows[at, 4] = np.array([strings.add(relation) for relation in labels.deprel], np.uint64)[analysis.deprel]
    for k in np.flatnonzero(analysis.kind != labels.kind.index("none")).tolist():
        words[k]._.kind = labels.kind[analysis.kind[k]]
    doc.tensor = np.zeros((len(doc), analysis.vectors.shape[1]), np.float32)
    doc.tensor[at] = analysis.vectors
    doc.from_array([POS, TAG, LEMMA, HEAD, DEP], rows)  # type: ignore[arg-type]  # as spaCy itself does


def _lemmas(words: list[Token], analysis: Analysis, labels: Labels) -> Iterator[str]:
    for token, upos, script in zip(words, analysis.upos.tolist(), analysis.lemma.tolist(), strict=True):
        yield lemma_of(token.text, labels.upos[upos], labels.lemma[script])


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


def _names(doc: Doc, words: list[Token], analysis: Analysis, labels: Labels) -> list[Span]:
    """Read BIO tags; an I that continues nothing begins a name, and no name crosses a sentence."""
    tags = [labels.ner[i] for i in analysis.ner]
    bounds = [
        k
        for k, tag in enumerate(tags)
        if tag == "O" or tag[0] == "B" or analysis.start[k] or k == 0 or tags[k - 1][2:] != tag[2:]
    ]
    return [
        Span(doc, words[a].i, words[b - 1].i + 1, TYPES[tags[a][2:]])
        for a, b in pairwise([*bounds, len(tags)])
        if tags[a] != "O"
    ]
