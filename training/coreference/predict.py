"""What the head in training links."""

from __future__ import annotations

import torch

from eventgraph.annotate.coreference.links import antecedents
from training.coreference.batch import make_batch
from training.coreference.prepared import Prepared


@torch.inference_mode()
def predict(head: torch.nn.Module, text: Prepared) -> list[int]:
    """Return the number of the mention each mention of a text refers back to, -1 for none."""
    scores, fresh = head(*make_batch([text]).inputs)
    back: list[int] = antecedents(scores.numpy(), fresh.numpy(), text.pairs, text.traits).tolist()
    return back
