"""Texts of gold words as annotated Docs: what the pipeline gives the coreference head."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc

from eventgraph.annotate.pipeline import load
from training.coreference.gold import Chain, Text

GIVEN = ("eventgraph_model", "eventgraph_names", "eventgraph_references")


@dataclass(frozen=True, slots=True)
class Annotated:
    """A text as a Doc; its chains' spans are tokens of the Doc (a line break between paragraphs is one).

    `voices`: who says each token, empty for the author.
    """

    text: Text
    doc: Doc
    chains: tuple[Chain, ...]
    voices: tuple[str, ...]


def annotate_text(text: Text) -> Annotated:
    """Annotate the gold words of a text with everything that comes before coreference."""
    words: list[str] = []
    spaces: list[bool] = []
    at: list[int] = []
    for word, space, new in zip(text.words, text.spaces, text.breaks, strict=True):
        if new and words:
            words.append("\n\n")
            spaces.append(False)
        at.append(len(words))
        words.append(word)
        spaces.append(space)
    nlp = load()
    doc = Doc(nlp.vocab, words=words, spaces=spaces)
    for name in GIVEN:
        doc = nlp.get_pipe(name)(doc)
    chains = tuple(tuple((at[a], at[b - 1] + 1) for a, b in chain) for chain in text.chains)
    said = dict(zip(at, text.speakers, strict=True))
    return Annotated(text, doc, chains, tuple(said.get(i, "") for i in range(len(doc))))
