"""Where the corpora lie."""

from __future__ import annotations

import os
from pathlib import Path


def corpora_folder() -> Path:
    """Return `$EVENTGRAPH_SHARED/corpora`; raise SystemExit with advice where there is none."""
    shared = os.environ.get("EVENTGRAPH_SHARED")
    if not shared:
        raise SystemExit("set EVENTGRAPH_SHARED to the folder that holds corpora/ (training/MODEL_CARD.md)")
    folder = Path(shared) / "corpora"
    if not folder.is_dir():
        raise SystemExit(f"EVENTGRAPH_SHARED: no folder {folder}")
    return folder
