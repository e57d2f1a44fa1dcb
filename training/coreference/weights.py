"""Write the head as the package reads it: one float16 array a matrix, in one npz."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import numpy as np
from torch import nn

NAMES = {
    "later": "later.weight", "later_bias": "later.bias", "earlier": "earlier.weight",
    "left": "left.weight", "left_bias": "left.bias", "right": "right.weight", "right_bias": "right.bias",
    "product": "product.weight", "flags": "flags.weight", "codes": "codes.weight",
    "link_later": "links.later.weight", "link_later_bias": "links.later.bias",
    "link_earlier": "links.earlier.weight", "link_earlier_bias": "links.earlier.bias",
    "linking": "linking", "linked": "linked.weight", "share": "share",
    "score": "score.weight", "score_bias": "score.bias",
    "fresh": "fresh.0.weight", "fresh_bias": "fresh.0.bias",
    "fresh_score": "fresh.3.weight", "fresh_score_bias": "fresh.3.bias",
}  # fmt: skip
WHEN = (2020, 1, 1, 0, 0, 0)


def write_weights(head: nn.Module, path: Path) -> None:
    """Write the head's weights, products transposed for `x @ w`; the same head gives the same bytes."""
    state = head.state_dict()
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, key in NAMES.items():
            values = state[key].detach().numpy().astype(np.float16)
            turned = values.T if key.endswith("weight") and name != "codes" else values
            buffer = io.BytesIO()
            np.save(buffer, np.ascontiguousarray(turned))
            archive.writestr(zipfile.ZipInfo(f"{name}.npy", WHEN), buffer.getvalue(), zipfile.ZIP_DEFLATED)
