"""The network as it is shipped: the same numbers as in training, in fewer and quantisable products.

Queries, keys and values are one product, and so are the heads; there is no mask, since a window runs
alone; the last layer answers for first pieces only. Before a product that becomes int8, each channel is
scaled so that activations and weights share the load of the outliers (Xiao et al. 2023, "SmoothQuant").
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import torch
from torch import Tensor, Value, nn
from torch.nn import functional
from transformers.models.bert.modeling_bert import BertLayer

from training.network import Network, Outputs, with_one
from training.relations import Relations

SMOOTHING = 0.85
"""How much of the outliers' load goes to the weights."""

TAGS = ("upos", "xpos", "lemma", "start", "ner", "kind")
ROLES = ("arc_dep", "arc_head", "lab_dep", "lab_head")


class Smooth(nn.Module):
    """A linear layer whose input channels can be scaled down, and its weights up, by the same factors."""

    def __init__(self, *parts: nn.Linear) -> None:
        super().__init__()
        self.weight = nn.Parameter(torch.cat([part.weight for part in parts]).T.contiguous())
        self.bias = nn.Parameter(torch.cat([part.bias for part in parts]))
        self.scale = nn.Parameter(torch.ones(len(self.weight)))
        self.seen = torch.zeros(len(self.weight))

    def forward(self, features: Tensor) -> Tensor:
        """Return the layer's output, [.., out]."""
        if not torch.onnx.is_in_onnx_export():
            self.seen = torch.maximum(self.seen, features.detach().abs().flatten(0, -2).amax(0))
        return (features * self.scale) @ self.weight + self.bias

    @torch.no_grad()
    def balance(self) -> None:
        """Set the factors by the activations seen so far."""
        load = self.seen.clamp(min=1e-4) ** SMOOTHING / self.weight.abs().amax(1) ** (1 - SMOOTHING)
        self.scale.copy_(1 / load)
        self.weight.mul_(load[:, None])


class Attention(torch.autograd.Function):
    """Scaled dot-product attention of several heads, exported as onnxruntime's own operator."""

    @staticmethod
    def forward(_: Any, query: Tensor, key: Tensor, value: Tensor, heads: int) -> Tensor:
        """Return what each place reads from all others, [1, m, 384]; `key` and `value` are [1, n, 384]."""
        split = (part.unflatten(-1, (heads, -1)).transpose(1, 2) for part in (query, key, value))
        return functional.scaled_dot_product_attention(*split).transpose(1, 2).flatten(2)

    @staticmethod
    def symbolic(graph: Any, query: Value, key: Value, value: Value, heads: int) -> Value:
        """Return the operator in the exported graph."""
        return graph.op("com.microsoft::MultiHeadAttention", query, key, value, num_heads_i=heads)


class LeanLayer(nn.Module):
    """One layer of the encoder, over [1, n, 384]."""

    def __init__(self, layer: BertLayer) -> None:
        super().__init__()
        attention = layer.attention.self
        self.heads = attention.num_attention_heads
        self.mix = Smooth(attention.query, attention.key, attention.value)
        self.attended = Smooth(layer.attention.output.dense)
        self.first_norm = layer.attention.output.LayerNorm
        self.widen = Smooth(layer.intermediate.dense)
        self.narrow = Smooth(layer.output.dense)
        self.second_norm = layer.output.LayerNorm

    def forward(self, hidden: Tensor) -> Tensor:
        """Return the layer's output, [1, n, 384]."""
        query, key, value = self.mix(hidden).chunk(3, -1)
        return self.attend(query, key, value, hidden)

    def attend(self, query: Tensor, key: Tensor, value: Tensor, hidden: Tensor) -> Tensor:
        """Return the output of the m places that ask, [1, m, 384]; `hidden` is what they held."""
        context = Attention.apply(query, key, value, self.heads)
        hidden = self.first_norm(self.attended(context) + hidden)
        output: Tensor = self.second_norm(self.narrow(functional.gelu(self.widen(hidden))) + hidden)
        return output


class LastLayer(LeanLayer):
    """The last layer, which only the first piece of each word is asked of."""

    def __init__(self, layer: BertLayer) -> None:
        super().__init__(layer)
        attention = layer.attention.self
        self.ask = Smooth(attention.query)
        self.mix = Smooth(attention.key, attention.value)

    def of_words(self, hidden: Tensor, first: Tensor) -> Tensor:
        """Return the vectors of the words whose first pieces are `first` [1, m], [1, m, 384]."""
        key, value = self.mix(hidden).chunk(2, -1)
        words = torch.gather(hidden, 1, first.unsqueeze(-1).expand(-1, -1, hidden.size(-1)))
        return self.attend(self.ask(words), key, value, words)


class Lean(nn.Module):
    """A trained network, rearranged; `ids`, `shape` [1, n], `first` [1, m] as in `Batch`."""

    def __init__(self, network: Network, relations: Relations) -> None:
        super().__init__()
        self.network, self.relations = network, relations
        *layers, last = network.bert.encoder.layer
        self.layers = nn.ModuleList([LeanLayer(layer) for layer in layers])
        self.last = LastLayer(last)
        self.parts = [network.taggers[name] for name in TAGS] + [network.roles[name] for name in ROLES]
        self.sizes = [part.out_features for part in self.parts]
        self.heads = Smooth(*self.parts)

    def forward(self, ids: Tensor, shape: Tensor, first: Tensor) -> Outputs:
        """Return the scores of one window."""
        network = self.network
        embedded = network.bert.embeddings.word_embeddings(ids) + network.shapes(shape)
        table = network.bert.embeddings
        places = table.position_embeddings.weight[: ids.size(1)] + table.token_type_embeddings.weight[0]
        hidden = table.LayerNorm(embedded + places)
        for layer in self.layers:
            hidden = layer(hidden)
        words = self.last.of_words(hidden, first)
        scores = dict(zip((*TAGS, *ROLES), self.heads(words).split(self.sizes, -1), strict=True))
        roles = {name: functional.gelu(scores.pop(name)) for name in ROLES}
        arc = with_one(roles["arc_dep"]) @ network.arcs @ roles["arc_head"].transpose(1, 2)
        labels = {
            name: with_one(roles[name]) @ getattr(self.relations, name) for name in ("lab_dep", "lab_head")
        }
        return Outputs(**scores, arc=arc, **labels, words=words)


@torch.no_grad()
def lean_network(
    network: Network, relations: Relations, windows: Iterable[tuple[Tensor, Tensor, Tensor]]
) -> Lean:
    """Return the rearranged network, balanced on some windows (`ids`, `shape`, `first`)."""
    lean = Lean(network, relations).eval()
    for window in windows:
        lean(*window)
    for module in lean.modules():
        if isinstance(module, Smooth):
            module.balance()
    return lean
