"""The spaCy pipeline that annotates an article."""

from __future__ import annotations

from functools import cache
from typing import Literal

import spacy
from spacy.language import Language
from spacy.tokenizer import Tokenizer  # type: ignore[import-not-found]
from spacy.tokens import Doc, Token

from eventgraph.annotate import component, coreference, foreign, names, references
from eventgraph.annotate.dates import DateExpression, find_dates
from eventgraph.annotate.foreign_pipeline import find_pipeline, load_foreign
from eventgraph.annotate.tokenizer import teach_titles
from eventgraph.model import Article
from eventgraph.read.lines import find_dateline, label_lines

STAGES = ("eventgraph_names", "eventgraph_references", "eventgraph_coreference")
REGISTERED = (
    component.Model,
    foreign.Foreign,
    names.settle_names,
    references.link_names,
    coreference.resolve,
)
PRESENT = frozenset({"is", "are", "'s", "’s", "'re", "’re"})
MODALS = frozenset({"may", "might", "would", "could", "can", "should", "must"})
PLANNING = frozenset({"due", "set", "schedule", "plan", "expect", "intend", "agree", "go"})
# What is told in the present tense of a named day is to come: *flies to Lima on Friday*.
TIMETABLED = frozenset(
    {
        "fly", "travel", "leave", "arrive", "depart", "head", "begin", "start", "open", "visit", "meet",
        "return", "go", "embark", "set", "host", "plan", "intend", "expect",
    }
)  # fmt: skip
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
    found = find_dates(article.text, article.published or day, tense=lambda offset: _tense(doc, offset))
    return tuple(d for d in found if not dateline or not dateline.start <= d.start < dateline.end)


def _tense(doc: Doc, offset: int) -> Literal["past", "future"]:
    """Is what happens at the date told as past or as to come? The nearest finite verb above it decides."""
    span = doc.char_span(offset, offset + 1, alignment_mode="expand")
    if span is None:
        return "past"
    for token in (span.root, *span.root.ancestors):
        helpers = {c.lower_ for c in token.children if c.dep_ in {"aux", "aux:pass", "cop"}}
        if helpers & PRESENT and any(one.lower_ == "due" for one in (token, *token.lefts)):
            return "future"
        if token.pos_ in {"VERB", "AUX", "NOUN"}:
            if helpers & {"will", "shall", "’ll", "'ll"} or _to_come(token, helpers) or _may(token, helpers):
                return "future"
            if token.tag_ == "VBN" and helpers & PRESENT and token.lemma_.lower() in PLANNING:
                return "future"  # is scheduled for Friday
            if any(child.lower_ == "forward" for child in token.children):
                return "future"  # looks forward to it
            if token.tag_ in {"VBZ", "VBP"} and token.lemma_.lower() in TIMETABLED and not helpers:
                return "future"
            if token.tag_ in {"VBD", "VBN"} or helpers & {"was", "were", "had", "did"}:
                return "past"
    return "past"


def _may(token: Token, helpers: set[str]) -> bool:
    """*may meet*, *would meet*, *was to meet*: not *may have met*."""
    ahead = helpers & MODALS or ("to" in _marks(token) and helpers & {"was", "were"})
    return token.tag_ == "VB" and bool(ahead) and "have" not in helpers


def _marks(token: Token) -> set[str]:
    return {c.lower_ for c in token.children if c.dep_ in {"mark", "aux"}}


def _to_come(token: Token, helpers: set[str]) -> bool:
    """*is due to meet*, *is to meet*, *agreed to meet*, *is meeting*: to come, whatever hangs on what."""
    marks = _marks(token)
    infinitive = token.tag_ == "VB" and "to" in marks
    planned = bool({token.head.lemma_.lower(), *marks} & PLANNING)
    present = token.tag_ == "VBG" and bool(helpers & PRESENT)
    return (infinitive and (planned or bool(helpers & PRESENT))) or present
