"""Which pipeline is meant, whether it can stand in the place of our own, and which version of it that is."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.util import get_model_meta, get_package_path, is_package

from eventgraph.annotate.foreign_labels import missing_names, missing_relations
from eventgraph.errors import UsageError

OWN = "eventgraph"
"""The name of our own pipeline, for whoever wants to go back to it."""
LANGUAGES = frozenset({"en", "xx"})
PROBE = "Letters of the minister were sent to Angela Merkel of Siemens by Barack Obama, who met her in Rome."
"""Shows the labels of a pipeline that does not tell them: all that is needed stands in it."""


def find_pipeline(name: str | None) -> str | None:
    """Return the name of an installed package, or the absolute path of a folder; None for our own pipeline.

    Raises UsageError if it is none of these.
    """
    if name is None or name == OWN:
        return None
    if name and is_package(name):
        return name
    if not name or not Path(name).is_dir():
        raise UsageError(
            f"there is no pipeline {name!r}: pip install it, or name a folder that spacy.load takes"
        )
    return str(Path(name).absolute())


@cache
def load_foreign(name: str) -> Language:
    """Return the pipeline, loaded once a process; `name` as `find_pipeline` returns it.

    Raises UsageError if it can't be loaded, or gives no Universal Dependencies or no names.
    """
    try:
        nlp = spacy.load(name)
        problem = _problem(nlp)
    except Exception as error:  # whatever a pipeline is made of tells of what it lacks in its own way
        reason = str(error).strip().partition("\n")[0]
        raise UsageError(f"the pipeline {name} can't be loaded: {reason or type(error).__name__}") from error
    if problem:
        raise UsageError(f"the pipeline {name} {problem}")
    return nlp


def told_pipeline(name: str | None) -> str:
    """Return name, version and a digest of the files, wherever they lie; "" for our own pipeline.

    `name` as `find_pipeline` returns it. Raises UsageError if the files can't be read.
    """
    return _identity(name) if name else ""


@cache
def _identity(name: str) -> str:
    folder = get_package_path(name) if is_package(name) else Path(name)
    try:
        meta = get_model_meta(folder)
        return f"{meta['lang']}_{meta['name']} {meta['version']} {_digest(folder)}"
    except (OSError, ValueError) as error:
        raise UsageError(f"the pipeline {name} can't be read: {error}") from error


def _digest(folder: Path) -> str:
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.suffix != ".pyc":
            digest.update(path.relative_to(folder).as_posix().encode())
            digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()[:16]


def _problem(nlp: Language) -> str:
    """What keeps it from standing in the place of our model, or ""."""
    relations, names = _labels(nlp, "token.dep"), _labels(nlp, "doc.ents")
    if not relations:
        return "gives no tree: it needs a parser trained on Universal Dependencies"
    if missing := missing_relations(relations):
        return (
            f"is not one of Universal Dependencies: its parser has no {', '.join(missing)}; "
            "name one that is trained on a treebank of these, like UD English EWT"
        )
    if missing := missing_names(names):
        return f"finds no names of type {', '.join(missing)}: it needs an entity recogniser with such labels"
    return "" if nlp.lang in LANGUAGES else f"reads {nlp.lang!r}, but the rules read English"


def _labels(nlp: Language, layer: str) -> frozenset[str]:
    """Return the labels of the components that give this layer, or what they make of a sentence."""
    told = frozenset(_told(nlp, layer))
    if told:
        return told
    doc = nlp(PROBE)
    shown = (token.dep_ for token in doc) if layer == "token.dep" else (ent.label_ for ent in doc.ents)
    return frozenset(filter(None, shown))


def _told(nlp: Language, layer: str) -> Iterator[str]:
    for name, component in nlp.pipeline:
        if layer in nlp.get_pipe_meta(name).assigns:
            yield from getattr(component, "labels", ())
