"""An address made of another name of somebody leads to the page of the canonical one."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from eventgraph.graph import DEFAULT_BASE, Graph
from eventgraph.model import Article, Claim, Entity, Evidence
from eventgraph.serve.addresses import Addresses
from eventgraph.serve.called import find_called
from eventgraph.serve.limits import Limits
from eventgraph.serve.pool import Pool

from .server import running

TEXT = "They met."
PEOPLE = (
    Entity("person/jose-obrien", "José O’Brien", "person", ("José O’Brien Núñez", "J. O'Brien")),
    Entity("person/lee", "Lee", "person", ("Lee", "Ann Lee")),
    Entity("person/lee-0123abcd", "Lee", "person", ("Lee", "Bo Strauß")),
)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("called")
    evidence = Evidence("a", 0, len(TEXT), TEXT, 0)
    attributes = {"kind": "met", "modality": "asserted"}
    parties = {"from": PEOPLE[:1], "to": PEOPLE[1:]}
    claim = Claim("c", "a", "communication", parties, attributes, evidence, {}, "communication/verb", 0.9)
    Graph((Article(id="a", text=TEXT),), (claim,)).save(folder)
    return folder


@pytest.fixture(scope="module")
def client(project: Path) -> Iterator[httpx.Client]:
    with running(project) as address, httpx.Client(base_url=address, timeout=30) as found:
        yield found


@pytest.mark.parametrize("type", ["text/html", "text/turtle"])
@pytest.mark.parametrize(
    ("path", "to"),
    [
        ("j-obrien", "jose-obrien"),
        ("jose-obrien-nunez", "jose-obrien"),
        ("j-obrien-89abcdef", "jose-obrien"),  # what told two of that name apart
        ("ann-lee", "lee"),
        ("bo-strauss", "lee-0123abcd"),
    ],
)
def test_another_name_leads_there(path: str, to: str, type: str, client: httpx.Client) -> None:
    answer = client.get(f"/id/person/{path}", headers={"Accept": type})
    assert (answer.status_code, answer.headers["location"]) == (303, f"/id/person/{to}")
    assert client.get(answer.headers["location"], headers={"Accept": type}).status_code == 200


def test_of_several_people_of_the_name_one_may_choose(client: httpx.Client) -> None:
    answer = client.get("/id/person/lee-89abcdef", headers={"Accept": "text/html"})
    assert answer.status_code == 300
    assert all(f'href="/id/{one.id}"' in answer.text for one in PEOPLE[1:])


@pytest.mark.parametrize("path", ["person/brien", "person/ann", "body/ann-lee", "person/", "person/.*"])
def test_a_part_of_a_name_is_none(path: str, client: httpx.Client) -> None:
    assert client.get(f"/id/{path}", headers={"Accept": "text/html"}).status_code == 404


def test_no_long_address_becomes_a_question(project: Path) -> None:
    async def ask(path: str) -> dict[str, str]:
        pool = Pool(project, Limits())
        await pool.start()
        try:
            return await find_called(pool, Addresses(DEFAULT_BASE), path)
        finally:
            await pool.close()

    assert asyncio.run(ask("person/" + "-".join("a" * 2000))) == {}
