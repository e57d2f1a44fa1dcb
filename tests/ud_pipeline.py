"""A spaCy pipeline that is not ours: trained here, in seconds, on Universal Dependencies and names."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example
from spacy.util import fix_random_seed, minibatch

from eventgraph.annotate import annotate
from eventgraph.model import Article
from training.corpora import read_ewt, read_gum
from training.sentence import Document, Sentence
from training.tags import Allowed

LABELS = {"PER": "PERSON", "LOC": "GPE", "MISC": "NORP"}
"""Types of names under the labels that spaCy's own pipelines use."""
OURS = {"person": "PERSON", "organization": "ORG", "place": "GPE", "country": "GPE"}
COMPONENTS = ("morphologizer", "tagger", "parser", "ner")
WIDTH, BATCH, DROP, RATE, SEED = 64, 12, 0.1, 0.002, 1
SHORT = range(4, 21)
"""Words of the sentences that it learns from."""
SHOWN = 3
"""How often an epoch it sees what the tests will ask: else it would hang on the machine how they end."""


def train(
    folder: Path,
    sentences: int = 500,
    epochs: int = 8,
    components: Sequence[str] = COMPONENTS,
    asked: Sequence[str] = (),
) -> Path:
    """Train on that many sentences of each treebank and on what will be `asked`, as our model reads it.

    Writes the pipeline to `folder` and returns that.
    """
    fix_random_seed(SEED)
    nlp = make_pipeline(components)
    treebanks = (read_gum("train"), read_ewt("train"))
    chosen = chain.from_iterable(islice(_short(documents), sentences) for documents in treebanks)
    gold = [make_gold(nlp, one) for one in chosen]
    gold += SHOWN * [doc for text in asked for doc in _as_read(nlp, text)]
    examples = [Example(Doc(nlp.vocab, words=[token.text for token in doc]), doc) for doc in gold]
    optimizer = nlp.initialize(lambda: examples)
    optimizer.learn_rate = RATE
    order = random.Random(SEED)
    for _ in range(epochs):
        order.shuffle(examples)
        for batch in minibatch(examples, BATCH):
            nlp.update(batch, sgd=optimizer, drop=DROP)
    nlp.to_disk(folder)
    return folder


def make_pipeline(components: Sequence[str] = COMPONENTS) -> Language:
    """Return an untrained pipeline whose components share one small encoder."""
    nlp = spacy.blank("en")
    encoder = {
        "@architectures": "spacy.HashEmbedCNN.v2", "pretrained_vectors": None, "width": WIDTH, "depth": 4,
        "embed_size": 2000, "window_size": 1, "maxout_pieces": 3, "subword_features": True,
    }  # fmt: skip
    nlp.add_pipe("tok2vec", config={"model": encoder})
    shared = {"model": {"tok2vec": {"@architectures": "spacy.Tok2VecListener.v1", "width": WIDTH}}}
    for name in components:
        # A parser forgets relations that are rarer, unless told otherwise.
        nlp.add_pipe(name, config={**shared, "min_action_freq": 1} if name == "parser" else shared)
    return nlp


def make_gold(nlp: Language, one: Sentence) -> Doc:
    """Return a sentence of a treebank as spaCy learns from it."""
    syntax = one.syntax
    assert syntax is not None
    return Doc(
        nlp.vocab,
        words=list(one.forms),
        pos=list(syntax.upos),
        morphs=[""] * len(one.forms),
        tags=list(syntax.xpos),
        lemmas=list(syntax.lemmas),
        heads=list(syntax.heads),
        deps=["ROOT" if relation == "root" else relation for relation in syntax.deprels],
        ents=list(_tags(one.names)) if one.names else None,  # type: ignore[arg-type]  # None: not known
    )


def _as_read(nlp: Language, text: str) -> Iterator[Doc]:
    """The sentences of a text with the tree and the names that our own model gives them."""
    for sent in annotate(Article(id="asked", text=text)).sents:
        yield Doc(
            nlp.vocab,
            words=[token.text for token in sent],
            pos=[token.pos_ for token in sent],
            morphs=[""] * len(sent),
            tags=[token.tag_ for token in sent],
            lemmas=[token.lemma_ for token in sent],
            heads=[token.head.i - sent.start for token in sent],
            deps=["ROOT" if token.dep_ == "root" else token.dep_ for token in sent],
            ents=[f"{t.ent_iob_}-{OURS[t.ent_type_]}" if t.ent_type_ in OURS else "O" for t in sent],
        )


def _short(documents: Iterable[Document]) -> Iterator[Sentence]:
    for document in documents:
        yield from (one for one in document.sentences if len(one.forms) in SHORT)


def _tags(names: Sequence[Allowed]) -> Iterator[str | None]:
    """One tag a word, None where the treebank leaves open which type of name it is in."""
    before = ""
    for allowed in names:
        tag = "O" if "O" in allowed else "" if len(allowed) > 1 else _tag(next(iter(allowed)), before)
        yield tag or None
        before = tag


def _tag(tag: str, before: str) -> str:
    part, _, type_ = tag.partition("-")
    label = LABELS.get(type_, type_)
    return f"{part if before[2:] == label else 'B'}-{label}"
