"""What the encoder and its heads say of each word of a text, put together from windows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from dragoman.language.features import quoting, shape
from dragoman.language.pieces import Pieces
from dragoman.language.windows import Window, windows

Arrays = Mapping[str, NDArray[Any]]
LIMIT = 190
OVERLAP = 40


class Backend(Protocol):
    """Runs the network: a batch of index arrays → outputs by head, each (batch, words, …)."""

    def each(self, given: Iterable[Arrays]) -> Iterator[Arrays]:
        """Run batches; their outputs in the same order."""
        ...


@dataclass(frozen=True, slots=True)
class Words:
    """A text cut into words, with the space before each (:data:`features.SPACINGS`)."""

    forms: Sequence[str]
    spacings: Sequence[int]


@dataclass(frozen=True, slots=True)
class Reading:
    """The heads' outputs for one text: arrays by head, the first axis being its words."""

    arrays: Arrays
    spacings: Sequence[int]

    def __len__(self) -> int:
        return len(self.spacings)

    def __getitem__(self, head: str) -> NDArray[Any]:
        return self.arrays[head]


@dataclass(frozen=True, slots=True)
class _Piece:
    """One window of a text and its size in word pieces."""

    window: Window
    size: int


class Prepared:
    """A text's words as pieces and features, ready to be cut into windows."""

    __slots__ = ("features", "pieces", "sizes", "words")

    def __init__(self, words: Words, pieces: Pieces) -> None:
        self.words = words
        self.pieces = pieces(words.forms)
        self.sizes = [len(ids) for ids in self.pieces]
        self.features = np.array(
            [
                [shape(form) for form in words.forms],
                list(words.spacings),
                quoting(words.forms, words.spacings),
            ],
            dtype=np.int64,
        ).reshape(3, len(words.forms))


def read(
    texts: Sequence[Words], pieces: Pieces, backend: Backend, *, batch_size: int = 4
) -> list[Reading]:
    """Run ``texts`` through the network, each in batches of windows of like length.

    No two texts share a batch: the int8 network scales its numbers by the whole batch, and what
    is read of a text must not hang on what is read beside it.
    """
    return [_read_one(Prepared(words, pieces), pieces, backend, batch_size) for words in texts]


def _read_one(text: Prepared, pieces: Pieces, backend: Backend, batch_size: int) -> Reading:
    parts: list[tuple[int, Arrays]] = []
    groups = list(batches(text, batch_size))
    outputs = backend.each(stack(text, group, pieces) for group in groups)
    for group, out in zip(groups, outputs, strict=True):
        for row, piece in enumerate(group):
            kept = piece.window
            low, high = kept.keep_start - kept.start, kept.keep_end - kept.start
            arrays = {name: rows[row, low:high] for name, rows in out.items()}
            parts.append((kept.keep_start, arrays))
    return Reading(_join(parts), text.words.spacings)


def batches(text: Prepared, batch_size: int, *, overlap: int = OVERLAP) -> Iterator[list[_Piece]]:
    """A text's windows, sorted by length and cut into batches."""
    cut = [
        _Piece(window, sum(text.sizes[window.start : window.end]))
        for window in windows(text.sizes, LIMIT, overlap)
    ]
    cut.sort(key=lambda piece: piece.size)
    for start in range(0, len(cut), batch_size):
        yield cut[start : start + batch_size]


def stack(text: Prepared, group: Sequence[_Piece], pieces: Pieces) -> Arrays:
    """Index arrays of one batch."""
    length = max(piece.size for piece in group) + 2
    count = max(piece.window.end - piece.window.start for piece in group)
    ids = np.full((len(group), length), pieces.pad, dtype=np.int64)
    mask = np.zeros((len(group), length), dtype=np.int64)
    words = np.zeros((5, len(group), count), dtype=np.int64)
    for row, piece in enumerate(group):
        window = piece.window
        flat = [part for word in text.pieces[window.start : window.end] for part in word]
        ids[row, : len(flat) + 2] = [pieces.begin, *flat, pieces.end]
        mask[row, : len(flat) + 2] = 1
        ends = np.cumsum(text.sizes[window.start : window.end])
        width = len(ends)
        words[0, row, 1:width] = ends[:-1]
        words[0, row, :width] += 1
        words[1, row, :width] = ends
        words[2:, row, :width] = text.features[:, window.start : window.end]
    names = ("first", "last", "shape", "spacing", "quoting")
    return {"ids": ids, "mask": mask, **dict(zip(names, words, strict=True))}


def _join(parts: list[tuple[int, Arrays]]) -> Arrays:
    ordered = [arrays for _, arrays in sorted(parts, key=lambda part: part[0])]
    if not ordered:
        return {}
    if len(ordered) == 1:
        return {name: rows.copy() for name, rows in ordered[0].items()}
    return {name: np.concatenate([part[name] for part in ordered]) for name in ordered[0]}
