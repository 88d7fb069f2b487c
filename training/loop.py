"""The training loop: mixed batches, checkpoints, resume."""

from __future__ import annotations

import json
import random
import re
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor

from dragoman.language.pieces import Pieces
from training import sets
from training.config import Config
from training.documents import Document
from training.encoder import EncoderShape, load_minilm
from training.examples import Cut, Prepared, collate, cuts, prepare
from training.exchange import Exchange
from training.labels import Labels
from training.losses import likeness, losses, total
from training.network import HeadShape, Network
from training.teacher import Teacher, means, units

REPORT_EVERY = 50
# Data sets whose windows go through the network together: those with like labels.
GROUPS = (
    ("ud_ewt", "ud_gum"),
    ("polnear",),
    ("re3d",),
    ("plover_relations", "cameo_class", "cameo_ner", "own"),
    ("directed_sentiment", "newsmtsc"),
)
NEAR = 8
# What begins with trained weights, and is changed more slowly than what does not.
PRETRAINED = ("encoder.", "marked.layers.")
_LAYER = re.compile(r"encoder\.layers\.\d+\.inner\.weight")


@dataclass(frozen=True, slots=True)
class Places:
    """Where a run reads and writes."""

    data: Path
    minilm: Path
    run: Path

    @property
    def checkpoint(self) -> Path:
        """The newest state of the run."""
        return self.run / "checkpoint.pt"


def endless(
    documents: list[Prepared], config: Config, share: int, dice: random.Random
) -> Iterator[list[Cut]]:
    """Batches of windows for ever, cut anew and shuffled each time round."""
    while True:
        fresh = [cut for document in documents for cut in cuts(document, config.limit, dice)]
        dice.shuffle(fresh)
        yield from dealt(fresh, share, dice)


def dealt(fresh: list[Cut], share: int, dice: random.Random) -> Iterator[list[Cut]]:
    """Batches of ``share`` windows of like length; the last may be smaller."""
    many = share * NEAR
    for start in range(0, len(fresh), many):
        alike = sorted(fresh[start : start + many], key=lambda cut: cut.size)
        batches = [alike[place : place + share] for place in range(0, len(alike), share)]
        dice.shuffle(batches)
        yield from batches


def rates(step: int, config: Config) -> float:
    """Share of the full learning rate: linear warm-up, then linear decay to nothing."""
    if step < config.warm_up:
        return step / config.warm_up
    return max(0.0, (config.steps - step) / (config.steps - config.warm_up))


