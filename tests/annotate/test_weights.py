"""The weights shipped are those the model card speaks of."""

import hashlib
from pathlib import Path

import pytest

from eventgraph.annotate.network import WEIGHTS

CARD = Path(__file__).parents[2] / "training" / "MODEL_CARD.md"


@pytest.mark.parametrize("name", ["model.onnx", "coreference.npz"])
def test_card_and_weights_agree(name: str) -> None:
    digest = hashlib.sha256((WEIGHTS / name).read_bytes()).hexdigest()
    assert f"`{name}` has SHA-256 `{digest}`" in CARD.read_text("utf-8")
