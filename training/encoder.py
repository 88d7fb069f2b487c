"""The transformer encoder: a BERT of MiniLM's size, written out so that it exports cleanly.

Architecture after Devlin et al. (2019); the starting weights are all-MiniLM-L6-v2 (Apache-2.0).
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional


@dataclass(frozen=True, slots=True)
class EncoderShape:
    """Sizes of the encoder."""

    pieces: int = 30522
    width: int = 384
    layers: int = 6
    heads: int = 12
    inner: int = 1536
    positions: int = 512


class Layer(nn.Module):
    """One transformer layer: attention, then the feed-forward part, each with a residual."""

    def __init__(self, shape: EncoderShape, dropout: float) -> None:
        super().__init__()
        self.heads = shape.heads
        self.query = nn.Linear(shape.width, shape.width)
        self.key = nn.Linear(shape.width, shape.width)
        self.value = nn.Linear(shape.width, shape.width)
        self.out = nn.Linear(shape.width, shape.width)
        self.norm_attention = nn.LayerNorm(shape.width, eps=1e-12)
        self.inner = nn.Linear(shape.width, shape.inner)
        self.outer = nn.Linear(shape.inner, shape.width)
        self.norm_output = nn.LayerNorm(shape.width, eps=1e-12)
        self.dropout = nn.Dropout(dropout)

    def _split(self, x: Tensor) -> Tensor:
        batch, length, width = x.shape
        return x.view(batch, length, self.heads, width // self.heads).transpose(1, 2)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        """``x`` (batch, pieces, width), ``bias`` (batch, 1, 1, pieces) added to the scores."""
        attended = functional.scaled_dot_product_attention(
            self._split(self.query(x)), self._split(self.key(x)), self._split(self.value(x)), bias
        )
        attended = attended.transpose(1, 2).reshape(x.shape)
        x = self.norm_attention(x + self.out(attended))
        return self.norm_output(x + self.dropout(self.outer(functional.gelu(self.inner(x)))))


class Encoder(nn.Module):
    """Word pieces → one vector a piece from every layer."""

    def __init__(self, shape: EncoderShape, dropout: float = 0.1) -> None:
        super().__init__()
        self.words = nn.Embedding(shape.pieces, shape.width)
        self.positions = nn.Embedding(shape.positions, shape.width)
        self.segment = nn.Parameter(torch.zeros(shape.width))
        self.norm = nn.LayerNorm(shape.width, eps=1e-12)
        self.layers = nn.ModuleList(Layer(shape, dropout) for _ in range(shape.layers))
        self.dropout = nn.Dropout(dropout)

    def forward(self, ids: Tensor, mask: Tensor, depth: int | None = None) -> list[Tensor]:
        """``ids`` and ``mask`` (batch, pieces) → hidden states of each layer, or the lowest."""
        places = torch.arange(ids.shape[1], device=ids.device)
        x = self.dropout(self.norm(self.words(ids) + self.positions(places) + self.segment))
        bias = (1.0 - mask[:, None, None, :].to(x.dtype)) * -10000.0
        states = []
        for layer in self.layers[:depth]:
            x = layer(x, bias)
            states.append(x)
        return states


_NAMES = {
    "attention.self.query": "query",
    "attention.self.key": "key",
    "attention.self.value": "value",
    "attention.output.dense": "out",
    "attention.output.LayerNorm": "norm_attention",
    "intermediate.dense": "inner",
    "output.dense": "outer",
    "output.LayerNorm": "norm_output",
}


def load_minilm(encoder: Encoder, file: Path) -> None:
    """Fill ``encoder`` with the published weights in ``file`` (safetensors).

    An encoder of fewer layers takes every so many of the published ones, the last among them.
    """
    from safetensors.torch import load_file

    given = load_file(str(file))
    state = {
        "words.weight": given["embeddings.word_embeddings.weight"],
        "positions.weight": given["embeddings.position_embeddings.weight"],
        "segment": given["embeddings.token_type_embeddings.weight"][0],
        "norm.weight": given["embeddings.LayerNorm.weight"],
        "norm.bias": given["embeddings.LayerNorm.bias"],
    }
    published = 1 + max(int(name.split(".")[2]) for name in given if name.startswith("encoder."))
    for index in range(len(encoder.layers)):
        source = (index + 1) * published // len(encoder.layers) - 1
        for old, new in _NAMES.items():
            for part in ("weight", "bias"):
                weight = given[f"encoder.layer.{source}.{old}.{part}"]
                state[f"layers.{index}.{new}.{part}"] = weight
    encoder.load_state_dict(state)
