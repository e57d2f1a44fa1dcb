"""Read KnowledgeNet: the entities of annotated facts, typed by the relation they stand in.

Only those entities are marked, so every other capitalised word is left open.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import spacy
from spacy.tokens import Doc

from training.sentence import Document, Sentence
from training.tags import ANY, OUTSIDE, Allowed, mark

Fact = dict[str, Any]

# Subject type, object type; None where the relation does not tell (or the object is no name).
PROPERTIES: dict[str, tuple[str | None, str | None]] = {
    "CEO": ("ORG", "PER"),
    "CHILD_OF": ("PER", "PER"),
    "DATE_FOUNDED": ("ORG", None),
    "DATE_OF_BIRTH": ("PER", None),
    "DATE_OF_DEATH": ("PER", None),
    "EDUCATED_AT": ("PER", "ORG"),
    "EMPLOYEE_OR_MEMBER_OF": ("PER", "ORG"),
    "FOUNDED_BY": ("ORG", None),
    "HEADQUARTERS": ("ORG", "LOC"),
    "NATIONALITY": ("PER", None),
    "PLACE_OF_BIRTH": ("PER", "LOC"),
    "PLACE_OF_RESIDENCE": ("PER", "LOC"),
    "POLITICAL_AFFILIATION": ("PER", "ORG"),
    "SPOUSE": ("PER", "PER"),
    "SUBSIDIARY_OF": ("ORG", "ORG"),
}
PRONOUN_WORDS = "he she his her him hers it its they their them i my me we our us you your who whose which"
PRONOUNS = frozenset(PRONOUN_WORDS.split())
CONNECTOR_WORDS = "of the and for - & , . in at de von van al bin"
CONNECTORS = frozenset(CONNECTOR_WORDS.split())


def read_facts(path: Path, run: int = 20) -> list[Document]:
    """Return passages that state a fact, split into words as the pipeline does, in documents of `run`."""
    passages: dict[tuple[str, str], list[Fact]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        fact = json.loads(line)
        if fact["subj"] is not None:
            passages.setdefault((fact["doc"], fact["pass_start"]), []).append(fact)
    words = spacy.blank("en")
    docs = words.pipe(facts[0]["text"] for facts in passages.values())
    sentences = [
        make_sentence(f"knowledge-net-{number}", doc, facts)
        for number, (doc, facts) in enumerate(zip(docs, passages.values(), strict=True))
    ]
    starts = range(0, len(sentences), run)
    return [Document(f"knowledge-net-{start}", tuple(sentences[start : start + run])) for start in starts]


def make_sentence(id_: str, doc: Doc, facts: list[Fact]) -> Sentence:
    """Return a passage with its allowed tags."""
    names = [open_tags(token.text) for token in doc]
    for start, end, type_ in argument_spans(facts):
        span = doc.char_span(start, end)
        if span is not None and is_name([token.text for token in span]):
            mark(names, span.start, span.end, (type_,))
    kept = [(token.text, tags) for token, tags in zip(doc, names, strict=True) if not token.is_space]
    return Sentence(id_, tuple(form for form, _ in kept), names=tuple(tags for _, tags in kept))


def open_tags(form: str) -> Allowed:
    """Return the tags of an unmarked word: open if capitalised and no pronoun."""
    return ANY if form[0].isupper() and form.lower() not in PRONOUNS else OUTSIDE


def argument_spans(facts: list[Fact]) -> Iterator[tuple[int, int, str]]:
    """Yield start, end (characters of the passage) and type of each typed argument, from the last back."""
    found: set[tuple[int, int, str]] = set()
    for fact in facts:
        offset = int(fact["pass_start"])
        for role, type_ in zip(("subj", "obj"), PROPERTIES[fact["property"]], strict=True):
            if type_:
                found.add((int(fact[f"{role}_start"]) - offset, int(fact[f"{role}_end"]) - offset, type_))
    yield from sorted(found, key=lambda span: (span[0], -span[1]), reverse=True)


def is_name(forms: list[str]) -> bool:
    """Tell whether every word is capitalised, a number or a connector, and the ends are capitalised."""
    if forms[0].lower() in PRONOUNS | {"the", "a", "an"} or not forms[0][0].isupper():
        return False
    return all(form[0].isupper() or form[0].isdigit() or form in CONNECTORS for form in forms)
