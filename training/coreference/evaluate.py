"""Score the shipped coreference head: `python -m training.coreference.evaluate --part dev|test`.

GUM: gold words, predicted mentions, singletons left out; with the transcripts' speakers known, as in CoNLL
2012, and without. GAP: snippets alone. `--part test` is for one final figure; every choice is made on dev.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Sequence
from pathlib import Path

from eventgraph.annotate.coreference.chains import chains, roots
from eventgraph.annotate.coreference.head import CoreferenceHead
from eventgraph.annotate.coreference.links import antecedents
from eventgraph.annotate.coreference.values import PRONOUNS
from training.coreference.corpus import Asked, gap_questions, gum_texts
from training.coreference.gap import f1
from training.coreference.prepared import Prepared
from training.coreference.scorer import Scores, Tally, as_clusters

KEPT = Path("training/runs/coreference")


def main() -> None:
    """Evaluate and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--part", choices=("dev", "test"), default="dev")
    parser.add_argument("--out", type=Path, default=KEPT, help="where texts as arrays are kept")
    options = parser.parse_args()
    head = CoreferenceHead()
    for name, voices in (("GUM", True), ("GUM, speakers unknown", False)):
        texts = gum_texts(options.part, options.out, voices)
        print(f"## {name}\n\n{gum_table(head, texts)}\n")
    print(f"## GAP\n\n{gap_table(head, gap_questions(options.part, options.out))}")


def link(head: CoreferenceHead, text: Prepared) -> list[int]:
    """Return what each mention of a text refers back to."""
    back: list[int] = antecedents(*head(text.inputs, text.pairs), text.pairs, text.traits).tolist()
    return back


def gum_table(head: CoreferenceHead, texts: Sequence[Prepared]) -> str:
    """Return the measures as a Markdown table."""
    scores, right, all_ = Scores(), 0, 0
    for text in texts:
        back = link(head, text)
        spans = [[text.mentions[k][1:3] for k in chain] for chain in chains(back)]
        scores.add(as_clusters(text.gold), as_clusters(spans))
        hits = list(pronouns(text, back))
        right, all_ = right + sum(hits), all_ + len(hits)
    rows = {"Mentions": scores.mentions, "MUC": scores.muc, "B³": scores.b_cubed, "CEAFe": scores.ceaf_e}
    lines = ["| | precision | recall | F1 |", "| --- | ---: | ---: | ---: |"]
    lines += [row(name, tally) for name, tally in rows.items()]
    lines += [f"| CoNLL F1 | | | {100 * scores.conll:.1f} |"]
    return "\n".join([*lines, f"| Pronouns linked right | | | {100 * right / max(all_, 1):.1f} |"])


def row(name: str, tally: Tally) -> str:
    """Return a tally as a row."""
    return f"| {name} | {100 * tally.precision:.1f} | {100 * tally.recall:.1f} | {100 * tally.f1:.1f} |"


def pronouns(text: Prepared, back: Sequence[int]) -> Iterable[bool]:
    """Yield, for each pronoun that has an antecedent, whether it was given a right one."""
    chain = text.cluster.tolist()
    for k, j in enumerate(back):
        if text.traits.form[k] >= PRONOUNS and chain[k] >= 0 and chain[k] in chain[:k]:
            yield j >= 0 and chain[j] == chain[k]


def gap_table(head: CoreferenceHead, questions: Sequence[Asked]) -> str:
    """Return GAP's figures: F1 by gender, their ratio (bias) and over all."""
    answers = [(asked, pair) for asked in questions for pair in answer(head, asked)]
    by = {
        want: f1(pair for asked, pair in answers if asked.question.feminine == want) for want in (False, True)
    }
    overall = f1(pair for _, pair in answers)
    bias = by[True] / by[False] if by[False] else 0.0
    return (
        "| masculine | feminine | bias | overall |\n| ---: | ---: | ---: | ---: |\n"
        f"| {by[False]:.1f} | {by[True]:.1f} | {bias:.2f} | {overall:.1f} |"
    )


def answer(head: CoreferenceHead, asked: Asked) -> Iterable[tuple[bool, bool]]:
    """Yield, for each of the two names, the right answer and ours: are name and pronoun in one chain?"""
    first = roots(link(head, asked.text))
    for name, right in zip(asked.names, asked.question.answers, strict=True):
        yield right, any(first[k] == first[i] for k in name for i in asked.pronoun)


if __name__ == "__main__":
    main()
