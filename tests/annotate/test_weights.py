"""The weights shipped are those the model card speaks of."""

import hashlib
import re
from pathlib import Path

from eventgraph.annotate.network import WEIGHTS

CARD = Path(__file__).parents[2] / "training" / "MODEL_CARD.md"


def test_card_and_weights_agree() -> None:
    stated = re.search(r"SHA-256 `([0-9a-f]{64})`", CARD.read_text("utf-8"))
    assert stated
    assert hashlib.sha256((WEIGHTS / "model.onnx").read_bytes()).hexdigest() == stated[1]
