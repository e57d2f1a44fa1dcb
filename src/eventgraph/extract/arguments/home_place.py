"""The place below a country that an office is of, though it does not say so: *the mayor* is its mayor."""

from __future__ import annotations

from collections import Counter

from spacy.tokens import Token

from eventgraph.annotate.references import Reference
from eventgraph.lexicon import find_place, words

LEAST = 2  # mentions of a place, for an article to be at home in it


def home_place(title: Token) -> Reference | None:
    """Return a mention of the place that a mayor, governor or local office is of.

    It is the one the article names most, else the last one before it in its sentence. Governors have regions,
    mayors cities.
    """
    references: dict[int, Reference] = title.doc._.references
    every = [r for i, r in sorted(references.items()) if r.head == i and r.entity.type == "place"]
    own = [r for r in every if _is_kind(title, r)] or [r for r in every if _is_unknown(r)]
    counts = Counter(r.entity.id for r in own)
    (best, most), (_, second) = [*counts.most_common(2), ("", 0), ("", 0)][:2]
    if most >= LEAST and most > second:
        return next(r for r in own if r.entity.id == best)
    before = [r for r in own if title.sent.start <= r.head < title.i]
    return before[-1] if before else None


def _is_kind(title: Token, place: Reference) -> bool:
    known = find_place(place.entity.name)
    of_state = title.i > 0 and title.nbor(-1).lower_ in {"state", "regional"}
    pair = f"{title.doc[max(title.i - 1, 0)].lower_} {title.lower_}"
    of_region = of_state or not {title.lemma_.lower(), pair}.isdisjoint(words("local.regional"))
    return known is not None and (known.kind != "city") == of_region


def _is_unknown(place: Reference) -> bool:
    return find_place(place.entity.name) is None
