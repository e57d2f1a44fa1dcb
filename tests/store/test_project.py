"""A project folder is read back as it was written."""

from pathlib import Path

import pytest

from eventgraph.errors import StoreError
from eventgraph.export.claims_jsonl import write_articles, write_claims
from eventgraph.model import Article, Claim, Entity, Evidence
from eventgraph.store import open_project, write_outputs

ARTICLE = Article(id="a", text="Berg left.", published="2021-05-12", authors=("Jane Doe",))
BERG = Entity("person/berg", "Berg", "person")
CLAIM = Claim("c", "a", "statement", {"speaker": (BERG,)}, {"cue": "said", "content": "x"},
              Evidence("a", 0, 4, "Berg", 0), {}, "statements/said", 0.5)  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    files = {"articles.jsonl": write_articles([ARTICLE]), "claims.jsonl": write_claims([CLAIM])}
    write_outputs(tmp_path, {**files, "graph.ttl": b"", "graph.html": b""})
    return tmp_path


def test_a_project_gives_back_articles_and_claims(folder: Path) -> None:
    project = open_project(folder)
    assert (project.articles, project.claims) == ((ARTICLE,), (CLAIM,))
    assert (project.graph_ttl, project.graph_html) == (folder / "graph.ttl", folder / "graph.html")


def test_another_folder_is_no_project(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"no project, it has no articles.jsonl; run eventgraph build"):
        open_project(tmp_path)


@pytest.mark.parametrize("line", [b"{", b'{"id": "c"}', b'{"id": "c", "type": "statement", "article": 3}'])
def test_a_broken_file_is_named(folder: Path, line: bytes) -> None:
    (folder / "claims.jsonl").write_bytes(line)
    with pytest.raises(StoreError, match=r"claims\.jsonl: (line 1|claim c)"):
        _ = open_project(folder).claims
