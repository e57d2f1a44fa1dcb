"""A command's exit code and output; a small project folder."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from eventgraph.cli import main
from eventgraph.graph import Graph
from eventgraph.model import Article, Claim, Evidence, Mention, make_entity

TEXT = "Eva Berg met Jan Olsen in Oslo."
BERG, OLSEN = make_entity("Eva Berg", "person"), make_entity("Jan Olsen", "person")
MET = Claim(
    id="c1",
    article="a",
    type="communication",
    arguments={"from": (BERG,), "to": (OLSEN,)},
    attributes={"kind": "met", "date": "2021-05-11", "modality": "asserted"},
    evidence=Evidence("a", 0, len(TEXT), TEXT, 0),
    mentions={"from": (Mention(0, 8, "Eva Berg", "name"),), "to": (Mention(13, 22, "Jan Olsen", "name"),)},
    extractor="communication/verb",
    confidence=0.9,
)
Run = Callable[..., Result]


@pytest.fixture
def run() -> Run:
    """Run a command in this process."""
    return lambda *args, **kwargs: CliRunner().invoke(main, [str(arg) for arg in args], **kwargs)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A folder as a build writes it."""
    article = Article(id="a", text=TEXT, published="2021-05-12", title="=Talks in Oslo")
    Graph(articles=(article,), claims_all=(MET,)).save(tmp_path / "project")
    return tmp_path / "project"
