"""Words and sentences found in raw text, as users have it, against a treebank's.

A span is right if both its ends are, counted in signs that are no white space (as in the CoNLL 2018 shared
task's evaluation, Zeman et al. 2018). Paragraphs of the treebank are lines of the text.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import accumulate, pairwise
from pathlib import Path

from eventgraph.annotate import annotate
from eventgraph.model import Article

Spans = set[tuple[int, int]]


def raw_text_figures(paths: Iterable[Path]) -> dict[str, float]:
    """Return F1 of words and of sentences over the documents of CoNLL-U files, in percent."""
    counts: Counter[str] = Counter()
    for path in paths:
        for blocks in documents(path):
            count(blocks, counts)
    return {
        layer: round(200 * counts[f"{layer} hit"] / (counts[f"{layer} gold"] + counts[f"{layer} found"]), 2)
        for layer in ("word", "sentence")
    }


def documents(path: Path) -> Iterator[list[list[str]]]:
    """Yield each document's sentences, each as the lines of its block."""
    held: list[list[str]] = []
    for block in path.read_text(encoding="utf-8").strip().split("\n\n"):
        lines = block.split("\n")
        if held and any(line.startswith("# newdoc") for line in lines):
            yield held
            held = []
        held.append(lines)
    yield held


def count(blocks: list[list[str]], counts: Counter[str]) -> None:
    """Add one document's hits."""
    texts = [next(line[9:] for line in lines if line.startswith("# text = ")) for lines in blocks]
    marks = ["\n" if any(line.startswith("# newpar") for line in lines) else " " for lines in blocks]
    text = "".join(mark + text for mark, text in zip(marks, texts, strict=True)).strip()
    doc = annotate(Article(id="raw", text=text))
    words = [row[1] for lines in blocks for row in surface(lines)]
    found = {
        "word": spans([token.text for token in doc if not token.is_space]),
        "sentence": spans([sentence.text for sentence in doc.sents]),
    }
    gold = {"word": spans(words), "sentence": spans(texts)}
    for layer in gold:
        counts[f"{layer} hit"] += len(gold[layer] & found[layer])
        counts[f"{layer} gold"] += len(gold[layer])
        counts[f"{layer} found"] += len(found[layer])


def surface(lines: list[str]) -> Iterator[list[str]]:
    """Yield the rows of the words, without comments, ranges and empty nodes."""
    rows = (line.split("\t") for line in lines if not line.startswith("#"))
    yield from (row for row in rows if row[0].isdigit())


def spans(parts: list[str]) -> Spans:
    """Return where each part begins and ends, white space not counted."""
    lengths = [len("".join(part.split())) for part in parts]
    return {span for span in pairwise(accumulate(lengths, initial=0)) if span[0] < span[1]}
