"""The gender of each person named, as honorifics, given names and nouns tell it."""

from __future__ import annotations

from spacy.tokens import Doc

from eventgraph.annotate.references import reference
from eventgraph.lexicon import gender_of, gender_of_holder, gender_of_noun

BESIDE = frozenset({"appos", "nmod:desc", "compound"})


def find_genders(doc: Doc) -> dict[str, str]:
    """Return the gender of each person named, by entity; the first mention that tells it counts."""
    found: dict[str, str] = {}
    for ent in doc.ents:
        known = reference(ent.root) if ent.label_ == "person" else None
        if known is None:
            continue
        before = doc[ent.start - 1].text if ent.start else ""
        nouns = [child.lower_ for child in ent.root.children if child.dep_ in BESIDE]
        nouns += [ent.root.head.lower_] if ent.root.dep_ == "appos" else []
        name = known.entity.name
        told = (
            gender_of(f"{before} {ent.text}"),
            *map(gender_of_noun, nouns),
            gender_of(name),
            gender_of_holder(name),
        )
        gender = next((each for each in told if each), None)
        if gender:
            found.setdefault(known.entity.id, gender)
    return found
