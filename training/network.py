"""The network: one small encoder over word pieces, one light head a task over words."""

from __future__ import annotations

from typing import NamedTuple

import torch
from torch import Tensor, nn
from torch.nn import functional

from eventgraph.annotate.shape import SHAPE_COUNT
from training.bases import SMALL, Base
from training.labels import Labels

ARC_WIDTH = 300
LABEL_WIDTH = 100
LINK_WIDTH = 150


class Outputs(NamedTuple):
    """Scores over b windows of m words, float32, before any softmax.

    `upos`, `xpos`, `lemma`, `start`, `ner`, `kind`: [b, m, classes]. `arc` [b, m, m]: dependent,
    then head; a root points at itself. `lab_dep`, `lab_head` [b, m, 101]: what `label_scores` takes, a
    constant 1 behind.
    `words` [b, m, width]: the word vectors themselves, which coreference reads.
    """

    upos: Tensor
    xpos: Tensor
    lemma: Tensor
    start: Tensor
    ner: Tensor
    kind: Tensor
    arc: Tensor
    lab_dep: Tensor
    lab_head: Tensor
    words: Tensor


class Network(nn.Module):
    """A pretrained encoder with word shapes, linear taggers and a biaffine parser.

    Parser: Dozat and Manning 2017, "Deep Biaffine Attention for Neural Dependency Parsing".
    """

    def __init__(self, labels: Labels, base: Base = SMALL) -> None:
        super().__init__()
        self.base, width = base, base.width
        self.bert = base.load()
        self.shapes = nn.Embedding(SHAPE_COUNT, width)
        nn.init.normal_(self.shapes.weight, std=0.02)
        sizes = {name: len(getattr(labels, name)) for name in ("upos", "xpos", "lemma", "ner", "kind")}
        self.taggers = nn.ModuleDict({name: nn.Linear(width, size) for name, size in sizes.items()})
        self.taggers["start"] = nn.Linear(width, 2)
        roles = {"arc": ARC_WIDTH, "lab": LABEL_WIDTH}
        self.roles = nn.ModuleDict(
            {
                f"{name}_{end}": nn.Linear(width, size)
                for name, size in roles.items()
                for end in ("dep", "head")
            }
        )
        self.arcs = nn.Parameter(nn.init.xavier_uniform_(torch.empty(ARC_WIDTH + 1, ARC_WIDTH)))
        label_shape = (len(labels.deprel), LABEL_WIDTH + 1, LABEL_WIDTH + 1)
        self.label_weights = nn.Parameter(nn.init.xavier_uniform_(torch.empty(label_shape)))
        self.links = nn.ModuleDict({end: nn.Linear(width, LINK_WIDTH) for end in ("later", "earlier")})
        self.linking = nn.Parameter(nn.init.xavier_uniform_(torch.empty(LINK_WIDTH + 1, LINK_WIDTH)))
        self.dropout = nn.Dropout(0.2)

    def forward(self, ids: Tensor, shape: Tensor, mask: Tensor, first: Tensor) -> Outputs:
        """Return the scores of a batch (shapes: see `Batch` and `Outputs`)."""
        encoded = self.encode(ids, shape, mask, first)
        words = self.dropout(encoded)
        role = {name: self.dropout(functional.gelu(layer(words))) for name, layer in self.roles.items()}
        arc = with_one(role["arc_dep"]) @ self.arcs @ role["arc_head"].transpose(1, 2)
        tags = {name: layer(words) for name, layer in self.taggers.items()}
        labels = {name: with_one(role[name]) for name in ("lab_dep", "lab_head")}
        return Outputs(**tags, arc=arc, **labels, words=encoded)

    def antecedents(self, encoded: Tensor) -> Tensor:
        """Return how well each head word's mention goes back to each other, [b, m, m]; for training only."""
        words = self.dropout(encoded)
        role = {name: self.dropout(functional.gelu(layer(words))) for name, layer in self.links.items()}
        return with_one(role["later"]) @ self.linking @ role["earlier"].transpose(1, 2)

    def encode(self, ids: Tensor, shape: Tensor, mask: Tensor, first: Tensor) -> Tensor:
        """Return the vector of each word's first piece, [b, m, width]."""
        embedded = self.bert.embeddings.word_embeddings(self.base.ids[ids]) + self.shapes(shape)
        hidden: Tensor = self.bert(inputs_embeds=embedded, attention_mask=mask).last_hidden_state
        return torch.gather(hidden, 1, first.unsqueeze(-1).expand(-1, -1, hidden.size(-1)))


def with_one(features: Tensor) -> Tensor:
    """Return the features with a constant 1 behind them, which turns a bilinear form into a biaffine one."""
    return torch.cat([features, torch.ones_like(features[..., :1])], -1)


def label_scores(weights: Tensor, lab_dep: Tensor, lab_head: Tensor, heads: Tensor) -> Tensor:
    """Return the scores of each word's relation to its head, [b, m, relations]; `heads` is [b, m] int64."""
    chosen = torch.gather(lab_head, 1, heads.unsqueeze(-1).expand(-1, -1, lab_head.size(-1)))
    return torch.einsum("bml,rlk,bmk->bmr", lab_dep, weights, chosen)
