"""One encoder, many heads: the network that becomes the shipped model."""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional

from dragoman.language.features import QUOTINGS, SHAPES, SPACINGS
from training.crf import Chain
from training.encoder import Encoder, EncoderShape
from training.labels import Labels
from training.marked import Marked

REACH = 32
LINK_BUCKETS = 20


@dataclass(frozen=True, slots=True)
class HeadShape:
    """Widths of the heads.

    The second network branches off after layer ``fork`` and has ``upper`` layers of its own.
    """

    arc: int = 256
    relation: int = 160
    link: int = 96
    coreference: int = 128
    feature: int = 24
    fork: int = 2
    upper: int = 4
    dropout: float = 0.2


class Mix(nn.Module):
    """A learned weighted mean of the encoder's layers (Peters et al., 2018)."""

    def __init__(self, layers: int) -> None:
        super().__init__()
        start = torch.zeros(layers)
        start[-1] = 2.0
        self.weights = nn.Parameter(start)

    def forward(self, states: list[Tensor]) -> Tensor:
        """Layers' states (each batch, pieces, width) → their mean."""
        shares = torch.softmax(self.weights, 0)
        mixed = states[0] * shares[0]
        for index in range(1, len(states)):
            mixed = mixed + states[index] * shares[index]
        return mixed


def pick(states: Tensor, index: Tensor) -> Tensor:
    """Vectors of ``states`` (batch, pieces, width) at ``index`` (batch, words)."""
    return torch.gather(states, 1, index[:, :, None].expand(-1, -1, states.shape[2]))


def ends(states: Tensor, batch: dict[str, Tensor]) -> Tensor:
    """Mean of each word's first and last piece (batch, words, width)."""
    return (pick(states, batch["first"]) + pick(states, batch["last"])) * 0.5


