"""The country a report was filed from, as its dateline tells: `LIMA (AP) —`."""

from __future__ import annotations

from spacy.tokens import Doc

from eventgraph.annotate.references import Reference, country_entity, mention_of
from eventgraph.lexicon import country_by_code, find_capital, find_country, find_place, words
from eventgraph.read import find_dateline


def filed_from(doc: Doc) -> Reference | None:
    """Return the dateline's place as the country it lies in.

    None without dateline, and for a place such as Geneva, where reports on other countries are written.
    """
    line = find_dateline(doc.text)
    if line is None or line.place is None or line.place.lower() in words("travel.venues"):
        return None
    span = doc.char_span(line.start, line.start + len(line.place), alignment_mode="expand")
    name = line.place.title() if line.place.isupper() else line.place
    place = find_place(name)
    land = find_country(name) or find_capital(name)
    land = land or (country_by_code(place.country) if place and place.country else None)
    if span is None or land is None:
        return None
    return Reference(country_entity(land), mention_of(span, "inferred", "filed-from"), span.root.i)
