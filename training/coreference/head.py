"""The head as it is trained: scores of a mention's candidates, and of its being new.

Mention ranking with a null antecedent (Lee et al. 2017; Clark and Manning 2016), over the encoder's word
vectors, the features of `eventgraph.annotate.coreference.pairs` and the biaffine product that was trained
with the encoder (`training.chains`).
"""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional

from eventgraph.annotate.coreference.flags import FLAGS
from eventgraph.annotate.coreference.head import SOFT, TRAITS, WIDTH
from eventgraph.annotate.coreference.pairs import VALUES
from training.network import LINK_WIDTH, with_one

HIDDEN, PRODUCT = 64, 48
SHARE = 0.3
"""What the biaffine score counts for at first, beside the hidden layer's."""


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
        self.links = nn.ModuleDict({end: nn.Linear(WIDTH, LINK_WIDTH) for end in ("later", "earlier")})
        self.linking = nn.Parameter(torch.zeros(LINK_WIDTH + 1, LINK_WIDTH))
        self.linked = nn.Linear(1, HIDDEN, bias=False)
        self.share = nn.Parameter(torch.tensor([SHARE]))
        self.score = nn.Linear(HIDDEN, 1)
        self.fresh = nn.Sequential(nn.Linear(size, HIDDEN), nn.ReLU(), nn.Dropout(0.3), nn.Linear(HIDDEN, 1))
        self.dropout = nn.Dropout(0.3)

    def forward(
        self, mentions: Tensor, later: Tensor, earlier: Tensor, codes: Tensor, flags: Tensor
    ) -> tuple[Tensor, Tensor]:
        """Return the score of each pair, [p], and that of each mention being new, [n]."""
        words = self.dropout(mentions[:, :WIDTH])
        mentions = torch.cat([words, mentions[:, WIDTH:]], 1)
        alike = self.left(mentions)[later] * self.right(mentions)[earlier]
        hidden = self.later(mentions)[later] + self.earlier(mentions)[earlier]
        hidden = hidden + self.product(alike) + self.flags(flags) + self.codes(codes)
        linked = self.biaffine(words, later, earlier)
        hidden = hidden + self.linked(torch.tanh(linked / SOFT))
        scores = self.score(self.dropout(torch.relu(hidden))) + self.share * linked
        return scores.squeeze(1), self.fresh(mentions).squeeze(1)

    def biaffine(self, words: Tensor, later: Tensor, earlier: Tensor) -> Tensor:
        """Return the score of each pair by its word vectors alone, [p, 1]."""
        ends = {end: functional.gelu(layer(words), approximate="tanh") for end, layer in self.links.items()}
        back = with_one(ends["later"]) @ self.linking
        return (back[later] * ends["earlier"][earlier]).sum(1, keepdim=True)

    def take_up(self, encoder: dict[str, Tensor]) -> None:
        """Take the biaffine product of a training run of the encoder, by its weights; it stays as it is."""
        own = {"linking": encoder["linking"]}
        own |= {name: value for name, value in encoder.items() if name.startswith("links.")}
        self.load_state_dict(own, strict=False)
        for weights in (self.linking, *self.links.parameters()):
            weights.requires_grad_(False)