class Words(nn.Module):
    """First and last piece, shape, spacing and quoting → one vector a word."""

    def __init__(self, width: int, heads: HeadShape) -> None:
        super().__init__()
        self.shape = nn.Embedding(len(SHAPES), heads.feature)
        self.spacing = nn.Embedding(len(SPACINGS), heads.feature // 2)
        self.quoting = nn.Embedding(len(QUOTINGS), heads.feature // 2)
        self.join = nn.Linear(2 * width + 2 * heads.feature, width)
        self.norm = nn.LayerNorm(width)
        self.dropout = nn.Dropout(heads.dropout)

    def forward(self, states: Tensor, batch: dict[str, Tensor]) -> Tensor:
        """Piece vectors (batch, pieces, width) → word vectors (batch, words, width)."""
        first, last = pick(states, batch["first"]), pick(states, batch["last"])
        parts = [
            first,
            last,
            self.shape(batch["shape"]),
            self.spacing(batch["spacing"]),
            self.quoting(batch["quoting"]),
        ]
        joined = functional.gelu(self.join(torch.cat(parts, -1)))
        return self.dropout(self.norm(joined + (first + last) * 0.5))


class Network(nn.Module):
    """The encoder with its heads; ``forward`` gives every head's output for every word."""

    def __init__(
        self, labels: Labels, shape: EncoderShape | None = None, heads: HeadShape | None = None
    ) -> None:
        super().__init__()
        shape, heads = shape or EncoderShape(), heads or HeadShape()
        width = shape.width
        self.encoder = Encoder(shape, dropout=0.0)
        self.mix_grammar, self.mix_meaning = Mix(shape.layers), Mix(shape.layers)
        self.grammar, self.meaning = Words(width, heads), Words(width, heads)
        self.upos = nn.Linear(width, len(labels.upos))
        self.feats = nn.Linear(width, len(labels.feats))
        self.lemma = nn.Linear(width, len(labels.lemma))
        self.sentence = nn.Linear(2 * width, 64)
        self.sentence_out = nn.Linear(64, 1)
        self.arc_dependent = self._hidden(width, heads.arc, heads.dropout)
        self.arc_head = self._hidden(width, heads.arc, heads.dropout)
        self.arc_bilinear = nn.Linear(heads.arc, heads.arc, bias=False)
        self.arc_prior = nn.Linear(heads.arc, 1)
        self.arc_root = nn.Linear(heads.arc, 1)
        self.distance = nn.Parameter(torch.zeros(2 * REACH + 1))
        self.relation_dependent = nn.Linear(width, heads.relation)
        self.relation_head = nn.Linear(width, heads.relation)
        self.relation_out = nn.Linear(heads.relation, len(labels.relations))
        self.chains = nn.ModuleDict({name: Chain(len(tags)) for name, tags in labels.tags.items()})
        self.tagger_hidden = nn.ModuleDict(
            {name: self._hidden(width, 192, heads.dropout) for name in labels.tags}
        )
        self.taggers = nn.ModuleDict(
            {name: nn.Linear(192, len(tags)) for name, tags in labels.tags.items()}
        )
        self.link_cue = nn.Linear(width, heads.link)
        self.link_begin = nn.Linear(width, heads.link)
        self.link_end = nn.Linear(width, heads.link)
        self.link_distance = nn.Embedding(LINK_BUCKETS, heads.link)
        self.link_out = nn.Linear(heads.link, 2)
        self.antecedent = nn.Linear(width, heads.coreference)
        self.anaphor = nn.Linear(width, heads.coreference)
        self.alone = nn.Linear(width, 1)
        self.apart = nn.Parameter(torch.zeros(LINK_BUCKETS))
        self.sectors = nn.Linear(width, len(labels.sectors)) if labels.sectors else None
        self.contexts = nn.Linear(width, len(labels.contexts)) if labels.contexts else None
        self.marked = (
            Marked(
                width, labels.decisions, len(labels.roles), len(labels.marks),
                shape=shape, layers=heads.upper,
            )
            if labels.decisions
            else None
        )  # fmt: skip
        self.fork = heads.fork
        self.embed = nn.Linear(width, width)
        nn.init.eye_(self.embed.weight)
        nn.init.zeros_(self.embed.bias)
        nn.init.zeros_(self.arc_bilinear.weight)

    @staticmethod
    def _hidden(width: int, out: int, dropout: float) -> nn.Module:
        return nn.Sequential(nn.Linear(width, out), nn.GELU(), nn.Dropout(dropout))

    def forward(
        self, batch: dict[str, Tensor], wanted: frozenset[str] | None = None
    ) -> dict[str, Tensor]:
        """``batch`` of index tensors → outputs by head, each (batch, words, …).

        ``wanted`` (of ``heads``, ``links``, ``chains``, ``sectors``, ``early`` and the tagging
        heads' names) leaves out what a batch has no labels for. ``early`` are the words' vectors
        for the second network; wanted alone, only the lower layers are run.
        """
        if wanted is None:
            wanted = frozenset(("heads", "links", "chains", "sectors", "early", *self.taggers))
        states = self.encoder(
            batch["ids"], batch["mask"], depth=self.fork if wanted == {"early"} else None
        )
        out = {}
        if "early" in wanted and self.marked is not None:
            out["early"] = ends(states[self.fork - 1], batch)
        return out if wanted == {"early"} else out | self._late(states, batch, wanted)

    def _late(
        self, states: list[Tensor], batch: dict[str, Tensor], wanted: frozenset[str]
    ) -> dict[str, Tensor]:
        out = {"embed": ends(states[-1], batch)}
        if "heads" in wanted:
            out |= self._grammar(self.grammar(self.mix_grammar(states), batch))
        meaning = self.meaning(self.mix_meaning(states), batch)
        for name in self.taggers:
            if name in wanted:
                out[name] = self.taggers[name](self.tagger_hidden[name](meaning))
        if "links" in wanted:
            out["link_cue"] = self.link_cue(meaning)
            out["link_begin"] = self.link_begin(meaning)
            out["link_end"] = self.link_end(meaning)
        if "chains" in wanted:
            out["antecedent"] = self.antecedent(meaning)
            out["anaphor"] = self.anaphor(meaning)
            out["alone"] = self.alone(meaning)[..., 0]
        if "sectors" in wanted and self.sectors is not None:
            out["sectors"] = self.sectors(meaning)
        return out

    def _grammar(self, words: Tensor) -> dict[str, Tensor]:
        dependent, head = self.arc_dependent(words), self.arc_head(words)
        before = functional.pad(words, (0, 0, 1, 0))[:, :-1]
        boundary = functional.gelu(self.sentence(torch.cat([before, words], -1)))
        return {
            "upos": self.upos(words),
            "feats": self.feats(words),
            "lemma": self.lemma(words),
            "sentence": self.sentence_out(boundary)[..., 0],
            "arc_dependent": self.arc_bilinear(dependent)
            + dependent * (dependent.shape[-1] ** -0.5),
            "arc_head": head,
            "arc_prior": self.arc_prior(head)[..., 0],
            "arc_root": self.arc_root(dependent)[..., 0],
            "relation_dependent": self.relation_dependent(words),
            "relation_head": self.relation_head(words),
        }

    def arcs(self, out: dict[str, Tensor]) -> Tensor:
        """Scores (batch, dependents, 1 + heads); column 0 is the root."""
        scores = out["arc_dependent"] @ out["arc_head"].transpose(1, 2)
        scores = scores + out["arc_prior"][:, None, :]
        places = torch.arange(scores.shape[1], device=scores.device)
        apart = (places[None, :] - places[:, None]).clamp(-REACH, REACH) + REACH
        scores = scores + self.distance[apart]
        return torch.cat([out["arc_root"][..., None], scores], -1)

    def relations(self, dependent: Tensor, head: Tensor) -> Tensor:
        """Relation scores for aligned ``dependent`` and ``head`` vectors (…, relation width)."""
        return self.relation_out(functional.gelu(dependent + head))

    def links(self, cue: Tensor, begin: Tensor, end: Tensor, bucket: Tensor) -> Tensor:
        """Scores (…, 2) that a cue and a span belong together, as source and as content."""
        return self.link_out(functional.gelu(cue + begin + end + self.link_distance(bucket)))

    def antecedents(self, anaphor: Tensor, antecedent: Tensor, bucket: Tensor) -> Tensor:
        """Scores that a mention goes back to an earlier one; the alternative is ``alone``."""
        return (anaphor * antecedent).sum(-1) * anaphor.shape[-1] ** -0.5 + self.apart[bucket]
