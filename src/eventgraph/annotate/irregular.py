"""Lemmas of irregular forms, by lexicon."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import yaml

FORMS = Path(__file__).with_name("irregular.yml")


def irregular(form: str, upos: str) -> str | None:
    """Return the lemma of an irregular form of a verb or noun, in lower case; None for all others."""
    return _lemmas().get((form.lower(), upos))


@cache
def _lemmas() -> dict[tuple[str, str], str]:
    content: dict[str, dict[str, list[str]]] = yaml.safe_load(FORMS.read_text("utf-8"))
    return {
        (form, upos): lemma
        for upos, lemmas in content.items()
        for lemma, forms in lemmas.items()
        for form in forms
    }
