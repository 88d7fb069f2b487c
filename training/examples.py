"""Documents → windows of word pieces with label tensors, → batches."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

import torch
from torch import Tensor

from dragoman.language import lemmas
from dragoman.language.features import quoting, shape
from dragoman.language.links import bucket
from dragoman.language.pieces import Pieces
from dragoman.language.states import state_words
from training.documents import Document, Grammar, Link
from training.labels import Labels, chain_tags
from training.questions import (
    chain_tensors,
    context_tensors,
    question_tensors,
    rounded,
    sector_tensors,
)

IGNORED = -100
OUTSIDE_SENTENCE = -10_000.0


@dataclass(frozen=True, slots=True)
class Prepared:
    """A document with its labels as numbers; ``word`` columns are one entry a word."""

    document: Document
    pieces: list[tuple[int, ...]]
    columns: dict[str, list[int]]
    sentences: list[tuple[int, int]]
    paragraphs: list[tuple[int, int]]

    @property
    def length(self) -> int:
        """Number of words."""
        return len(self.pieces)


def prepare(document: Document, labels: Labels, pieces: Pieces) -> Prepared:
    """Look up every label's number once."""
    columns = {
        "shape": [shape(word) for word in document.words],
        "spacing": list(document.spacings),
        "quoting": quoting(document.words, document.spacings),
    }
    if document.questions:
        columns["hidden"] = state_words(document.words).astype(int).tolist()
    for name, tags in document.tags.items():
        index = {label: place for place, label in enumerate(labels.tags[name])}
        columns[name] = [index[tag] for tag in tags]
    starts = [place for place, gap in enumerate(document.spacings) if gap == 3]
    sentences = []
    if document.grammar is not None:
        columns |= _grammar(document.words, document.grammar, labels)
        sentences = _ranges(document.grammar.starts, len(document.words))
    return Prepared(
        document, pieces(document.words), columns, sentences, _ranges(starts, len(document.words))
    )


def _grammar(words: list[str], grammar: Grammar, labels: Labels) -> dict[str, list[int]]:
    upos = {label: place for place, label in enumerate(labels.upos)}
    feats = {label: place for place, label in enumerate(labels.feats)}
    scripts = {label: place for place, label in enumerate(labels.lemma)}
    relations = {label: place for place, label in enumerate(labels.relations)}
    firsts = set(grammar.starts)
    wanted = [lemmas.script(*pair) for pair in zip(words, grammar.lemmas, strict=True)]
    return {
        "upos": [upos.get(label, IGNORED) for label in grammar.upos],
        "feats": [feats.get(label, IGNORED) for label in grammar.feats],
        "lemma": [scripts.get(label, IGNORED) for label in wanted],
        "relations": [relations.get(label, IGNORED) for label in grammar.relations],
        "heads": list(grammar.heads),
        "sentence": [int(place in firsts) for place in range(len(words))],
    }


def _ranges(starts: Sequence[int], length: int) -> list[tuple[int, int]]:
    if not starts or starts[0] != 0:
        starts = [0, *starts]
    return list(zip(starts, [*starts[1:], length], strict=True))


@dataclass(frozen=True, slots=True)
class Cut:
    """Words ``start`` to ``end`` of a prepared document."""

    prepared: Prepared
    start: int
    end: int

    @property
    def size(self) -> int:
        """Word pieces."""
        return sum(len(ids) for ids in self.prepared.pieces[self.start : self.end])


