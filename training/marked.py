"""The second, small network: what it says of marked words of a sentence.

It branches off the encoder: it takes the word vectors that the first network's lower layers made in
the one run over the text, adds a vector for the mark to each marked word, and runs upper layers of
its own. So what decides about marked words costs the heads of the first network nothing, the upper
layers see the marks, and the lower ones need not be run again for each question. What stands at the
marks is asked. The words' places are told once more, because the vectors of states' names are left
out (:mod:`dragoman.language.states`).
"""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional

from training.encoder import EncoderShape, Layer

HIDDEN = 128
DROPPED = 0.1
PLACES = 128
RARENESS = 0.35
MOST_WEIGHT = 4.0


class Marked(nn.Module):
    """Word vectors with marks → answers to each decision, and a role for each word."""

    def __init__(
        self,
        width: int,
        decisions: dict[str, tuple[str, ...]],
        roles: int,
        marks: int,
        *,
        shape: EncoderShape,
        layers: int,
        dropout: float = 0.2,
    ) -> None:
        super().__init__()
        self.marks = nn.Embedding(marks, width)
        self.places = nn.Embedding(PLACES, width)
        nn.init.zeros_(self.places.weight)
        self.layers = nn.ModuleList(Layer(shape, DROPPED) for _ in range(layers))
        self.look = nn.Linear(width, 1)
        self.join = nn.Linear(4 * width, width)
        self.hidden = nn.ModuleDict({name: nn.Linear(width, HIDDEN) for name in decisions})
        self.answer = nn.ModuleDict(
            {name: nn.Linear(HIDDEN, len(answers)) for name, answers in decisions.items()}
        )
        for name, answers in decisions.items():
            self.register_buffer(f"rare_{name}", torch.ones(len(answers)), persistent=False)
        self.roles = nn.Linear(2 * width, roles)
        self.dropout = nn.Dropout(dropout)

    def branch(self, upper: dict[str, Tensor]) -> None:
        """Begin with the last layers of an encoder, whose weights ``upper`` are (by its names)."""
        first = 1 + max(int(name.split(".")[1]) for name in upper if name.startswith("layers."))
        first -= len(self.layers)
        for place, layer in enumerate(self.layers):
            start = f"layers.{first + place}."
            layer.load_state_dict(
                {name.removeprefix(start): w for name, w in upper.items() if name.startswith(start)}
            )

    def weigh(self, decision: str, counts: list[int]) -> None:
        """Let rare answers count for more in training, by their ``counts``."""
        known = torch.tensor([max(count, 1) for count in counts], dtype=torch.float)
        weights = (known.mean() / known) ** RARENESS
        spread = (weights * known).sum() / known.sum()
        getattr(self, f"rare_{decision}").copy_((weights / spread).clamp(max=MOST_WEIGHT))

    def even(self, decision: str) -> None:
        """Take off again what :meth:`weigh` made training add to rare answers.

        Afterwards the shares of a decision's answers are those of the training sentences, where
        they had been drawn towards rare answers.
        """
        with torch.no_grad():
            self.answer[decision].bias -= getattr(self, f"rare_{decision}").log()

    def forward(
        self, vectors: Tensor, marks: Tensor, mask: Tensor, wanted: frozenset[str] | None = None
    ) -> dict[str, Tensor]:
        """Word vectors (questions, words, width), marks and mask (questions, words) → answers.

        Each decision gives (questions, answers), ``roles`` (questions, words, roles).
        """
        places = torch.arange(marks.shape[1], device=marks.device).clamp(max=PLACES - 1)
        words = vectors + self.marks(marks) + self.places(places)
        bias = (1.0 - mask[:, None, None, :].to(words.dtype)) * -10000.0
        for layer in self.layers:
            words = layer(words, bias)
        seen = self._pooled(words, marks, mask)
        joined = self.dropout(functional.gelu(self.join(seen)))
        out = {}
        for name, answer in self.answer.items():
            if wanted is None or name in wanted:
                out[name] = answer(self.dropout(functional.gelu(self.hidden[name](joined))))
        if wanted is None or "roles" in wanted:
            spot = seen[:, None, : words.shape[-1]].expand_as(words)
            out["roles"] = self.roles(torch.cat([words, words * spot], -1))
        return out

    def _pooled(self, words: Tensor, marks: Tensor, mask: Tensor) -> Tensor:
        """What stands at the first, the second and the other mark, and what is looked at most."""
        weights = self.look(words)[..., 0] + (mask.to(words.dtype) - 1.0) * 10000.0
        whole = (torch.softmax(weights, -1)[..., None] * words).sum(1)
        return torch.cat(
            [_mean(words, marks >= 3), _mean(words, marks == 1), _mean(words, marks == 2), whole],
            -1,
        )


def _mean(words: Tensor, chosen: Tensor) -> Tensor:
    """Mean of the chosen words (questions, width); nothing where none is."""
    weights = chosen.to(words.dtype)[..., None]
    return (words * weights).sum(1) / weights.sum(1).clamp(min=1.0)
