"""*the report that they met*: an event that a report tells of."""

from __future__ import annotations

from spacy.tokens import Token

from eventgraph.extract.grammar.syntax import preposition
from eventgraph.extract.modality.cues import Event, Modality, words
from eventgraph.extract.modality.local import SUBJECTS
from eventgraph.extract.modality.truth import is_denial


def report_before(verb: Token) -> Token | None:
    """*the report that they met*: the noun before *that*, whatever the parser hangs the clause on."""
    objects = [child for child in verb.rights if child.dep_ == "obj"]
    pronoun = {*SUBJECTS, "det"} if objects else {*SUBJECTS, "obj", "det"}
    that = next((child for child in verb.lefts if child.lower_ == "that" and child.dep_ not in pronoun), None)
    before = verb.doc[that.i - 1] if that is not None and that.i else None
    return before if before is not None and before.lemma_.lower() in words("containers") else None


def reported_so(report: Token, event: Event) -> Modality:
    """*reports that they met are untrue*: what is said of the report is said of the event.

    So it is in *dismissed as fake a report that they met*.
    """
    for token in report.sent:
        said_of_it = token.head == report or token in report.ancestors or token.head == report.head
        after = token.i > report.i or preposition(token) == "as"
        if after and said_of_it and is_denial(token):
            return "negated"
    return event(report)
