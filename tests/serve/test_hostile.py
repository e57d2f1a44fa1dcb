"""The requests of `hostile.yml`: refused or bounded; nothing fetched; the server lives on."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import httpx
import pytest
import yaml
from conftest import Canary

from .conftest import SCRIPT, bearer

CASES: list[dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("hostile.yml").read_text("utf-8"))
LARGE = {
    "BRACES": "{" * 100_000 + "}" * 100_000,
    "PADDING": "x" * (2 << 20),
    "MANY": "&".join(["a=1"] * 1500),
}


def fill(text: str, canary: Canary) -> str:
    """The text with what is too large for the table."""
    for name, value in {**LARGE, "URL": canary.url}.items():
        text = text.replace(name, value)
    return text


def send(client: httpx.Client, case: dict[str, Any], canary: Canary) -> httpx.Response:
    """A line of the table as a request."""
    headers = (bearer() if case.get("auth") else {}) | case.get("headers", {})
    for kind, path in (("query", "/sparql"), ("update", "/update")):
        if kind in case:
            headers["Content-Type"] = f"application/sparql-{kind}"
            return client.post(path, content=fill(case[kind], canary).encode(), headers=headers)
    return client.get(f"/{fill(case['path'], canary)}", headers=headers)


def test_there_are_enough() -> None:
    assert len(CASES) >= 30


@pytest.mark.parametrize("case", CASES, ids=[case["like"] for case in CASES])
def test_refused_or_bounded(case: dict[str, Any], client: httpx.Client, canary: Canary) -> None:
    asked = len(canary.asked)
    answer = send(client, case, canary)
    assert answer.status_code in case["status"], answer.text[:300]
    assert answer.elapsed.total_seconds() < 15
    assert "root:" not in answer.text and SCRIPT not in answer.text and "set-cookie" not in answer.headers
    assert len(canary.asked) == asked
    assert client.get("/sparql", params={"query": "ASK {eg:Meeting ^a ?m}"}).json()["boolean"]


def test_nothing_can_be_fetched_even_if_the_check_were_deceived(canary: Canary) -> None:
    """The process that answers has no way to open a socket; tried in one, without the check."""
    import multiprocessing

    import pyoxigraph as ox

    from eventgraph.serve.limits import Limits
    from eventgraph.serve.sandbox import close_doors

    def attempt(said: Any) -> None:
        close_doors(Limits())
        try:
            list(ox.Store().query(f"SELECT * {{SERVICE <{canary.url}> {{?s ?p ?o}}}}"))  # type: ignore[arg-type]
        except OSError as error:
            said.send(str(error))

    ours, theirs = multiprocessing.Pipe(duplex=False)
    process = multiprocessing.get_context("fork").Process(target=attempt, args=(theirs,))
    asked = len(canary.asked)
    process.start()
    assert ours.poll(10) and "Too many open files" in ours.recv()
    process.join()
    assert len(canary.asked) == asked
