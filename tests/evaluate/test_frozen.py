"""The development gold against the run that is kept in `development.tsv`: what did a change win and lose?

After a change that is meant to, keep the run anew; the difference shows in the commit:

    eventgraph evaluate --gold $EVENTGRAPH_SHARED/gold/dev --keep tests/evaluate/development.tsv
"""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest

from eventgraph.evaluate import changes, load_gold, make_run, read_run, score
from eventgraph.export.claims_jsonl import claim_record
from eventgraph.pipeline import build

FROZEN = Path(__file__).with_name("development.tsv")
# Share of verdicts that may differ: processors round the network's 8-bit products differently.
TOLERANCE = 0.03


@pytest.mark.shared
def test_no_change_goes_unseen(shared: Path) -> None:
    gold = load_gold(shared / "gold" / "dev")
    records: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for claim in build([str(shared / "gold" / "dev" / f"{article.id}.txt") for article in gold]).claims_all:
        records[claim.article].append(claim_record(claim))
    frozen, run = read_run(FROZEN.read_bytes()), make_run(score(gold, records).verdicts)
    found = list(changes(frozen, run))
    shown = [f"{c.what} {c.key.article} {c.key.type} {c.key.name}: {c.before} → {c.now}" for c in found]
    assert len(found) <= TOLERANCE * len(frozen), "\n".join([*shown, f"keep it anew: {__doc__}"])


def test_the_kept_run_holds_no_words_of_an_article() -> None:
    run = read_run(FROZEN.read_bytes())
    assert len(run) > 500
    assert all(" " not in "".join((key.article, key.type, key.name)) for key in run)
