"""spaCy's English tokenizer, taught the abbreviated titles it does not know: *Lt.*, *Pres.* are one token."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.symbols import ORTH  # type: ignore[import-not-found]
from spacy.tokenizer import Tokenizer  # type: ignore[import-not-found]

from eventgraph.lexicon import load

ABBREVIATION = re.compile(r"[A-Z][a-z]+\.")


def teach_titles(tokenizer: Tokenizer) -> None:
    """Let every abbreviated title of the lexicon stand as one token."""
    for form in sorted(set(_abbreviations())):
        tokenizer.add_special_case(form, [{ORTH: form}])


def _abbreviations() -> Iterator[str]:
    titles, address = load("titles"), load("honorifics")
    forms = [*titles["abbreviations"], *(short for shorts in titles["ranks"].values() for short in shorts)]
    forms += [form for gender in ("m", "f", "neutral") for form in address[gender]]
    for form in forms:
        yield from ABBREVIATION.findall(form)
