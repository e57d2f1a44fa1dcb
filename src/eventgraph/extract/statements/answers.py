"""Interviews: paragraphs that open with the name of whoever answers, *Lee: We won*, *((Lee)) We won*."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from spacy.tokens import Doc

from eventgraph.annotate.references import Reference, mention_of
from eventgraph.extract.statements.colons import is_speech
from eventgraph.extract.statements.quotations import Quotation
from eventgraph.model import Article, Entity

NAME = r"[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,3}"
LABEL = re.compile(
    rf"^[ \t]*(?:\(\((?P<marked>{NAME})\)\)[ \t]*:?|(?P<plain>{NAME})[ \t]?:)[ \t]+(?=[A-Z“\"])", re.M
)
FEWEST = 3  # labelled paragraphs, else it is no interview


class Answer(NamedTuple):
    """A paragraph of an interview, and whose it is."""

    speaker: Reference
    words: Quotation


def find_answers(doc: Doc) -> list[Answer]:
    """Return the paragraphs of people that the article names; what the interviewer says is left out."""
    article: Article = doc._.article
    labels = list(LABEL.finditer(article.text))
    found = list(_answers(doc, labels)) if len(labels) >= FEWEST else []
    return [one for one in found if not _asks(doc, one.speaker.entity, found)]


def _asks(doc: Doc, person: Entity, answers: list[Answer]) -> bool:
    """Are most of the person's paragraphs questions?"""
    own = [one.words for one in answers if one.speaker.entity == person]
    questions = [one for one in own if doc[one.start : one.end].text.rstrip().endswith("?")]
    return 2 * len(questions) > len(own)


def _answers(doc: Doc, labels: list[re.Match[str]]) -> Iterator[Answer]:
    named = (one.entity for _, one in sorted(doc._.references.items()) if one.entity.type == "person")
    people = {entity.id: entity for entity in named}
    for label in labels:
        name = label["marked"] or label["plain"]
        known = [entity for entity in people.values() if _is_called(name, entity)]
        start = label.start("marked" if label["marked"] else "plain")
        head = doc.char_span(start, start + len(name), alignment_mode="expand")
        end = label.string.find("\n", label.end())
        text = doc.char_span(label.end(), end if end >= 0 else len(label.string), alignment_mode="contract")
        if len(known) == 1 and head and text:
            words = Quotation(text.start, text.end, text.start, text.end)
            mention = mention_of(head, "inferred", "label-of-answer")
            if is_speech(doc, words):
                yield Answer(Reference(known[0], mention, head.start), words)


def _is_called(name: str, person: Entity) -> bool:
    """By a name the article has for the person, the last word of it, or the initials."""
    initials = "".join(part[0] for part in person.name.split())
    return name in {*person.names, person.name, person.name.split()[-1], initials}
