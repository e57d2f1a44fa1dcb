"""Golden cases: `tests/cases/TYPE/*.yml`, each a list of texts with every claim of that type they make.

A claim is written by its values: entities by name, lists where there are several. Keys left out are not
checked; a text with `claims: []` must make none. `misread` says what the language model still gets wrong.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from eventgraph.annotate import annotate
from eventgraph.extract import extract
from eventgraph.model import Article, Claim

CASES = Path(__file__).parents[1] / "cases"
FILES = sorted(CASES.glob("*/*.yml"))


def load() -> list[Any]:
    return [
        pytest.param(
            path.parent.name, case, id=f"{path.parent.name}-{path.stem}-{number}", marks=_marks(case)
        )
        for path in FILES
        for number, case in enumerate(yaml.safe_load(path.read_text("utf-8")), 1)
    ]


def _marks(case: dict[str, Any]) -> tuple[pytest.MarkDecorator, ...]:
    """A case whose tree the language model draws wrongly says so; once it is right, the mark must go."""
    return (pytest.mark.xfail(reason=case["misread"], strict=True),) if "misread" in case else ()


def value(claim: Claim, key: str) -> Any:
    if key in claim.arguments:
        names = [entity.name for entity in claim.arguments[key]]
        return names if len(names) > 1 else names[0]
    return claim.attributes.get(key)


def agrees(claim: Claim, expected: dict[str, Any]) -> bool:
    return all(_plain(value(claim, key)) == _plain(wanted) for key, wanted in expected.items())


def _plain(x: Any) -> Any:
    if isinstance(x, list):
        return sorted(_plain(item) for item in x) if len(x) > 1 else _plain(x[0])
    return str(x).casefold() if x is not None else None


@pytest.mark.parametrize(("type", "case"), load())
def test_case(type: str, case: dict[str, Any]) -> None:
    article = Article(id="case", text=case["text"], published=str(case.get("date", "2021-05-12")))
    claims = [claim for claim in extract(annotate(article)) if claim.type == type]
    seen = [{k: value(c, k) for k in (*c.arguments, *c.attributes)} for c in claims]
    for expected in case["claims"]:
        assert any(agrees(claim, expected) for claim in claims), f"missing {expected}, found {seen}"
    for claim, shown in zip(claims, seen, strict=True):
        assert any(agrees(claim, expected) for expected in case["claims"]), f"unexpected {shown}"
    for claim in claims:
        assert article.text[claim.evidence.start : claim.evidence.end] == claim.evidence.quote
