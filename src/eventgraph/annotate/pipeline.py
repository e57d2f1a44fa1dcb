"""The spaCy pipeline that annotates an article."""

from __future__ import annotations

from functools import cache, partial

import spacy
from spacy.language import Language
from spacy.tokenizer import Tokenizer  # type: ignore[import-not-found]
from spacy.tokens import Doc, Token

from eventgraph.annotate import component, foreign, references
from eventgraph.annotate.coreference.coreference import resolve
from eventgraph.annotate.dates import DateExpression, find_dates
from eventgraph.annotate.dates.tense_by_tree import tense_by_tree
from eventgraph.annotate.foreign_pipeline import find_pipeline, load_foreign
from eventgraph.annotate.names.names import settle_names
from eventgraph.annotate.tokenizer import teach_titles
from eventgraph.model import Article
from eventgraph.read.lines import find_dateline, label_lines

STAGES = ("eventgraph_names", "eventgraph_references", "eventgraph_coreference")
REGISTERED = (component.Model, foreign.Foreign, settle_names, references.link_names, resolve)
MAX_LENGTH = 5_000_000  # code points


def load(pipeline: str | None = None) -> Language:
    """Return the pipeline: tokens, tags, lemmas, trees, sentences, names, references; once a process.

    `pipeline` is an installed spaCy package or a folder that gives Universal Dependencies and names: it then
    stands in the place of our own language model. Raises UsageError if there is no such pipeline, or if it
    lacks one of these.
    """
    return _load(find_pipeline(pipeline))


@cache
def _load(pipeline: str | None) -> Language:
    nlp = _around(load_foreign(pipeline)) if pipeline else spacy.blank("en")
    nlp.max_length = MAX_LENGTH
    if isinstance(nlp.tokenizer, Tokenizer):
        teach_titles(nlp.tokenizer)
    if pipeline:
        nlp.add_pipe("eventgraph_foreign", config={"pipeline": pipeline})
    else:
        nlp.add_pipe("eventgraph_model")
    for stage in STAGES:
        nlp.add_pipe(stage)
    _register()
    return nlp


def _around(foreign: Language) -> Language:
    """Return an empty pipeline that cuts texts into tokens as the foreign one has learned."""
    nlp = spacy.blank("en", vocab=foreign.vocab)
    nlp.tokenizer = foreign.tokenizer
    return nlp


def _register() -> None:
    for name in ("article", "dates", "pipeline"):
        if not Doc.has_extension(name):
            Doc.set_extension(name, default=None)
    for name, default in (("prose", True), ("headline", False), ("kind", None)):
        if not Token.has_extension(name):
            Token.set_extension(name, default=default)


def annotate(article: Article, pipeline: str | None = None) -> Doc:
    """Return the article as a Doc: spaCy's attributes, and

    `doc._.references` token index to Reference, `doc._.titles` titles beside names,
    `doc._.dates` DateExpressions, `doc._.article` the article itself;
    `token._.prose` is false in bylines, captions and other lines that tell no news;
    `token._.headline` is true in headlines and subheads;
    `doc._.pipeline` is `pipeline`, for which see `load`.
    """
    doc = load(pipeline)(article.text)
    doc._.article, doc._.pipeline = article, pipeline
    _mark_lines(doc, article.text)
    doc._.dates = _dates(doc, article)
    return doc


def _mark_lines(doc: Doc, text: str) -> None:
    lines = [line for line in label_lines(text) if line.kind != "prose"]
    for line in lines:
        mark = ("headline", True) if line.kind == "headline" else ("prose", False)
        span = doc.char_span(line.start, line.end, alignment_mode="expand")
        for token in span or ():
            token._.set(*mark)


def _dates(doc: Doc, article: Article) -> tuple[DateExpression, ...]:
    """The dates of the text, but for its dateline's: that day of writing may date the others."""
    dateline = find_dateline(article.text)
    written = find_dates(dateline.date, None) if dateline and dateline.date else ()
    day = written[0].value if written and len(written[0].value) == 10 else None
    found = find_dates(article.text, article.published or day, tense=partial(tense_by_tree, doc))
    return tuple(d for d in found if not dateline or not dateline.start <= d.start < dateline.end)
