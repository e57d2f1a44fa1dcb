"""A project is annotated by one pipeline: another one comes in for all articles, or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest
from test_grow import content
from untaught_pipeline import write_untaught

from eventgraph.errors import UsageError
from eventgraph.grow import add, rebuild, remove
from eventgraph.pipeline import build_project
from eventgraph.store import PIPELINE
from eventgraph.store.status import get_status

TEXTS = {"a": "Eva Berg met Jan Olsen in Oslo.", "b": "Canada attacked Norway.", "c": "Iran attacked Israel."}


@pytest.fixture(scope="module")
def other(tmp_path_factory: pytest.TempPathFactory) -> str:
    return write_untaught(tmp_path_factory.mktemp("other"))


@pytest.fixture
def news(tmp_path: Path) -> dict[str, str]:
    folder = tmp_path / "news"
    folder.mkdir()
    for name, text in TEXTS.items():
        (folder / f"{name}.txt").write_text(text)
    return {name: str(folder / f"{name}.txt") for name in TEXTS}


@pytest.fixture
def project(tmp_path: Path, news: dict[str, str], other: str) -> Path:
    """Built of the first article by the other pipeline."""
    build_project(news["a"], tmp_path / "project", pipeline=other)
    return tmp_path / "project"


def test_the_files_tell_the_pipeline_in_its_version(project: Path, news: dict[str, str]) -> None:
    name, version, digest = (project / PIPELINE).read_text().split()
    assert (name, version, len(digest)) == ("en_pipeline", "0.0.0", 16)
    build_project(news["a"], project)
    assert not (project / PIPELINE).exists()


def test_a_built_project_grows_only_with_its_pipeline_named(
    project: Path, news: dict[str, str], other: str
) -> None:
    with pytest.raises(UsageError, match=r"was built with the pipeline en_pipeline 0\.0\.0; name it"):
        add(project, [news["b"]])
    assert add(project, [news["b"]], pipeline=other).analysed == 1


def test_grown_it_equals_one_build_and_the_pipeline_is_kept(
    project: Path, news: dict[str, str], other: str, tmp_path: Path
) -> None:
    add(project, [news["b"]], pipeline=other)
    add(project, [news["c"]])
    build_project([*news.values()], tmp_path / "once", pipeline=other)
    assert content(project) == content(tmp_path / "once")
    remove(project, ["b"])
    build_project([news["a"], news["c"]], tmp_path / "without", pipeline=other)
    assert content(project) == content(tmp_path / "without")


def test_no_project_holds_what_two_have_annotated(
    project: Path, news: dict[str, str], other: str, tmp_path: Path
) -> None:
    add(project, [news["b"]], pipeline=other)
    second = write_untaught(tmp_path / "second", names=("PER", "ORG", "LOC"))
    before = content(project)
    for name in ("eventgraph", second):
        with pytest.raises(UsageError, match=f"rebuild {project} --pipeline {name}"):
            add(project, [news["c"]], pipeline=name)
    assert content(project) == before
    assert rebuild(project, pipeline="eventgraph").analysed == 2
    add(project, [news["c"]])
    build_project([*news.values()], tmp_path / "own")
    assert content(project) == content(tmp_path / "own")
    assert get_status(project).outdated == 0
