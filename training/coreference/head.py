"""The head as it is trained: scores of a mention's candidates, and of its being new.

Mention ranking with a null antecedent (Lee et al. 2017; Clark and Manning 2016), over the encoder's word
vectors and the features of `eventgraph.annotate.coreference_pairs`.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn

from eventgraph.annotate.coreference_flags import FLAGS
from eventgraph.annotate.coreference_head import TRAITS
from eventgraph.annotate.coreference_pairs import VALUES
from training.network import WIDTH

HIDDEN, PRODUCT = 64, 48


class Head(nn.Module):
    """Reads `mentions` [n, 384 + TRAITS]; p pairs: places in it, `codes` [p, CODES], `flags` [p, FLAGS]."""

    def __init__(self) -> None:
        super().__init__()
        size = WIDTH + TRAITS
        self.later, self.earlier = nn.Linear(size, HIDDEN), nn.Linear(size, HIDDEN, bias=False)
        self.left, self.right = (nn.Linear(size, PRODUCT) for _ in range(2))
        self.product = nn.Linear(PRODUCT, HIDDEN, bias=False)
        self.flags = nn.Linear(FLAGS, HIDDEN, bias=False)
        self.codes = nn.EmbeddingBag(VALUES, HIDDEN, mode="sum")
        nn.init.normal_(self.codes.weight, std=0.05)
        self.score = nn.Linear(HIDDEN, 1)
        self.fresh = nn.Sequential(nn.Linear(size, HIDDEN), nn.ReLU(), nn.Dropout(0.3), nn.Linear(HIDDEN, 1))
        self.dropout = nn.Dropout(0.3)

    def forward(
        self, mentions: Tensor, later: Tensor, earlier: Tensor, codes: Tensor, flags: Tensor
    ) -> tuple[Tensor, Tensor]:
        """Return the score of each pair, [p], and that of each mention being new, [n]."""
        mentions = torch.cat([self.dropout(mentions[:, :WIDTH]), mentions[:, WIDTH:]], 1)
        alike = self.left(mentions)[later] * self.right(mentions)[earlier]
        hidden = self.later(mentions)[later] + self.earlier(mentions)[earlier]
        hidden = hidden + self.product(alike) + self.flags(flags) + self.codes(codes)
        scores = self.score(self.dropout(torch.relu(hidden))).squeeze(1)
        return scores, self.fresh(mentions).squeeze(1)
