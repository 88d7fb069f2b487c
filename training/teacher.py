"""The original encoder, whose sentence vectors the trained one is kept close to."""

from __future__ import annotations

import random
from pathlib import Path

import torch
from torch import Tensor
from torch.nn import functional

from dragoman.language.pieces import Pieces
from training.encoder import Encoder, EncoderShape, load_minilm
from training.examples import Cut

LONGEST = 62
MOST = 10


class Teacher:
    """all-MiniLM-L6-v2 as published: mean of the piece vectors, scaled to length one."""

    def __init__(self, weights: Path, pieces: Pieces) -> None:
        self._encoder = Encoder(EncoderShape(), dropout=0.0)
        load_minilm(self._encoder, weights)
        self._encoder.eval()
        self._pieces = pieces

    @torch.no_grad()
    def vectors(self, sentences: list[list[int]]) -> Tensor:
        """Word pieces of sentences → (sentences, width)."""
        cut = [[self._pieces.begin, *ids[:LONGEST], self._pieces.end] for ids in sentences]
        length = max(len(ids) for ids in cut)
        ids = torch.tensor([row + [self._pieces.pad] * (length - len(row)) for row in cut])
        mask = torch.tensor([[1] * len(row) + [0] * (length - len(row)) for row in cut])
        states = self._encoder(ids, mask)[-1].float()
        weights = mask[..., None].float()
        return functional.normalize((states * weights).sum(1) / weights.sum(1), dim=-1)


def units(
    chosen: list[Cut], dice: random.Random
) -> tuple[list[list[int]], list[tuple[int, int, int]]]:
    """Some sentences (or paragraphs) that stand whole in the windows.

    At most :data:`MOST`: the pieces of each, and where it stands (row, start, end).
    """
    found = []
    for row, cut in enumerate(chosen):
        prepared = cut.prepared
        for start, end in prepared.sentences or prepared.paragraphs:
            if start < cut.start or end > cut.end or end - start < 3:
                continue
            flat = [piece for word in prepared.pieces[start:end] for piece in word]
            if len(flat) <= LONGEST:
                found.append((flat, (row, start - cut.start, end - cut.start)))
    picked = dice.sample(found, min(MOST, len(found)))
    return [flat for flat, _ in picked], [place for _, place in picked]


def means(embed: Tensor, places: list[tuple[int, int, int]]) -> Tensor:
    """Mean word vector of each place in ``embed`` (batch, words, width)."""
    return torch.stack([embed[row, start:end].mean(0) for row, start, end in places])
