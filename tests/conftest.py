"""What all tests share."""

from __future__ import annotations

import os
from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of shared corpora and gold; tests that need it skip where there is none."""
    folder = os.environ.get("EVENTGRAPH_SHARED")
    if not folder:
        pytest.skip("EVENTGRAPH_SHARED is not set: no shared corpora here")
    return Path(folder)
