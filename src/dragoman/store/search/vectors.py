"""Vectors of articles and their sentences, as they are kept.

The reader's encoder gives each sentence a vector of length one, and a likeness is the cosine of
two of them. That asks for the direction alone, so one byte a number is kept: it moves a cosine by
less than 0.01, and an article of forty sentences takes 16 kB instead of 64.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection, delete, insert, select

from dragoman.errors import StoreError
from dragoman.records import Span
from dragoman.store.tables import vectors as table

Floats = NDArray[np.float32]

LEAD = 5
"""Sentences at the head of an article that count more: there it says what it is about."""

LEAD_WEIGHT = 8
"""As how many others each of them counts."""

_AXES = 2
_LARGEST = 127
_SPAN = np.dtype("<i4")


@dataclass(frozen=True, slots=True)
class Vectors:
    """What is kept of a reading: ``article`` (width,), ``spans``, ``sentences`` (n, width).

    Vectors have length one, or are zero where the encoder found nothing.
    """

    article: Floats
    spans: tuple[Span, ...]
    sentences: Floats


def keep(connection: Connection, reading: int, sentences: Floats, spans: Sequence[Span]) -> None:
    """Keep the vectors of a reading's sentences; what was kept of it before is replaced.

    Args:
        connection: To the store, within a unit of work.
        reading: The number of the reading (:attr:`~dragoman.store.Written.reading`).
        sentences: One vector a sentence, (n, width): the reader's ``doc._.sentence_vectors``.
        spans: Where each sentence stands in the article's text.

    Raises:
        StoreError: There are not as many vectors as spans, or a number in them is not finite.
    """
    found = np.asarray(sentences, dtype=np.float32)
    if found.ndim != _AXES or len(found) != len(spans):
        raise StoreError(f"{len(spans)} sentences need one vector each, not {found.shape}.")
    if not np.isfinite(found).all():
        raise StoreError("A vector of a sentence holds what is no finite number.")
    forget(connection, reading)
    if found.size:
        row = {
            "reading_id": reading,
            "article": packed(of_article(found)),
            "spans": np.array(spans, dtype=_SPAN).tobytes(),
            "sentences": packed(found),
        }
        connection.execute(insert(table), row)


def forget(connection: Connection, reading: int) -> None:
    """Drop the vectors of a reading, if any are kept."""
    connection.execute(delete(table).where(table.c.reading_id == reading))


def kept(connection: Connection, reading: int) -> Vectors | None:
    """Return the vectors of a reading; ``None`` where none are kept."""
    row = connection.execute(select(table).where(table.c.reading_id == reading)).one_or_none()
    if row is None:
        return None
    spans = unpacked_spans(row.spans)
    return Vectors(unpacked(row.article, 1)[0], spans, unpacked(row.sentences, len(spans)))


def of_article(sentences: Floats) -> Floats:
    """Return one vector for an article: the mean of its sentences, the first counting more."""
    weights = np.ones((len(sentences), 1), dtype=np.float32)
    weights[:LEAD] = LEAD_WEIGHT
    mean: Floats = unit((sentences * weights).sum(0, keepdims=True))[0]
    return mean


def unit(rows: Floats) -> Floats:
    """Return vectors of length one; a vector of zeros stays as it is."""
    norms = np.linalg.norm(rows, axis=1, keepdims=True)
    return np.asarray(rows / np.maximum(norms, 1e-9), dtype=np.float32)


def cosine(one: Floats, other: Floats) -> float:
    """Return how alike two vectors of any length are, from -1 to 1.

    Vectors of encoders of different widths are not alike at all.
    """
    if one.shape != other.shape:
        return 0.0
    lengths = float(np.linalg.norm(one) * np.linalg.norm(other))
    return float(one @ other) / lengths if lengths else 0.0


def packed(vectors: Floats) -> bytes:
    """Return vectors, (n, width) or (width,), with one signed byte for each number."""
    rows = np.atleast_2d(vectors)
    largest = np.abs(rows).max(axis=1, keepdims=True)
    scaled = np.rint(rows / np.maximum(largest, 1e-9) * _LARGEST)
    data: bytes = scaled.astype(np.int8).tobytes()
    return data


def unpacked(data: bytes, number: int) -> Floats:
    """Return so many packed vectors, of length one.

    Raises:
        StoreError: The bytes are not those of so many vectors.
    """
    if number < 1 or not data or len(data) % number:
        raise StoreError(f"{len(data)} bytes are not {number} vectors.")
    rows = np.frombuffer(data, dtype=np.int8).reshape(number, -1)
    return unit(rows.astype(np.float32))


def unpacked_spans(data: bytes) -> tuple[Span, ...]:
    """Return the spans of a reading's sentences."""
    pairs = np.frombuffer(data, dtype=_SPAN).reshape(-1, 2).tolist()
    return tuple((start, end) for start, end in pairs)
