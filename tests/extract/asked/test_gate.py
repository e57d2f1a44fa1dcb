"""What a model server tells becomes a claim only if the text bears it out: `tests/cases/asked.yml`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.extract.asked.asking import RULE, complete, hear, told_claims
from tests.extract.test_cases import agrees, value
from tests.extract.test_evidence import check
from tests.model_server import model_server

CASES = yaml.safe_load((Path(__file__).parents[2] / "cases" / "asked.yml").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["about"])
def test_case(case: dict[str, Any]) -> None:
    text = case["text"]
    with model_server(lambda passage: [complete(told, text) for told in case["told"]]) as running:
        found = hear(running, text)
    claims = told_claims(found)
    seen = [{k: value(c, k) for k in (*c.arguments, *c.attributes)} for c in claims]
    assert len(claims) == len(case["claims"]), (seen, found.heard)
    for claim, expected in zip(claims, case["claims"], strict=True):
        assert agrees(claim, {k: v for k, v in expected.items() if k != "type"}), seen
        assert (claim.extractor, claim.confidence <= 0.5) == (RULE, True)
    check(text, found.claims)
    new = {"new": len(claims)} if claims else {}
    assert dict(found.heard) == new | case.get("refused", {})
    assert found.failure is None
