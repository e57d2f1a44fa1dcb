"""The language model as a spaCy component: tags, lemmas, tree, sentences, names and vectors of a Doc."""

from __future__ import annotations

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
        analysis = self._network([token.text for token in words], breaks)
        _write_tree(doc, words, analysis, self._network.labels)
        doc.set_ents(_names(doc, words, analysis, self._network.labels), default="outside")
        return doc


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
    rows = np.zeros((len(doc), 5), dtype=np.int64).astype(np.uint64)
    space = (IDS["SPACE"], strings.add("_SP"), strings.add("dep"))
    punct = (IDS["PUNCT"], strings.add("NFP"), strings.add("punct"))
    anchors = _anchors(doc, words)
    for i, token in enumerate(doc):
        pos, tag, dep = space if token.is_space else punct
        rows[i] = (pos, tag, strings.add(token.text), np.uint64(np.int64(anchors[i] - i)), dep)
    for k, token in enumerate(words):
        script = labels.lemma[analysis.lemma[k]]
        head = words[analysis.head[k]].i - token.i
        kind, upos = labels.kind[analysis.kind[k]], labels.upos[analysis.upos[k]]
        token._.kind = None if kind == "none" else kind
        rows[token.i] = (
            IDS[upos],
            strings.add(labels.xpos[analysis.xpos[k]]),
            strings.add(lemma_of(token.text, upos, script)),
            np.uint64(np.int64(head)),
            strings.add(labels.deprel[analysis.deprel[k]]),
        )
    doc.tensor = np.zeros((len(doc), analysis.vectors.shape[1]), np.float32)
    doc.tensor[[token.i for token in words]] = analysis.vectors
    doc.from_array([POS, TAG, LEMMA, HEAD, DEP], rows)  # type: ignore[arg-type]  # as spaCy itself does


def _anchors(doc: Doc, words: list[Token]) -> list[int]:
    """Return the word each token without analysis hangs on: the one before, at a break the one after."""
    real = {token.i for token in words}
    anchors, last = [], -1
    for i, token in enumerate(doc):
        if i in real:
            last = i
        elif "\n" in token.text:
            last = last if last >= 0 else words[0].i
        anchors.append(last)
    following = words[-1].i
    for i in reversed(range(len(doc))):
        if i in real:
            following = i
        elif anchors[i] < 0 or not doc[i].is_space:
            anchors[i] = following if following > i else anchors[i]
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
