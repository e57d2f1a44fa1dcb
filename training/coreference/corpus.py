"""The corpora of coreference as arrays, kept in a file: annotating them takes longer than a training run."""

from __future__ import annotations

import hashlib
import pickle
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from spacy.tokens import Doc

from eventgraph.annotate.network import WEIGHTS
from eventgraph.annotate.pipeline import load
from training.coreference.documents import GIVEN, annotate_text
from training.coreference.gap import Question, mentions_at, read_gap
from training.coreference.gold import read_ontogum
from training.coreference.prepared import Prepared, prepare

Held = TypeVar("Held")
CODE = Path(__file__).resolve().parents[2] / "src" / "eventgraph" / "annotate"


@dataclass(slots=True)
class Asked:
    """A question of GAP with its text as arrays: the mentions at the pronoun and at each name."""

    question: Question
    text: Prepared
    pronoun: list[int]
    names: tuple[list[int], list[int]]

    @property
    def usable(self) -> bool:
        """Is the pronoun one mention, with others before it?"""
        return len(self.pronoun) == 1 and self.pronoun[0] > 0


def gum_texts(part: str, folder: Path, voices: bool = True) -> list[Prepared]:
    """Return a part of GUM; with `voices` a transcript's speakers are known, as CoNLL's are."""
    return _kept(folder / f"gum-{part}{'' if voices else '-silent'}", lambda: list(_gum(part, voices)))


def gap_questions(part: str, folder: Path) -> list[Asked]:
    """Return a part of GAP."""
    return _kept(folder / f"gap-{part}", lambda: list(_gap(part)))


def _gum(part: str, voices: bool) -> Iterator[Prepared]:
    for text in read_ontogum(part):
        found = annotate_text(text)
        yield prepare(text.name, found.doc, found.chains, found.voices if voices else None)


def _gap(part: str) -> Iterator[Asked]:
    for question in read_gap(part):
        doc = annotate_plain(question.text)
        text = prepare(question.id, doc, ())
        names = tuple(mentions_at(doc, text.mentions, name) for name in question.names)
        yield Asked(question, text, mentions_at(doc, text.mentions, question.pronoun), (names[0], names[1]))


def annotate_plain(text: str) -> Doc:
    """Annotate a text with everything that comes before coreference."""
    nlp = load()
    doc = nlp.make_doc(text)
    for name in GIVEN:
        doc = nlp.get_pipe(name)(doc)
    return doc


def _kept(path: Path, make: Callable[[], list[Held]]) -> list[Held]:
    """Return what the file at `path` holds; what `make` gives is kept there first if there is none."""
    path = path.with_name(f"{path.name}-{_digest()}.pkl")
    if path.exists():
        held: list[Held] = pickle.loads(path.read_bytes())
        return held
    made = make()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(pickle.dumps(made))
    return made


def _digest() -> str:
    """Return what the arrays depend on: the network, and the code that reads mentions and pairs."""
    digest = hashlib.sha256((WEIGHTS / "model.onnx").read_bytes())
    for path in sorted(CODE.glob("*.py")):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:12]
