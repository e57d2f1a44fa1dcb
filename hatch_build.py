"""Bundles the npm packages of `web/` into the package; without Node the pages fall back, and say so.

`web/FOLDER/NAME.js` or `.ts` becomes `src/eventgraph/FOLDER/assets/NAME.js`, with `NAME.css` if it imports
style sheets. Versions are those of `web/package-lock.json`; no script of any npm package is run.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

INSTALL = (
    "ci",
    "--ignore-scripts",
    "--no-audit",
    "--no-fund",
    "--prefer-offline",
    "--fetch-retries=1",
    "--fetch-retry-mintimeout=1000",
)
BUNDLE = ("--bundle", "--minify", "--charset=utf8", "--entry-names=[dir]/assets/[name]", "--outbase=.")
SECONDS = 300


class WebAssets(BuildHookInterface[Any]):
    """Runs before a wheel, and before an editable install."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Write the bundles, or warn why there are none."""
        web, package = Path(self.root, "web"), Path(self.root, "src", "eventgraph")
        npm = shutil.which("npm")
        if npm is None or not web.is_dir():
            self.app.display_warning("no npm here: the query page and large networks will be plain")
            return
        try:
            bundle(npm, web, package)
        except (OSError, subprocess.SubprocessError) as error:
            said = " ".join((getattr(error, "stderr", None) or str(error)).split())
            self.app.display_warning(f"npm failed, the query page and large networks will be plain: {said}")


def bundle(npm: str, web: Path, package: Path) -> None:
    """Install what the lock file names in a folder of its own, and bundle every entry into `package`."""
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder, "web")
        shutil.copytree(web, work, ignore=shutil.ignore_patterns("node_modules"))
        entries = sorted(str(path.relative_to(work)) for path in work.glob("*/*.[jt]s"))
        run(npm, *INSTALL, cwd=work)
        esbuild = str(work / "node_modules" / ".bin" / "esbuild")
        run(esbuild, *entries, *BUNDLE, f"--outdir={Path(folder, 'out')}", cwd=work)
        for assets in sorted(Path(folder, "out").glob("*/assets")):
            (assets / "licences.txt").write_text(licences(work), encoding="utf-8")
            place = package / assets.parent.name / "assets"
            shutil.rmtree(place, ignore_errors=True)
            shutil.copytree(assets, place)


def run(*command: str, cwd: Path) -> None:
    subprocess.run(command, cwd=cwd, check=True, capture_output=True, text=True, timeout=SECONDS)


def licences(web: Path) -> str:
    """The licence of every npm package that may be in a bundle."""
    lock = json.loads((web / "package-lock.json").read_text("utf-8"))
    texts = []
    for name, about in sorted(lock["packages"].items()):
        if name and not about.get("dev"):
            title = f"{name.rpartition('node_modules/')[2]} {about['version']} ({about.get('license')})"
            files = sorted((web / name).glob("[Ll][Ii][Cc][Ee][Nn][CcSs][Ee]*"))
            texts.append("\n\n".join([title, *(file.read_text("utf-8").strip() for file in files)]))
    return "\n\n----\n\n".join(texts) + "\n"