def cuts(prepared: Prepared, limit: int, dice: random.Random) -> list[Cut]:
    """Cut a document into windows without overlap, at other places each time.

    Windows end with a sentence where sentences are known and short enough. A document with
    questions is one window, or none where it is too long for one.
    """
    if prepared.document.questions:
        whole = Cut(prepared, 0, prepared.length)
        return [whole] if whole.size <= limit else []
    sums = [0, *accumulate(len(ids) for ids in prepared.pieces)]
    ends = [end for _, end in prepared.sentences] or list(range(1, prepared.length + 1))
    result, start = [], 0
    room = dice.randint(limit // 4, limit)
    while start < prepared.length:
        fitting = [end for end in ends if end > start and sums[end] - sums[start] <= room]
        end = fitting[-1] if fitting else _longest(sums, start, limit)
        result.append(Cut(prepared, start, end))
        start = end
        room = limit
        ends = [place for place in ends if place > end]
    return result


def _longest(sums: list[int], start: int, limit: int) -> int:
    end = start + 1
    while end + 1 < len(sums) and sums[end + 1] - sums[start] <= limit:
        end += 1
    return end


SHAPES_CHANGED = 0.06


def collate(
    chosen: Sequence[Cut], pieces: Pieces, labels: Labels, dice: random.Random | None
) -> dict[str, Tensor]:
    """Stack windows; ``dice`` (training only) changes some windows' case.

    A column that only some windows have is followed by ``rows:NAME``, the windows that have it.
    """
    # The matrix kernels are made anew for each shape, so shapes should recur.
    words = rounded(max(cut.end - cut.start for cut in chosen), 16)
    length = rounded(max(cut.size for cut in chosen) + 2, 32)
    batch = {
        "ids": torch.full((len(chosen), length), pieces.pad),
        "mask": torch.zeros(len(chosen), length, dtype=torch.long),
        "first": torch.zeros(len(chosen), words, dtype=torch.long),
        "last": torch.zeros(len(chosen), words, dtype=torch.long),
        "words": torch.zeros(len(chosen), words),
    }
    for name in {name for cut in chosen for name in cut.prepared.columns}:
        fill = IGNORED if name not in (*_INPUTS, *_CHAINS) else 0
        batch[name] = torch.full((len(chosen), words), fill)
        if name in _CHAINS:
            holders = [row for row, cut in enumerate(chosen) if name in cut.prepared.columns]
            batch[f"rows:{name}"] = torch.tensor(holders)
    for row, cut in enumerate(chosen):
        _fill(batch, row, cut, pieces, dice)
    if any(cut.prepared.sentences for cut in chosen):
        batch["same"] = _same(chosen, words)
    if any(cut.prepared.document.links for cut in chosen):
        batch |= link_tensors(chosen)
    batch |= question_tensors(chosen, labels, words, dice)
    batch |= sector_tensors(chosen, labels)
    batch |= context_tensors(chosen, labels)
    if any(cut.prepared.document.chains for cut in chosen):
        batch |= chain_tensors(chosen)
    return batch


_CHAINS = tuple(chain_tags())
_INPUTS = ("shape", "spacing", "quoting", "hidden")


def _fill(
    batch: dict[str, Tensor], row: int, cut: Cut, pieces: Pieces, dice: random.Random | None
) -> None:
    ids, first, last = [pieces.begin], [], []
    for word in cut.prepared.pieces[cut.start : cut.end]:
        first.append(len(ids))
        ids.extend(word)
        last.append(len(ids) - 1)
    ids.append(pieces.end)
    count = len(first)
    batch["ids"][row, : len(ids)] = torch.tensor(ids)
    batch["mask"][row, : len(ids)] = 1
    batch["first"][row, :count] = torch.tensor(first)
    batch["last"][row, :count] = torch.tensor(last)
    batch["words"][row, :count] = 1.0
    for name, column in cut.prepared.columns.items():
        values = torch.tensor(column[cut.start : cut.end])
        if name == "heads":
            values = _local_heads(values, cut)
        batch[name][row, :count] = values
    if dice is not None and dice.random() < SHAPES_CHANGED:
        letters = batch["shape"][row] <= 4
        batch["shape"][row, letters] = dice.choice((0, 1, 2))


def _local_heads(heads: Tensor, cut: Cut) -> Tensor:
    local = torch.where(heads < 0, 0, heads - cut.start + 1)
    outside = (heads >= 0) & ((heads < cut.start) | (heads >= cut.end))
    return torch.where(outside, IGNORED, local)


def _same(chosen: Sequence[Cut], words: int) -> Tensor:
    """0 between words of one sentence, a large negative number elsewhere."""
    result = torch.full((len(chosen), words, words), OUTSIDE_SENTENCE)
    for row, cut in enumerate(chosen):
        for start, end in cut.prepared.sentences:
            low, high = max(start, cut.start) - cut.start, min(end, cut.end) - cut.start
            if low < high:
                result[row, low:high, low:high] = 0.0
    return result


def link_tensors(chosen: Sequence[Cut]) -> dict[str, Tensor]:
    """Pairs (cue, span) of each window and which of them belong together.

    ``pairs`` (pairs, 5): window, cue word, span's first and last word, distance bucket;
    ``linked`` (pairs, 2): as source, as content, -1 where the pair is not of that kind.
    """
    pairs: list[tuple[int, int, int, int, int]] = []
    linked: list[tuple[float, float]] = []
    for row, cut in enumerate(chosen):
        inside = [link for link in cut.prepared.document.links or [] if _within(link, cut)]
        cues = {link.cue[0] for link in inside}
        for column, part in enumerate(("source", "content")):
            spans = {span for link in inside for span in getattr(link, part)}
            true = {(link.cue[0], span) for link in inside for span in getattr(link, part)}
            for cue in cues:
                for span in spans:
                    near = bucket(cue, span)
                    if near is None:
                        continue
                    pairs.append((row, cue[0] - cut.start, span[0] - cut.start,
                                  span[1] - 1 - cut.start, near))  # fmt: skip
                    value = float((cue, span) in true)
                    linked.append((value, -1.0) if column == 0 else (-1.0, value))
    return {
        "pairs": torch.tensor(pairs, dtype=torch.long).reshape(-1, 5),
        "linked": torch.tensor(linked).reshape(-1, 2),
    }


def _within(link: Link, cut: Cut) -> bool:
    spans = [*link.cue, *link.source, *link.content]
    return bool(link.cue) and all(cut.start <= a and b <= cut.end for a, b in spans)
