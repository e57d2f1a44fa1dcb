"""A spaCy pipeline that is not ours, in the place of our language model.

Its tree and its names are taken as they are, its tags and lemmas where the rules know such. What it has not
got our own network gives over the same words: kinds of nouns, and the vectors that coreference reads.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

import numpy as np
from spacy.language import Language
from spacy.parts_of_speech import IDS  # type: ignore[import-not-found]
from spacy.tokens import Doc, Span, Token

from eventgraph.annotate.component import analyse, layers_of, shipped_network, write_meanings
from eventgraph.annotate.foreign_labels import name_type, relation
from eventgraph.annotate.foreign_pipeline import load_foreign
from eventgraph.annotate.irregular import irregular
from eventgraph.annotate.known_lemmas import settle_lemma
from eventgraph.annotate.layers import Hashes, Layers, find_words, write_layers
from eventgraph.annotate.network import Labels, Network


@Language.factory(
    "eventgraph_foreign",
    assigns=[
        *("token.pos", "token.tag", "token.lemma", "token.head", "token.dep"),
        *("doc.sents", "doc.ents", "doc.tensor"),
    ],
)
def make_foreign(nlp: Language, name: str, pipeline: str) -> Foreign:
    """Return the component; `pipeline` is what `spacy.load` takes. Raises as `load_foreign`."""
    return Foreign(load_foreign(pipeline), shipped_network())


class Foreign:
    """Calls another pipeline on the words of a tokenised Doc."""

    def __init__(self, pipeline: Language, network: Network) -> None:
        self._pipeline = pipeline
        self._network = network

    def __call__(self, doc: Doc) -> Doc:
        """Annotate in place; a Doc that has a tree keeps it: Stanza's tokenizer gives one."""
        words, breaks = find_words(doc)
        if not words:
            return doc
        given = words if doc.has_annotation("DEP") else self._annotate(words, breaks)
        labels, analysis = self._network.labels, analyse(self._network, words, breaks)
        own = layers_of(doc.vocab.strings, words, analysis, labels)
        layers, names = _layers(doc, given, own, labels), list(_names(doc, words, given))
        write_layers(doc, words, layers)
        write_meanings(doc, words, analysis, labels)
        doc.set_ents(names, default="outside")
        return doc

    def _annotate(self, words: Sequence[Token], breaks: Sequence[bool]) -> list[Token]:
        """Return the words as the pipeline annotates them; where a line begins, so does a sentence."""
        ends = [word.idx + len(word) for word in words]
        spaces = [after.idx > end for after, end in zip(words[1:], ends, strict=False)]
        starts: list[bool | int | None] = [new or None for new in breaks]
        texts = [word.text for word in words]
        bare = Doc(self._pipeline.vocab, texts, [*spaces, False], sent_starts=starts)
        return list(self._pipeline(bare))


def _layers(doc: Doc, given: Sequence[Token], own: Layers, labels: Labels) -> Layers:
    """Return what the pipeline says of each word, and our own model where that is nothing we know."""
    add, upos, xpos = doc.vocab.strings.add, frozenset(labels.upos), frozenset(labels.xpos)
    place = {token.i: k for k, token in enumerate(given)}
    heads = [_head(token, place) for token in given]
    deps = (
        "root" if head == k else relation(token.dep_)
        for k, (token, head) in enumerate(zip(given, heads, strict=True))
    )
    return Layers(
        pos=_filled((IDS[t.pos_] if t.pos_ in upos else None for t in given), own.pos),
        tag=_filled((add(t.tag_) if t.tag_ in xpos else None for t in given), own.tag),
        lemma=_filled((add(_lemma(t)) if t.lemma_ else None for t in given), own.lemma),
        head=np.array(heads, np.int64),
        dep=np.array([add(dep) for dep in deps], np.uint64),
    )


def _filled(values: Iterable[int | None], own: Hashes) -> Hashes:
    filled = [mine if one is None else one for one, mine in zip(values, own.tolist(), strict=True)]
    return np.array(filled, np.uint64)


def _lemma(token: Token) -> str:
    return irregular(token.text, token.pos_) or settle_lemma(token.text, token.pos_, token.lemma_)


def _head(token: Token, place: Mapping[int, int]) -> int:
    """Return the word above the token, which may hang on white space; its own place if there is none."""
    above = (one for one in token.ancestors if one.i in place)
    return place[next(above, token).i]


def _names(doc: Doc, words: Sequence[Token], given: Sequence[Token]) -> Iterator[Span]:
    """The names of a known type, over the Doc's own words."""
    place = {token.i: word for token, word in zip(given, words, strict=True)}
    for ent in given[0].doc.ents:
        found, type_ = [place[token.i] for token in ent if token.i in place], name_type(ent.label_)
        if found and type_:
            yield Span(doc, found[0].i, found[-1].i + 1, type_)
