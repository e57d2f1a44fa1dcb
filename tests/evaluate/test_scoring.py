"""Right, missed, wrong, said again; and the same figures as the shared scorer's."""

import copy
import importlib.util
import json
import os
import random
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from eventgraph.errors import UsageError
from eventgraph.evaluate import (
    GoldArticle,
    GoldEntity,
    Score,
    format_comparison,
    format_errors,
    format_table,
    load_gold,
    make_table,
    score,
)
from eventgraph.evaluate.assignment import pair_off
from eventgraph.evaluate.matching import Match
from eventgraph.evaluate.report import Table

Claims = dict[str, list[dict[str, Any]]]
TEXT = "Rain fell. Minister Eva Berg met Jan Olsen in Oslo. They left."
QUOTE = "Eva Berg met Jan Olsen in Oslo"
ENTITIES = {
    "berg": GoldEntity("person", "Eva Berg"),
    "olsen": GoldEntity("person", "Jan Olsen"),
    "oslo": GoldEntity("place", "Oslo"),
}
MET = {"type": "communication", "kind": "met", "from": ["berg"], "to": ["olsen"], "date": None}
GOLD: dict[str, Any] = {**MET, "place": "oslo", "modality": "asserted", "evidence": QUOTE}
START = TEXT.index(QUOTE)
SAID: dict[str, Any] = {
    **GOLD,
    "from": [{"name": "Olsen"}],
    "to": [{"name": "Berg"}],
    "evidence": {"quote": QUOTE, "start": START, "end": START + len(QUOTE)},
}


def count(*claims: dict[str, Any], gold: dict[str, Any] = GOLD) -> dict[str, int]:
    return dict(judge(*claims, gold=gold).counts["communication"])


def judge(*claims: dict[str, Any], gold: dict[str, Any] = GOLD) -> Score:
    return score([GoldArticle("a", ENTITIES, [gold], TEXT)], {"a": list(claims)})


def test_a_right_claim_may_exchange_the_sides() -> None:
    found = {"gold": 1, "system": 1, "core": 1, "full": 1, "repeats": 0, "no evidence": 0, "modality": 1}
    assert count(SAID) == found


def test_a_wrong_attribute_costs_the_full_match_only() -> None:
    assert count({**SAID, "kind": "spoke"})["core"] == 1
    assert count({**SAID, "kind": "spoke"})["full"] == 0
    assert [(v.what, v.faults) for v in judge({**SAID, "kind": "spoke"}).verdicts] == [("flawed", ("kind",))]


def test_modality_is_counted_of_matched_claims() -> None:
    found = judge({**SAID, "modality": "planned", "kind": "spoke"}).counts
    assert (found["communication"]["core"], found["communication"]["modality"]) == (1, 0)
    assert make_table(found)["communication"]["modality"] == 0.0
    assert make_table(judge(SAID).counts)["micro"]["modality"] == 1.0


def test_saying_it_again_is_free_and_saying_it_differently_is_wrong() -> None:
    assert count(SAID, SAID)["system"] == 1
    assert count(SAID, {**SAID, "modality": "planned"})["system"] == 2


def test_an_optional_claim_is_neither_demanded_nor_punished() -> None:
    assert count(SAID, gold={**GOLD, "optional": True})["system"] == 0


def test_without_evidence_in_the_text_nothing_is_right() -> None:
    found = count({**SAID, "evidence": {**SAID["evidence"], "start": START + 1}})
    assert (found["core"], found["no evidence"]) == (0, 1)


def test_mistakes_are_shown_with_their_sentence() -> None:
    mistakes = list(format_errors(judge({**SAID, "to": []}).verdicts))
    assert mistakes == [
        "a missed communication: kind met; from berg; to olsen; place oslo; modality asserted\n"
        "    Minister Eva Berg met Jan Olsen in Oslo.",
        "a wrong communication: kind met; from Olsen; place oslo; modality asserted\n"
        "    Minister Eva Berg met Jan Olsen in Oslo.",
    ]


def test_of_a_flawed_claim_the_difference_is_shown() -> None:
    shown = list(format_errors(judge({**SAID, "kind": "spoke", "extractor": "communication/call"}).verdicts))
    assert shown == [
        "a flawed communication (communication/call): kind spoke, not met "
        "(kind met; from berg; to olsen; place oslo; modality asserted)\n"
        "    Minister Eva Berg met Jan Olsen in Oslo."
    ]


