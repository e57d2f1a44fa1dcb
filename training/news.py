"""Unlabelled news that teaches names: what the package itself finds in Wikinews, taken as far as it is sure.

Self-training with a noisy student (Yarowsky 1995; Xie et al. 2020): the teacher is the whole package, with
lexicons and the article's other sentences, the student the bare network, whose words are hidden, exchanged
and written in other cases. A capitalised word outside the names found is left open.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from spacy.tokens import Span

from eventgraph.annotate import annotate
from eventgraph.pipeline import read
from training.sentence import Document, Sentence
from training.tags import ANY, OUTSIDE, Allowed, mark, outside_or

TYPES = {"person": "PER", "organization": "ORG", "place": "LOC", "country": "LOC", "event": "EVENT"}


def read_news(folder: Path) -> Iterator[Document]:
    """Yield the articles of the CSV files of `folder`, annotated."""
    articles, _ = read([str(path) for path in sorted(folder.glob("*.csv"))])
    for article in articles:
        doc = annotate(article)
        sentences = (make_sentence(f"{article.id}-{i}", sent) for i, sent in enumerate(doc.sents))
        yield Document(article.id, tuple(sentence for sentence in sentences if sentence.forms))


def make_sentence(id_: str, sent: Span) -> Sentence:
    """Return a sentence with the tags its words may have."""
    demonyms = {token.i for span in sent.doc.spans["demonyms"] for token in span}
    names = [outside_or("MISC") if token.i in demonyms else open_tags(token.text) for token in sent]
    for ent in sent.ents:
        if ent.label_ in TYPES:
            mark(names, ent.start - sent.start, ent.end - sent.start, (TYPES[ent.label_],))
    kept = [(token.text, tags) for token, tags in zip(sent, names, strict=True) if not token.is_space]
    return Sentence(id_, tuple(form for form, _ in kept), names=tuple(tags for _, tags in kept))


def open_tags(form: str) -> Allowed:
    """Return the tags of a word in no name: anything if capitalised."""
    return ANY if form[0].isupper() else OUTSIDE
