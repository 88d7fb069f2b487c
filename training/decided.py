"""Dev figures of the decisions, taken from the float network itself: quick looks while training."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

import torch

from dragoman.language.pieces import Pieces
from training import sets
from training.examples import Cut, collate, prepare
from training.labels import Labels
from training.loop import load_network, wanted_of
from training.losses import seen
from training.network import Network
from training.questions import IGNORED

SETS = (
    "plover_relations",
    "cameo_class",
    "cameo_ner",
    "directed_sentiment",
    "newsmtsc",
    "own",
)
BATCH = 16
LONGEST = 500
Pair = tuple[int, int]


def decided(run: Path, minilm: Path, data: Path) -> dict[str, dict[str, float]]:
    """Accuracy and macro-F1 of every decision on the dev part of every set of sentences."""
    network, labels, _ = load_network(run)
    pieces = Pieces(minilm / "tokenizer.json")
    result = {}
    for name in SETS:
        prepared = [prepare(item, labels, pieces) for item in sets.read(name, "dev", data)]
        whole = (Cut(item, 0, item.length) for item in prepared)
        chosen = [cut for cut in whole if cut.size <= LONGEST]
        pairs: dict[str, list[Pair]] = defaultdict(list)
        for head, pair in _pairs(network, labels, pieces, chosen):
            pairs[head].append(pair)
        for head, found in pairs.items():
            result[f"{name} {head}"] = {
                "n": float(len(found)),
                "accuracy": sum(gold == got for gold, got in found) / len(found),
                "macro": macro(found),
            }
    return result


def macro(pairs: list[Pair]) -> float:
    """Mean F1 of the answers that are right somewhere."""
    hits = Counter(gold for gold, got in pairs if gold == got)
    golds, gots = Counter(gold for gold, _ in pairs), Counter(got for _, got in pairs)
    return sum(2 * hits[x] / (golds[x] + gots[x]) for x in golds) / len(golds)


@torch.no_grad()
def _pairs(
    network: Network, labels: Labels, pieces: Pieces, chosen: list[Cut]
) -> Iterator[tuple[str, Pair]]:
    chosen = sorted(chosen, key=lambda cut: cut.size)
    for start in range(0, len(chosen), BATCH):
        batch = collate(chosen[start : start + BATCH], pieces, labels, None)
        out = network(batch, wanted_of(batch, labels))
        if "asked" in batch and network.marked is not None:
            asked = batch["asked"]
            answers = network.marked(seen(out, batch)[asked], batch["marks"], batch["words"][asked])
            for head, scores in answers.items():
                gold = batch["roles" if head == "roles" else f"answer:{head}"]
                known = gold != IGNORED
                yield from _zipped(head, gold[known], scores.argmax(-1)[known])
        for head in labels.tags:
            if head in batch:
                known = batch["words"].bool()
                yield from _zipped(head, batch[head][known], out[head].argmax(-1)[known])


def _zipped(head: str, gold: torch.Tensor, got: torch.Tensor) -> Iterator[tuple[str, Pair]]:
    for pair in zip(gold.tolist(), got.tolist(), strict=True):
        yield head, pair
