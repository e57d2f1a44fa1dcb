"""Score the shipped model on one part: `python -m training.evaluate --part dev|test`.

Prints a Markdown table. Test parts are for the final figures only; every choice is made on dev.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from training.corpora import gum_files, read_ewt, read_gum, read_politics
from training.folder import corpora_folder
from training.measure import Figures, Scorer, measure
from training.raw_text import raw_text_figures
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
    "word": "Words from raw text, F1",
    "sentence": "Sentences from raw text, F1",
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
    figures = {name: score(shipped, *held) for name, held in read_part(options.part).items()}
    for name, texts in raw_texts(options.part).items():
        figures[name] |= raw_text_figures(texts)
    print(table(figures))


def read_part(part: str) -> dict[str, tuple[list[Document], tuple[str, ...]]]:
    """Return the documents of each corpus, with the name types it marks in full."""
    gum = read_gum(part)
    return {
        "GUM": (gum, ()),
        "GUM news": ([document for document in gum if document.name.startswith("GUM_news_")], ()),
        "EWT": (read_ewt(part), ("PER", "ORG", "LOC")),
        "CrossNER politics": (read_politics(part), NAME_TYPES),
    }


def raw_texts(part: str) -> dict[str, list[Path]]:
    """Return the files of each treebank, to be read as users' texts are: by the package's own model."""
    gum = gum_files(part)
    ewt = corpora_folder() / "ewt" / "ud" / f"en_ewt-ud-{part}.conllu"
    news = [path for path in gum if path.name.startswith("GUM_news_")]
    return {"GUM": gum, "GUM news": news, "EWT": [ewt]}


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
