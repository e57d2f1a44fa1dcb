"""Settle the names the network found: trim titles, tell countries from places, add what lexicons know."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.util import filter_spans

from eventgraph.annotate.names.demonyms import find_demonyms
from eventgraph.annotate.names.joined import joined_names
from eventgraph.annotate.names.known import known_names
from eventgraph.annotate.names.settled import settled_name


@Language.component("eventgraph_names", requires=["doc.ents"], assigns=["doc.ents", "doc.spans"])
def settle_names(doc: Doc) -> Doc:
    """Rewrite `doc.ents`; nationality words go to `doc.spans["demonyms"]`, labelled with the country code."""
    found = [span for ent in joined_names(doc) if (span := settled_name(ent)) is not None]
    found = _people_again(doc, found)
    found += known_names(doc, found)
    doc.set_ents(filter_spans(found), default="outside")
    doc.spans["demonyms"] = list(find_demonyms(doc))
    inside = {token.i for span in doc.spans["demonyms"] for token in span}
    ents = [ent for ent in doc.ents if ent.label_ != "place" or ent.start not in inside]
    doc.set_ents(ents, default="outside")  # South, of South African
    return doc


def _people_again(doc: Doc, found: list[Span]) -> list[Span]:
    """A family name met in full is that person's wherever it stands alone, whatever the network says."""
    full = {span[-1].text for span in found if span.label_ == "person" and len(span) > 1}
    fixed = [_as_person(span) if span.text in full and span.label_ != "country" else span for span in found]
    taken = {token.i for span in fixed for token in span}
    alone = (
        t for t in doc if t.text in full and t.i not in taken and t.pos_ == "PROPN" and t.text[0].isupper()
    )
    return fixed + [Span(doc, token.i, token.i + 1, "person") for token in alone]


def _as_person(span: Span) -> Span:
    return Span(span.doc, span.start, span.end, "person")