class Run:
    """One training run, from a configuration to a checkpoint."""

    def __init__(self, config: Config, places: Places) -> None:
        self.config, self.places = config, places
        torch.manual_seed(config.seed)
        torch.set_num_threads(config.threads)
        self.dice = random.Random(config.seed)
        places.run.mkdir(parents=True, exist_ok=True)
        self.pieces = Pieces(places.minilm / "tokenizer.json")
        documents = {name: sets.read(name, "train", places.data) for name in config.data}
        self.labels = sets.labels(item for group in documents.values() for item in group)
        self.labels.save(places.run / "labels.json")
        self.prepared = {
            name: [prepare(item, self.labels, self.pieces) for item in self._told(group)]
            for name, group in documents.items()
            if config.data[name].windows
        }
        self.network = network_of(self.labels, config.layers)
        self._weigh(item for group in documents.values() for item in group)
        load_minilm(self.network.encoder, places.minilm / "model.safetensors")
        self.network.encoder.words.weight.requires_grad_(False)
        if config.only:
            for name, weight in self.network.named_parameters():
                weight.requires_grad_(name.startswith(config.only))
        self.below = frozenset(("early",)) if config.only == ("marked.",) else None
        self.teacher = Teacher(places.minilm / "model.safetensors", self.pieces)
        self.optimizer = torch.optim.AdamW(self._groups(), weight_decay=config.decay)
        self.step = 0
        self._resume()

    def _told(self, documents: list[Document]) -> Iterator[Document]:
        """Documents, and copies of those with questions in which other states are named."""
        yield from documents
        if self.config.exchanged:
            exchange = Exchange()
            for document in documents:
                for _ in range(self.config.exchanged if document.questions else 0):
                    other = exchange.exchanged(document, self.dice)
                    if other is not None:
                        yield other

    def _weigh(self, documents: Iterable[Document]) -> None:
        """Count the answers to each decision, so that rare ones are not lost."""
        counts = sets.answer_counts(documents)
        if self.network.marked is not None:
            for name, answers in self.labels.decisions.items():
                self.network.marked.weigh(name, [counts[name, answer] for answer in answers])

    def _groups(self) -> list[dict[str, object]]:
        grouped: dict[bool, list[Tensor]] = {True: [], False: []}
        for name, weight in self.network.named_parameters():
            if weight.requires_grad:
                grouped[name.startswith(PRETRAINED)].append(weight)
        return [
            {"params": grouped[True], "lr": 0.0, "full": self.config.rate_encoder},
            {"params": grouped[False], "lr": 0.0, "full": self.config.rate_heads},
        ]

    def _resume(self) -> None:
        if self.places.checkpoint.exists():
            state = torch.load(self.places.checkpoint, weights_only=True)
            self.network.load_state_dict(state["network"])
            self.optimizer.load_state_dict(state["optimizer"])
            self.step = int(state["step"])
            self.dice.seed(self.config.seed + self.step)
        elif self.config.start:
            given = self.config.start.items()
            self.warm(mixed([(_weights(file), share) for file, share in given]))
            self._branch()

    def _branch(self) -> None:
        """Let the second network begin with the last layers of a run's encoder."""
        if self.config.branch and self.network.marked is not None:
            weights = _weights(self.config.branch)
            upper = {
                name.removeprefix("encoder."): weight
                for name, weight in weights.items()
                if name.startswith("encoder.layers.")
            }
            self.network.marked.branch(upper)

    def warm(self, given: dict[str, Tensor]) -> None:
        """Start from the weights of an earlier run, where they have the same shape."""
        ours = self.network.state_dict()
        fitting = {
            name: value
            for name, value in given.items()
            if name in ours and ours[name].shape == value.shape
        }
        self.network.load_state_dict(fitting, strict=False)

    def save(self) -> None:
        """Write the checkpoint, whole or not at all."""
        draft = self.places.checkpoint.with_suffix(".draft")
        torch.save(
            {
                "network": self.network.state_dict(),
                "optimizer": self.optimizer.state_dict(),
                "step": self.step,
            },
            draft,
        )
        draft.replace(self.places.checkpoint)

    def train(self) -> None:
        """Go on from the last checkpoint to the last step."""
        streams = {
            name: endless(self.prepared[name], self.config, share.windows, self.dice)
            for name, share in self.config.data.items()
            if share.windows
        }
        self.network.train()
        sums: dict[str, list[float]] = defaultdict(list)
        saved = began = time.monotonic()
        seen = 0
        while self.step < self.config.steps:
            seen += self._step(streams, sums)
            self.step += 1
            if self.step % REPORT_EVERY == 0:
                self._report(sums, seen / (time.monotonic() - began))
                sums.clear()
            if time.monotonic() - saved > self.config.save_minutes * 60:
                self.save()
                saved = time.monotonic()
        self.save()

    def _step(self, streams: dict[str, Iterator[list[Cut]]], sums: dict[str, list[float]]) -> int:
        share = rates(self.step, self.config)
        for group in self.optimizer.param_groups:
            group["lr"] = group["full"] * share
        self.optimizer.zero_grad()
        seen = 0
        for number, names in enumerate(GROUPS):
            chosen = [
                cut
                for name in names
                if name in streams and self.step % self.config.data[name].every == 0
                for cut in next(streams[name])
            ]
            alike = (self.step + number) % self.config.likeness_every == 0
            if chosen:
                seen += self._batch(chosen, sums, alike=alike)
        torch.nn.utils.clip_grad_norm_(self.network.parameters(), 1.0)
        self.optimizer.step()
        return seen

    def _batch(self, chosen: list[Cut], sums: dict[str, list[float]], *, alike: bool) -> int:
        batch = collate(chosen, self.pieces, self.labels, self.dice)
        sentences, spots = units(chosen, self.dice) if alike else ([], [])
        wanted = self.below or wanted_of(batch, self.labels)
        wanted |= {"embed"} if spots else set()
        with torch.autocast("cpu", torch.bfloat16, enabled=self.config.bfloat16):
            out = self.network(batch, wanted)
            target = self.teacher.vectors(sentences) if spots else None
        parts = losses(self.network, {k: v.float() for k, v in out.items()}, batch)
        loss = total(parts)
        if target is not None:
            apart = likeness(self.network, means(out["embed"].float(), spots), target)
            loss = loss + self.config.likeness_weight * apart
            parts["likeness"] = apart
        loss.backward()
        for name, part in parts.items():
            sums[name].append(part.item())
        return int(batch["mask"].sum())

    def _report(self, sums: dict[str, list[float]], speed: float) -> None:
        row: dict[str, float] = {"step": self.step, "pieces_a_second": round(speed)}
        row |= {name: round(sum(values) / len(values), 4) for name, values in sums.items()}
        line = json.dumps(row)
        print(line, flush=True)
        with (self.places.run / "log.jsonl").open("a", encoding="utf-8") as log:
            log.write(line + "\n")


def _weights(checkpoint: str) -> dict[str, Tensor]:
    weights: dict[str, Tensor] = torch.load(checkpoint, weights_only=True)["network"]
    return weights


def mixed(runs: list[tuple[dict[str, Tensor], float]]) -> dict[str, Tensor]:
    """The mean of the weights of runs that grew out of one another (Wortsman et al., 2022).

    It keeps what the first had learned better than the last does. Each run comes with its share. A
    weight that some runs lack, or have in another shape than the last, is the mean of the others'.
    """
    last = {name: value for weights, _ in runs for name, value in weights.items()}
    result = {}
    for name, value in last.items():
        alike = [
            (weights[name].float(), share)
            for weights, share in runs
            if name in weights and weights[name].shape == value.shape
        ]
        whole = sum(share for _, share in alike)
        total = torch.stack([each * (share / whole) for each, share in alike]).sum(0)
        result[name] = total.to(value.dtype)
    return result


NEEDS = {
    "heads": "heads",
    "pairs": "links",
    "pairs_back": "chains",
    "spots": "sectors",
    "asked": "early",
}


def wanted_of(batch: dict[str, Tensor], labels: Labels) -> frozenset[str]:
    """The outputs that a batch has labels for."""
    tags = {name for name in labels.tags if name in batch}
    return frozenset(tags | {output for key, output in NEEDS.items() if key in batch})


def network_of(labels: Labels, layers: int) -> Network:
    """A network of so many layers; the second one branches off in its lower third."""
    fork = max(1, layers // 3)
    return Network(labels, EncoderShape(layers=layers), HeadShape(fork=fork, upper=layers - fork))


def load_network(run: Path) -> tuple[Network, Labels, int]:
    """The network of a run's checkpoint, its labels and the step it is at."""
    labels = Labels.load(run / "labels.json")
    state = torch.load(run / "checkpoint.pt", weights_only=True)
    layers = [name for name in state["network"] if _LAYER.match(name)]
    network = network_of(labels, len(layers))
    network.load_state_dict(state["network"])
    network.eval()
    return network, labels, int(state["step"])
