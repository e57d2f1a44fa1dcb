"""Nouns for people."""

from __future__ import annotations

from spacy.tokens import Token

from eventgraph.annotate.references import reference
from eventgraph.annotate.titles import is_title
from eventgraph.lexicon import words


def is_people(noun: Token) -> bool:
    """Does the noun name people? *miners*, *others*, *Israelis*, *first responders*."""
    word = noun.lemma_.lower()
    if word in words("casualty.people"):
        return True
    if word in words("casualty.animals") | {"casualty"} or word in words("numbers.fractions"):
        return False
    found = reference(noun)
    if noun.tag_ in {"NNPS", "NNS"} and found is not None and found.mention.via == "demonym":
        return True
    return noun.pos_ == "NOUN" and (noun._.kind == "person" or is_title(noun) or word in words("groups"))
