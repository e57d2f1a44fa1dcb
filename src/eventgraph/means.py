"""What finds the claims of one article: a pipeline, rules and, if wished, a language model server."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import NamedTuple

from eventgraph.annotate import annotate
from eventgraph.annotate.foreign_pipeline import find_pipeline, load_foreign, told_pipeline
from eventgraph.extract import extract
from eventgraph.extract.asked import Found, ModelServer, ask, open_server
from eventgraph.extract.engine.patterned import Source, load_patterned, own_sources
from eventgraph.model import Article, Claim

Work = Callable[[Article], Found]


class Means(NamedTuple):
    """All that the claims depend on, beside the article; it can be sent to other processes.

    `own`: files of rules from outside. `pipeline`: a spaCy package or folder in the place of our own language
    model. `server`: whom to ask for more claims.
    """

    own: tuple[Source, ...] = ()
    pipeline: str | None = None
    server: ModelServer | None = None

    @property
    def told_pipeline(self) -> str:
        """The version of the pipeline, "" for our own."""
        return told_pipeline(self.pipeline)

    def work(self) -> Work:
        """Return `found_in` by these means. Raises UsageError if the pipeline can't be used."""
        if self.pipeline:
            load_foreign(self.pipeline)  # here, and not with every article
        return partial(found_in, means=self)


def find_means(
    extractors: str | Path | None = None,
    pipeline: str | None = None,
    ask_model: str | None = None,
    model: str | None = None,
) -> Means:
    """Return the means that a user names; see `build`.

    Raises PatternError if a rule is wrong, UsageError if the pipeline is not there or the server's model is
    not known.
    """
    return Means(own_rules(extractors), find_pipeline(pipeline), open_server(ask_model, model))


def own_rules(folder: str | Path | None) -> tuple[Source, ...]:
    """Return the files of rules from outside. Raises PatternError if one is wrong."""
    own = own_sources(Path(folder) if folder is not None else None)
    load_patterned(own)
    return own


def found_in(article: Article, means: Means = Means()) -> Found:  # noqa: B008  # immutable
    """Return what one article claims, its entities not yet resolved across articles."""
    doc = annotate(article, means.pipeline)
    claims = extract(doc, load_patterned(means.own))
    return ask(doc, claims, means.server) if means.server else Found(claims)


def claims_of(article: Article, own: tuple[Source, ...] = (), pipeline: str | None = None) -> list[Claim]:
    """Return what one article claims by rules alone."""
    return found_in(article, Means(own, pipeline)).claims
