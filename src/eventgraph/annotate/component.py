"""The language model as a spaCy component: tags, lemmas, tree, sentences, names and vectors of a Doc."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

import numpy as np
from spacy.language import Language
from spacy.parts_of_speech import IDS  # type: ignore[import-not-found]
from spacy.strings import StringStore
from spacy.tokens import Doc, Span, Token

from eventgraph.annotate.known_lemmas import lemma_of
from eventgraph.annotate.layers import Layers, find_words, write_layers
from eventgraph.annotate.network import Analysis, Labels, Network

BODY = "UNICEF"
"""An acronym that is no word; it stands for *WHO*."""

TYPES = {"PER": "person", "ORG": "organization", "LOC": "place", "EVENT": "event", "MISC": "misc"}


@cache
def shipped_network() -> Network:
    """Return the network; its weights are read once a process."""
    return Network()


@Language.factory(
    "eventgraph_model",
    assigns=[
        *("token.pos", "token.tag", "token.lemma", "token.head", "token.dep"),
        *("doc.sents", "doc.ents", "doc.tensor"),
    ],
)
def make_model(nlp: Language, name: str) -> Model:
    """Return the component."""
    return Model(shipped_network())


class Model:
    """Calls the network on a tokenised Doc."""

    def __init__(self, network: Network) -> None:
        self._network = network

    def __call__(self, doc: Doc) -> Doc:
        """Annotate in place."""
        words, breaks = find_words(doc)
        if words:
            labels, analysis = self._network.labels, analyse(self._network, words, breaks)
            write_layers(doc, words, layers_of(doc.vocab.strings, words, analysis, labels))
            write_meanings(doc, words, analysis, labels)
            doc.set_ents(_names(doc, words, analysis, labels), default="outside")
        return doc


def analyse(network: Network, words: list[Token], breaks: list[bool]) -> Analysis:
    """Return what the network makes of the words; `breaks` as `find_words` gives them."""
    return network([_spelt(words, i) for i in range(len(words))], breaks)


def layers_of(strings: StringStore, words: list[Token], analysis: Analysis, labels: Labels) -> Layers:
    """Return tags, lemmas and tree."""
    scripts = zip(words, analysis.upos.tolist(), analysis.lemma.tolist(), strict=True)
    lemmas = [lemma_of(token.text, labels.upos[pos], labels.lemma[script]) for token, pos, script in scripts]
    return Layers(
        pos=np.array([IDS[upos] for upos in labels.upos], np.uint64)[analysis.upos],
        tag=np.array([strings.add(tag) for tag in labels.xpos], np.uint64)[analysis.xpos],
        lemma=np.array([strings.add(lemma) for lemma in lemmas], np.uint64),
        head=analysis.head,
        dep=np.array([strings.add(relation) for relation in labels.deprel], np.uint64)[analysis.deprel],
    )


def write_meanings(doc: Doc, words: list[Token], analysis: Analysis, labels: Labels) -> None:
    """Write what kind of thing each noun names to `token._.kind`, and the word vectors to `doc.tensor`."""
    for k in np.flatnonzero(analysis.kind != labels.kind.index("none")).tolist():
        words[k]._.kind = labels.kind[analysis.kind[k]]
    doc.tensor = np.zeros((len(doc), analysis.vectors.shape[1]), np.float32)
    doc.tensor[[token.i for token in words]] = analysis.vectors


def _spelt(words: list[Token], i: int) -> str:
    """Return the word as the network reads it, to which *WHO* is a question in a line of any case."""
    text = words[i].text
    if text != "WHO":
        return text
    beside = [token for token in (*words[max(i - 2, 0) : i], *words[i + 1 : i + 3]) if token.is_alpha]
    return BODY if any(not token.is_upper for token in beside) else text


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
