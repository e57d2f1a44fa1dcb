"""Who speaks each token of an article: its author, or whoever is quoted."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc

from eventgraph.annotate.coreference.quotes import speakers
from eventgraph.annotate.references import reference


def find_voices(doc: Doc, given: Sequence[str] | None) -> tuple[list[int], list[int]]:
    """Return who speaks each token (0: the author), and the head token of a quotation's speaker, or -1."""
    known = {"": 0}
    voices = [known.setdefault(voice, len(known)) for voice in given] if given else [0] * len(doc)
    quoters = [-1] * len(doc)
    if given and len(known) > 1:
        return voices, quoters
    for number, ((start, end), who) in enumerate(speakers(doc), 1):
        entity = reference(doc[who]) if who >= 0 else None
        name = (
            entity.entity.id
            if entity
            else doc[who].lower_
            if who >= 0 and doc[who].pos_ == "PRON"
            else f"#{number}"
        )
        voice = known.setdefault(name, len(known))
        for i in range(start, end):
            voices[i], quoters[i] = voice, who
    return voices, quoters
