"""A linear-chain conditional random field (Lafferty, McCallum and Pereira, 2001)."""

from __future__ import annotations

import torch
from torch import Tensor, nn


class Chain(nn.Module):
    """Transition scores between tags and the likelihood of a tag sequence."""

    def __init__(self, tags: int) -> None:
        super().__init__()
        self.transitions = nn.Parameter(torch.zeros(tags, tags))
        self.start = nn.Parameter(torch.zeros(tags))

    def loss(self, emissions: Tensor, tags: Tensor, mask: Tensor) -> Tensor:
        """Mean negative log-likelihood a word.

        ``emissions`` (batch, words, tags), ``tags`` (batch, words), ``mask`` (batch, words) with
        true words first.
        """
        spread = self._partition(emissions, mask) - self._score(emissions, tags, mask)
        return spread.sum() / mask.sum().clamp(min=1)

    def _score(self, emissions: Tensor, tags: Tensor, mask: Tensor) -> Tensor:
        at = emissions.gather(2, tags[..., None])[..., 0] * mask
        moves = self.transitions[tags[:, :-1], tags[:, 1:]] * mask[:, 1:]
        return at.sum(1) + moves.sum(1) + self.start[tags[:, 0]]

    def _partition(self, emissions: Tensor, mask: Tensor) -> Tensor:
        alpha = self.start + emissions[:, 0]
        for place in range(1, emissions.shape[1]):
            grown = torch.logsumexp(alpha[:, :, None] + self.transitions, 1) + emissions[:, place]
            alpha = torch.where(mask[:, place, None] > 0, grown, alpha)
        return torch.logsumexp(alpha, 1)
