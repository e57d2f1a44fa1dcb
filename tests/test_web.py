"""The build hook: bundles where npm is, a warning and nothing else where it is not."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


class Application:
    """What the build backend gives the hook."""

    def __init__(self) -> None:
        self.warnings: list[str] = []

    def display_warning(self, text: str) -> None:
        self.warnings.append(text)


def build(folder: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Run the hook over a copy of `web/`; return its warnings."""
    shutil.copytree(ROOT / "web", folder / "web", ignore=shutil.ignore_patterns("node_modules"))
    monkeypatch.syspath_prepend(str(ROOT))
    sys.modules.pop("hatch_build", None)
    from hatch_build import WebAssets

    app = Application()
    WebAssets(str(folder), {}, None, None, "", "wheel", app).initialize("standard", {})  # type: ignore[arg-type]
    return app.warnings


def test_without_npm_it_warns(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert build(tmp_path, monkeypatch) == ["no npm here: the query page and large networks will be plain"]
    assert not (tmp_path / "src").exists()


@pytest.mark.skipif(not shutil.which("npm"), reason="npm is not installed")
def test_offline_it_warns(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("npm_config_registry", "http://127.0.0.1:9/")
    monkeypatch.setenv("npm_config_cache", str(tmp_path / "cache"))
    (warning,) = build(tmp_path, monkeypatch)
    assert warning.startswith("npm failed") and not (tmp_path / "src").exists()


def test_every_entry_is_known_to_the_page_that_wants_it() -> None:
    assert (ROOT / "web" / "serve" / "query.js").is_file()
    template = (ROOT / "src/eventgraph/serve/templates/query.html").read_text("utf-8")
    assert 'src="/assets/query.js"' in template
