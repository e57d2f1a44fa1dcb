"""Lemmas checked against those known: a rule learnt from endings may invent *communicat*.

The known verbs, nouns and adjectives are those of the training treebanks (`weights/lemmas.txt`) and of our
own lexicons of verbs. A lemma that is unknown gives way to one that is known and regularly inflects to the
form.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from typing import Any

from eventgraph.annotate.irregular import irregular
from eventgraph.annotate.lemma import apply_script
from eventgraph.annotate.network import WEIGHTS
from eventgraph.lexicon import load, words

# No verb ends so that is not known: *inaugurat* lacks its *e*.
CUT = ("iat", "uat", "rat", "nat", "lat", "cat", "gat", "dat", "tat", "iz", "yz", "v", "fre")
VOWELS = frozenset("aeiou")
OWN = ("reporting", "communication", "attack", "travel")  # lexicons with `verbs`
LISTS = {
    "attack": {
        "VERB": ("violent", "accuse", "light", "presuppose"),
        "NOUN": ("things", "events", "munitions", "armed", "suspects"),
    },
    "casualty": {"VERB": ("sources", "killed.verbs", "injured.verbs"), "NOUN": ("people",)},
}


@lru_cache(maxsize=1 << 16)
def lemma_of(form: str, upos: str, script: str) -> str:
    """Return the lemma of a word: of an irregular form by lexicon, else by its script, checked."""
    return irregular(form, upos) or settle_lemma(form, upos, apply_script(form, script))


def settle_lemma(form: str, upos: str, lemma: str) -> str:
    """Return `lemma`, or the known lemma of which `form` is a regular form if `lemma` is unknown."""
    known = _known().get(upos)
    if known is None or lemma in known:
        return lemma
    other = next((other for other in _candidates(form.lower(), upos) if other in known), None)
    return other or (f"{lemma}e" if upos == "VERB" and lemma.endswith(CUT) else lemma)


def _candidates(form: str, upos: str) -> Iterator[str]:
    """Lemmas with this regular form, likely ones first."""
    yield form
    for ending in ("ing", "ed", "er", "est") if upos in {"VERB", "ADJ"} else ():
        if form.endswith(ending) and len(form) > len(ending) + 2:
            stem = form.removesuffix(ending)
            if stem[-1] == stem[-2] and stem[-1] not in VOWELS:
                yield stem[:-1]
            yield from (stem + "e", stem, stem.removesuffix("i") + "y")
    if form.endswith("s"):
        yield form.removesuffix("s")
        yield form.removesuffix("es")
        if form.endswith("ies"):
            yield form.removesuffix("ies") + "y"


@cache
def _known() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {"VERB": set(), "NOUN": set(), "ADJ": set()}
    for line in (WEIGHTS / "lemmas.txt").read_text("utf-8").splitlines():
        upos, lemma = line.split("\t")
        found[upos].add(lemma)
    for lexicon in OWN:
        found["VERB"].update(_words(load(lexicon)["verbs"]))
    for lexicon, lists in LISTS.items():
        for upos, names in lists.items():
            listed = (one for name in names for one in words(f"{lexicon}.{name}"))
            found[upos].update(one for one in listed if one.isalpha())
    return {upos: frozenset(lemmas) for upos, lemmas in found.items()}


def _words(data: Any) -> Iterator[str]:
    """All single words in a lexicon's nested lists and mappings of lists."""
    if isinstance(data, str):
        if data.isalpha():
            yield data
    elif isinstance(data, Mapping):
        for name, value in data.items():
            yield from _words(name)
            yield from _words(value)
    else:
        for item in data or ():
            yield from _words(item)
