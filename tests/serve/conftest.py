"""A small project, served."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from eventgraph.graph import Graph
from eventgraph.model import Article, Claim, Evidence, Mention, make_entity

from .server import TOKEN, running

BEFORE = "The two had not seen each other for a year. "
QUOTE = "Eva Berg met Jan Olsen <b>in</b> Oslo."
TEXT = f"{BEFORE}{QUOTE} It rained."
SCRIPT = "<script>alert(1)</script>"
BERG, OLSEN = make_entity("Eva Berg", "person"), make_entity("Jan Olsen", "person")
HOSTILE = make_entity(SCRIPT, "person")
GRAPHS = "INSERT DATA { GRAPH <urn:g1> { <urn:a> <urn:p> 1 } GRAPH <urn:g2> { <urn:a> <urn:p> 2 } }"


def meeting(id: str, other: str, modality: str) -> Claim:
    """Eva Berg meets somebody."""
    evidence = Evidence("a", len(BEFORE), len(BEFORE + QUOTE), QUOTE, 0)
    entity = {"olsen": OLSEN, "hostile": HOSTILE}[other]
    attributes = {"kind": "met", "date": "2021-05-11", "modality": modality}
    mentions = {"from": (Mention(44, 52, "Eva Berg", "name"),), "to": (Mention(57, 66, "Jan Olsen", "name"),)}
    parties = {"from": (BERG,), "to": (entity,)}
    return Claim(id, "a", "communication", parties, attributes, evidence, mentions, "communication/verb", 0.9)


@pytest.fixture(scope="session")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder as a build writes it."""
    folder = tmp_path_factory.mktemp("served")
    title, url = f"Talks {SCRIPT}", "javascript:alert(1)"
    article = Article(id="a", text=TEXT, published="2021-05-12", title=title, url=url)
    claims = (meeting("c1", "olsen", "asserted"), meeting("c2", "hostile", "planned"))
    Graph(articles=(article,), claims_all=claims).save(folder)
    return folder


@pytest.fixture(scope="session")
def address(project: Path) -> Iterator[str]:
    """A server with short limits that takes updates."""
    with running(project, "--timeout", "2", "--memory", "200", "--max-result", "1") as found:
        update = httpx.post(f"{found}update", data={"update": GRAPHS}, headers=bearer(), timeout=30)
        assert update.status_code == 204
        yield found


@pytest.fixture(scope="session")
def client(address: str) -> Iterator[httpx.Client]:
    """Asks that server."""
    with httpx.Client(base_url=address, timeout=30) as found:
        yield found


def bearer(token: str = TOKEN) -> dict[str, str]:
    """The header that allows updates."""
    return {"Authorization": f"Bearer {token}"}
