"""Exchange names in training sentences for other names, so that the model learns how names are used.

The treebanks' names are mostly American; those drawn here come from office-holders of every country
(Phoenix actor dictionaries, MIT) and from the package's own lexicon of places and organisations.
After Dai and Adel 2020, "An Analysis of Simple Data Augmentation for Named Entity Recognition" (mention
replacement). A name gives way to one of as many words, so that the tree stays true.
"""

from __future__ import annotations

import random
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import yaml

from training.sentence import Sentence, Syntax
from training.tags import Span, spans_of

LEXICON = Path(__file__).resolve().parent.parent / "src" / "eventgraph" / "lexicon"
DATED = re.compile(r"\[\w+ [<>]?\d{6}")
"""A code that holds for some years: that of a person in office."""

Names = dict[tuple[str, int], list[tuple[str, ...]]]
"""Names as words, by type and number of words."""


def read_names(corpora: Path) -> Names:
    """Return the names to draw from, sorted."""
    found: dict[tuple[str, int], set[tuple[str, ...]]] = defaultdict(set)
    for type_, name in (*office_holders(corpora), *known_places(), *known_bodies()):
        words = tuple(name.split())
        found[type_, len(words)].add(words)
        if type_ == "PER" and len(words) > 1:
            found[type_, 1].add(words[-1:])
    return {key: sorted(names) for key, names in found.items()}


def office_holders(corpora: Path) -> Iterator[tuple[str, str]]:
    """Yield the people of the actor dictionaries: a name in capitals, then lines of dated codes."""
    for path in sorted((corpora / "actor_dictionaries").glob("*.actors.txt")):
        name = ""
        for line in path.read_text(encoding="latin-1").splitlines():
            if re.match(r"[A-Z][A-Z.'_ -]+_\s*(;|$)", line):
                name = line.split(";")[0].replace("_", " ").strip().title()
            elif name and DATED.search(line):
                yield "PER", name
                name = ""


def known_places() -> Iterator[tuple[str, str]]:
    """Yield the lexicon's countries, regions and cities."""
    for country in yaml.safe_load((LEXICON / "countries.yml").read_text(encoding="utf-8")).values():
        yield "LOC", country["name"]
    held = yaml.safe_load((LEXICON / "places.yml").read_text(encoding="utf-8"))
    for kinds in held["regions"].values():
        for places in kinds.values():
            yield from (("LOC", name) for name in places)
    for cities in held["cities"].values():
        yield from (("LOC", name) for name in cities)


def known_bodies() -> Iterator[tuple[str, str]]:
    """Yield the lexicon's organisations, by each of their names."""
    held = yaml.safe_load((LEXICON / "organizations.yml").read_text(encoding="utf-8"))
    for countries in held.values():
        for bodies in countries.values():
            for name, others in bodies.items():
                yield from (("ORG", str(form)) for form in (name, *(others or ())))


def rename(sentences: list[Sentence], names: Names, share: float, rng: random.Random) -> list[Sentence]:
    """Return a text's sentences with a share of its names exchanged, the same name for the same name."""
    chosen: dict[tuple[str, ...], tuple[str, ...]] = {}
    for start, end, type_, sentence in ((*name, s) for s in sentences for name in certain_names(s)):
        choices = names.get((type_, end - start))
        if choices and rng.random() < share:
            chosen.setdefault(sentence.forms[start:end], rng.choice(choices))
    return [exchange(sentence, chosen) for sentence in sentences] if chosen else sentences


def exchange(sentence: Sentence, chosen: dict[tuple[str, ...], tuple[str, ...]]) -> Sentence:
    """Return the sentence with the chosen names in the place of its own."""
    forms, lemmas = list(sentence.forms), list(sentence.syntax.lemmas) if sentence.syntax else []
    for start, end, _ in certain_names(sentence):
        if new := chosen.get(sentence.forms[start:end]):
            forms[start:end] = new
            lemmas[start:end] = new if lemmas else []
    if tuple(forms) == sentence.forms:
        return sentence
    syntax = replace(sentence.syntax, lemmas=tuple(lemmas)) if sentence.syntax else None
    return replace(sentence, forms=tuple(forms), syntax=syntax)


def certain_names(sentence: Sentence) -> list[Span]:
    """Return the names whose type and ends are sure, and whose words are all names for the treebank."""
    tags = [next(iter(allowed)) if len(allowed) == 1 else "O" for allowed in sentence.names or ()]
    return [span for span in spans_of(tags) if plain(sentence.syntax, *span[:2])]


def plain(syntax: Syntax | None, start: int, end: int) -> bool:
    """Is it a name of proper nouns only? *Bank of America* is not: its tree would not fit another."""
    return syntax is None or all(tag == "PROPN" for tag in syntax.upos[start:end])
