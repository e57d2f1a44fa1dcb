"""Requests that nobody would think of: never 500, never without an answer in time.

`EVENTGRAPH_FUZZ_SECONDS=300 pytest tests/serve/test_fuzz.py` goes on for five minutes.
"""

from __future__ import annotations

import os
import re
import time
from pathlib import Path
from typing import Any
from urllib.parse import quote_from_bytes

import httpx
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from .conftest import bearer

SECONDS = float(os.environ.get("EVENTGRAPH_FUZZ_SECONDS", "20"))
READY = [path.read_text("utf-8") for path in sorted((Path(__file__).parents[2] / "queries").glob("*.rq"))]
TOKENS = sorted({token for text in READY for token in re.findall(r"\w+:\w+|[?$]\w+|\w+|\S", text)})
MEDIA = [
    *(
        "application/sparql-query",
        "application/sparql-update",
        "application/x-www-form-urlencoded",
        "text/csv",
    ),
    *(
        "text/turtle",
        "application/json",
        "*/*",
        "text/html",
        "text/*;q=0.5",
        "application/xml;q=x",
        ";;,/",
        "",
    ),
]
PATHS = [
    "sparql",
    "update",
    "search",
    "query",
    "network",
    "id/person/eva-berg",
    "id/article/a",
    "static/x",
    "",
    "id/",
    "ready/who-met-whom",
    "ready/shortest-chain",
]
NAMES = [
    "query",
    "update",
    "default-graph-uri",
    "named-graph-uri",
    "using-graph-uri",
    "format",
    "q",
    "page",
    "person",
    "since",
    "to",
]

words = st.lists(st.sampled_from(TOKENS), max_size=30).map(" ".join)
cut = st.builds(
    lambda text, start, length: text[:start] + text[start + length :],
    *(st.sampled_from(READY), st.integers(0, 900), st.integers(0, 40)),
)
texts = st.one_of(
    words, cut, st.sampled_from(READY), st.text(max_size=50), st.sampled_from(["urn:g1", "csv", "2"])
)
octets = st.one_of(texts.map(lambda text: text.encode("utf-8", "surrogatepass")), st.binary(max_size=60))
pairs = st.lists(st.tuples(st.sampled_from(NAMES) | st.text(max_size=5), octets), max_size=4)
header = st.sampled_from(MEDIA) | st.text(
    st.characters(codec="latin-1", exclude_categories=["C"]), max_size=30
)
anything = {
    "method": st.sampled_from(["GET", "POST", "HEAD", "PUT", "OPTIONS"]),
    "path": st.sampled_from(PATHS) | octets.map(lambda value: quote_from_bytes(value[:80])),
    "params": pairs,
    "form": pairs,
    "body": st.none() | octets,
    "accept": header,
    "media": header,
    "token": st.booleans(),
}
direct = anything | {
    "method": st.just("POST"),
    "path": st.sampled_from(["sparql", "update"]),
    "params": st.just([]),
    "body": octets,
    "media": st.sampled_from(MEDIA[:2]),
    "token": st.just(True),
}
PLAIN = {
    "method": "POST", "path": "sparql", "params": [], "form": [], "body": b"ASK {}", "accept": "*/*",
    "media": "application/sparql-query", "token": False,
}  # fmt: skip
requests = st.fixed_dictionaries(direct) | st.fixed_dictionaries(anything)


def encode(found: list[tuple[str, bytes]]) -> str:
    """As a form has it."""
    return "&".join(
        f"{quote_from_bytes(name.encode('utf-8', 'replace'))}={quote_from_bytes(v)}" for name, v in found
    )


def send(client: httpx.Client, given: dict[str, Any]) -> httpx.Response:
    headers = {
        "Accept": given["accept"].strip().encode("latin-1"),
        "Content-Type": given["media"].strip().encode("latin-1"),
    }
    if given["token"]:
        headers |= {"Authorization": bearer()["Authorization"].encode()}
    body = encode(given["form"]).encode() if given["body"] is None else given["body"]
    content = None if given["method"] in ("GET", "HEAD") else body
    return client.request(
        given["method"], f"/{given['path']}?{encode(given['params'])}", headers=headers, content=content
    )


@pytest.fixture(scope="module")
def fuzzed(tmp_path_factory: pytest.TempPathFactory, project: Path) -> Any:
    """A server of its own: some of what is sent may change the graph."""
    import shutil

    from .server import running

    folder = tmp_path_factory.mktemp("fuzzed") / "project"
    shutil.copytree(project, folder)
    with (
        running(folder, "--timeout", "1", "--memory", "200") as address,
        httpx.Client(base_url=address, timeout=20) as client,
    ):
        yield client


def test_nothing_breaks_it(fuzzed: httpx.Client, capsys: pytest.CaptureFixture[str]) -> None:
    counts: dict[int, int] = {}

    @settings(max_examples=100, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @example(PLAIN)
    @given(requests)
    def once(request: dict[str, Any]) -> None:
        answer = send(fuzzed, request)
        assert answer.status_code < 500 or answer.status_code == 503
        assert "Traceback" not in answer.text
        counts[answer.status_code] = counts.get(answer.status_code, 0) + 1

    end = time.monotonic() + SECONDS
    while time.monotonic() < end:
        once()
    assert counts.get(200, 0) > 0 and counts.get(400, 0) > 0
    with capsys.disabled():
        print(f"\n{sum(counts.values())} requests in {SECONDS:g} s: {dict(sorted(counts.items()))}")