def test_a_gold_claim_gives_way_to_one_with_fewer_choices() -> None:
    yes, no = Match(True, ("kind",)), Match(False)
    assert pair_off([[yes, yes], [yes, no]]) == {0: 1, 1: 0}
    assert pair_off([[yes, Match(True)]]) == {0: 1}


def test_tables_and_comparison() -> None:
    good, bad = make_table(judge(SAID).counts), make_table(judge().counts)
    assert "communication gold    1 sys    1  core P 1.000 R 1.000 F1 1.000" in format_table(good)
    assert "communication   core F1 0.000 (-1.000)   full F1 0.000 (-1.000)" in format_comparison(bad, good)
    assert format_table(bad).splitlines()[-1].split()[::3] == ["micro", "0.000", "0.000"]


def test_a_folder_without_gold_is_a_usage_error(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no gold annotations"):
        load_gold(tmp_path)
    (tmp_path / "a.json").write_text('{"id": "a"}')
    with pytest.raises(UsageError, match=r"a\.json: is no gold annotation"):
        load_gold(tmp_path)


SHARED = Path(os.environ.get("EVENTGRAPH_SHARED", "")) / "gold"
needs_shared = pytest.mark.skipif(
    "EVENTGRAPH_SHARED" not in os.environ, reason="EVENTGRAPH_SHARED is not set"
)


@pytest.fixture(scope="module")
def scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("score", SHARED / "score.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def perfect(scorer: ModuleType) -> Claims:
    """The gold's own claims."""
    return {doc["id"]: list(scorer.gold_as_claims(doc, text)) for doc, text in load_docs()}


def load_docs() -> list[tuple[dict[str, Any], str]]:
    """The gold as the shared scorer takes it; its own loader leaves files open."""
    paths = [path for path in sorted((SHARED / "dev").glob("*.json")) if not path.name.endswith(".meta.json")]
    return [
        (json.loads(path.read_text("utf-8")), path.with_suffix(".txt").read_text("utf-8")) for path in paths
    ]


def compare(scorer: ModuleType, claims: Claims) -> Score:
    theirs, their_errors = scorer.score(load_docs(), claims)
    ours = score(load_gold(SHARED / "dev"), claims)
    assert json.dumps(without_modality(make_table(ours.counts))) == json.dumps(theirs)
    assert [(m.article.id, m.what, m.shown) for m in ours.mistakes] == their_errors
    return ours


def without_modality(table: Table) -> Table:
    return {type: {k: v for k, v in row.items() if k != "modality"} for type, row in table.items()}


@needs_shared
@pytest.mark.shared
def test_the_gold_against_itself_equals_the_shared_scorer(scorer: ModuleType, perfect: Claims) -> None:
    assert make_table(compare(scorer, perfect).counts)["role"]["core"]["f1"] > 0.99


@needs_shared
@pytest.mark.shared
@pytest.mark.parametrize("seed", range(3))
def test_spoilt_claims_equal_the_shared_scorer(seed: int, scorer: ModuleType, perfect: Claims) -> None:
    dice = random.Random(seed)
    spoilt = {id: list(spoil(claims, dice)) for id, claims in perfect.items()}
    assert 0.1 < make_table(compare(scorer, spoilt).counts)["macro"]["core"] < 0.95


def spoil(claims: list[dict[str, Any]], dice: random.Random) -> Iterator[dict[str, Any]]:
    """Drop, repeat and change claims: names cut, values exchanged among claims, offsets moved."""
    for claim in dice.sample(claims, len(claims)):
        for _ in range(dice.choice([0, 1, 1, 1, 2])):
            changed = copy.deepcopy(claim)
            for name in dice.sample(sorted(changed), dice.choice([0, 0, 1, 2])):
                if name not in ("type", "article", "id"):
                    changed[name] = spoil_value(changed[name], dice, [c[name] for c in claims if name in c])
            yield changed


def spoil_value(value: Any, dice: random.Random, others: list[Any]) -> Any:
    if isinstance(value, dict) and "start" in value:
        return {**value, "start": value["start"] + dice.choice([0, 1])}
    if isinstance(value, dict):
        return {**value, "name": " ".join(dice.sample(words := value["name"].split(), len(words))[:2])}
    if isinstance(value, list) and value and dice.random() < 0.5:
        return value[1:] if dice.random() < 0.5 else [*value, *value[:1]]
    if isinstance(value, str) and dice.random() < 0.3:
        return " ".join(value.split()[:2])
    return dice.choice([copy.deepcopy(dice.choice(others)), None])
