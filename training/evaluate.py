"""Score the shipped model on one part: `python -m training.evaluate --part dev|test`.

Prints a Markdown table. Test parts are for the final figures only; every choice is made on dev.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from training.corpora import read_ewt, read_gum, read_politics
from training.measure import Figures, Scorer, measure
from training.sentence import Document
from training.shipped import WEIGHTS, Shipped
from training.tags import NAME_TYPES
from training.windows import Encoder

ROWS = {
    "upos": "UPOS",
    "xpos": "XPOS",
    "lemma": "Lemma",
    "uas": "UAS",
    "las": "LAS",
    "start": "Sentence start F1",
    "kind": "Mention kind F1",
    "ner": "Names F1",
    **{f"ner_{name}": f"Names F1, {name}" for name in NAME_TYPES},
}


def main() -> None:
    """Evaluate and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--part", choices=("dev", "test"), default="dev")
    parser.add_argument("--weights", type=Path, default=WEIGHTS)
    options = parser.parse_args()
    shipped = Shipped(options.weights)
    print(table({name: score(shipped, *held) for name, held in read_part(options.part).items()}))


def read_part(part: str) -> dict[str, tuple[list[Document], tuple[str, ...]]]:
    """Return the documents of each corpus, with the name types it marks in full."""
    gum = read_gum(part)
    return {
        "GUM": (gum, ()),
        "GUM news": ([document for document in gum if document.name.startswith("GUM_news_")], ()),
        "EWT": (read_ewt(part), ("PER", "ORG", "LOC")),
        "CrossNER politics": (read_politics(part), NAME_TYPES),
    }


def score(shipped: Shipped, documents: list[Document], types: tuple[str, ...]) -> Figures:
    """Return the figures of one corpus."""
    return measure(documents, Scorer(Encoder(shipped.labels), shipped.relations, types), shipped.predict)


def table(columns: dict[str, Figures]) -> str:
    """Return the figures as a Markdown table, empty where a corpus has no gold layer."""
    lines = [["", *columns], ["---", *("---:" for _ in columns)]]
    for key, title in ROWS.items():
        values = [f"{figures[key]:.1f}" if key in figures else "" for figures in columns.values()]
        lines.append([title, *values])
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


if __name__ == "__main__":
    main()
