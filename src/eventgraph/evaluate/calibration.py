"""How far confidence can be believed: `python -m eventgraph.evaluate.calibration --gold DIR [--write]`.

Counts, by rule, how often claims are right on the gold, draws small counts towards their type's share
(additive smoothing with a type's share as prior), and measures the expected calibration error (Naeini,
Cooper and Hauskrecht 2015) with each article scored by the counts of the others.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from eventgraph.evaluate.gold import GoldArticle, load_gold
from eventgraph.evaluate.scoring import score
from eventgraph.export.claims_jsonl import claim_record
from eventgraph.extract.confidence import TABLE, UNKNOWN, combine, is_linked
from eventgraph.model import Claim
from eventgraph.pipeline import build

PRIOR = 6  # claims that a type's share weighs against a rule's own count
BINS = 10
Table = dict[str, Any]


class Outcome(NamedTuple):
    """One claim of the system on the gold: is it right?"""

    article: str
    type: str
    rule: str
    linked: bool
    right: bool


class Bin(NamedTuple):
    """Claims of like confidence: how many, their mean confidence, the share that is right."""

    claims: int
    confidence: float
    right: float


def outcomes(gold: Sequence[GoldArticle], claims: Iterable[Claim]) -> list[Outcome]:
    """Judge every claim; repeats of a right claim and optional ones count as right."""
    held = list(claims)
    records: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for claim in held:
        records[claim.article].append(claim_record(claim))
    wrong = {one.shown["id"] for one in score(gold, records).mistakes if one.what == "wrong"}
    return [
        Outcome(claim.article, claim.type, claim.extractor, is_linked(claim.mentions), claim.id not in wrong)
        for claim in held
    ]


def fit(found: Iterable[Outcome]) -> Table:
    """Return the table of `confidence.yml`: shares by type and rule, odds ratio of linked claims."""
    held = list(found)
    types = {type: _share(group, 0.5, 2) for type, group in _grouped(held, "type")}
    rules = {rule: _share(group, types[group[0].type], PRIOR) for rule, group in _grouped(held, "rule")}
    linked, direct = ([o for o in held if o.linked is flag] for flag in (True, False))
    return {"linked": round(_odds(linked) / _odds(direct), 2), "types": types, "rules": rules}


def _grouped(found: Sequence[Outcome], name: str) -> Iterator[tuple[str, list[Outcome]]]:
    groups: dict[str, list[Outcome]] = defaultdict(list)
    for outcome in found:
        groups[getattr(outcome, name)].append(outcome)
    yield from sorted(groups.items())


def _share(group: Sequence[Outcome], prior: float, weight: float) -> float:
    return round((sum(o.right for o in group) + prior * weight) / (len(group) + weight), 3)


def _odds(group: Sequence[Outcome]) -> float:
    right = sum(o.right for o in group)
    return (right + 1) / (len(group) - right + 1)


def cross_validated(found: Sequence[Outcome]) -> list[tuple[float, bool]]:
    """Return each claim's confidence by the counts of all other articles, and whether it is right."""
    pairs = []
    for article in sorted({o.article for o in found}):
        table = fit(o for o in found if o.article != article)
        for one in (o for o in found if o.article == article):
            share = table["rules"].get(one.rule, table["types"].get(one.type, UNKNOWN))
            pairs.append((combine(share, table["linked"] if one.linked else 1.0), one.right))
    return pairs


def reliability(pairs: Iterable[tuple[float, bool]]) -> list[Bin]:
    """Return bins of equal width, empty ones left out."""
    counts: Counter[int] = Counter()
    sums: dict[int, list[float]] = defaultdict(lambda: [0.0, 0.0])
    for confidence, right in pairs:
        bin = min(int(confidence * BINS), BINS - 1)
        counts[bin] += 1
        sums[bin][0] += confidence
        sums[bin][1] += right
    return [Bin(n, sums[bin][0] / n, sums[bin][1] / n) for bin, n in sorted(counts.items())]


def calibration_error(bins: Sequence[Bin]) -> float:
    """Return the mean distance of confidence and share right, weighted by claims."""
    total = sum(bin.claims for bin in bins)
    return sum(bin.claims * abs(bin.confidence - bin.right) for bin in bins) / total if total else 0.0


def main() -> None:
    """Print the reliability table; with --write, store the counts of all articles."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gold", type=Path, required=True, help="folder of gold files and their texts")
    parser.add_argument("--write", action="store_true", help=f"write {TABLE.name}")
    options = parser.parse_args()
    gold = load_gold(options.gold)
    graph = build([str(options.gold / f"{article.id}.txt") for article in gold])
    found = outcomes(gold, graph.claims_all)
    bins = reliability(cross_validated(found))
    print("| claims | confidence | right |\n| ---: | ---: | ---: |")
    for bin in bins:
        print(f"| {bin.claims} | {bin.confidence:.2f} | {bin.right:.2f} |")
    print(f"expected calibration error {calibration_error(bins):.3f}, {len(gold)} articles, cross-validated")
    if options.write:
        head = "# Counted on annotated articles by `python -m eventgraph.evaluate.calibration --write`.\n"
        TABLE.write_text(head + yaml.safe_dump(fit(found), sort_keys=True), encoding="utf-8")


if __name__ == "__main__":
    main()
