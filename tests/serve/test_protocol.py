"""The table in `protocol.yml`, line by line, against a real server."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import httpx
import pytest
import yaml

from .conftest import bearer

CASES: list[dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("protocol.yml").read_text("utf-8"))


def request(client: httpx.Client, case: dict[str, Any]) -> httpx.Response:
    """What a line of the table asks."""
    names = {"accept": "Accept", "media": "Content-Type"}
    headers = {name: case[key] for key, name in names.items() if key in case}
    content = case.get("content", "").encode(case.get("encoding", "utf-8")) or None
    if "form" in case:
        content = urlencode([*map(tuple, case["form"])]).encode()
        headers["Content-Type"] = "application/x-www-form-urlencoded"
    if case.get("auth"):
        headers |= bearer()
    address = case.get("raw") or case.get("path", "sparql")
    query = f"?{urlencode([*map(tuple, case['params'])])}" if "params" in case else ""
    return client.request(case.get("method", "POST"), f"/{address}{query}", content=content, headers=headers)


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_protocol(case: dict[str, Any], client: httpx.Client) -> None:
    answer = request(client, case)
    assert answer.status_code == case["status"], answer.text
    assert answer.headers.get("content-type", "").startswith(case.get("type", ""))
    assert case.get("holds", "") in answer.text
    assert "lacks" not in case or case["lacks"] not in answer.text


def test_every_refusal_is_one_line(client: httpx.Client) -> None:
    refused = [case for case in CASES if case["status"] >= 400 and case.get("method") != "HEAD"]
    for case in refused:
        assert len(request(client, case).text.splitlines()) == 1, case["name"]


def test_methods_that_are_not_allowed_say_which_are(client: httpx.Client) -> None:
    assert {"GET", "POST"} <= set(client.put("/sparql").headers["allow"].split(", "))
    assert client.get("/update").headers["allow"] == "POST"
