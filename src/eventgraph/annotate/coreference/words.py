"""The words of coreference: `words.yml`."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import yaml


@cache
def lexicon() -> dict[str, Any]:
    """Return the word lists of coreference."""
    path = Path(__file__).with_name("words.yml")
    loaded: dict[str, Any] = yaml.safe_load(path.read_text("utf-8"))
    return loaded


@cache
def pronouns() -> dict[str, tuple[str, str, str]]:
    """Return the form, gender and number of each pronoun, in lower case."""
    found = lexicon()["pronouns"].items()
    return {
        word: (form, entry.get("gender", "unknown"), entry.get("number", "unknown"))
        for form, entry in found
        for word in entry["words"]
    }


def gender_of_pronoun(word: str) -> str | None:
    """Return m or f for a pronoun, in lower case, that tells a person's gender; None for all others."""
    _, gender, _ = pronouns().get(word, ("", "", ""))
    return gender if gender in {"m", "f"} else None
