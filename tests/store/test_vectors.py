"""Vectors come back in the direction they were kept in."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from dragoman.errors import StoreError
from dragoman.store import Store
from dragoman.store.search import vectors
from dragoman.store.search.vectors import Floats
from tests.store.changes import at

SPANS = [(0, 10), (11, 20), (21, 35)]


def some(number: int = 3, width: int = 8) -> Floats:
    made = np.random.default_rng(number).normal(size=(number, width)).astype(np.float32)
    return vectors.unit(made)


def test_sentences_come_back_with_their_spans(store: Store) -> None:
    with store.work() as unit:
        reading = unit.writer.write(at()).reading
        vectors.keep(unit.connection, reading, some(), SPANS)
    with store.view() as view:
        kept = vectors.kept(view.connection, reading)
    assert kept is not None
    assert kept.spans == tuple(SPANS)
    assert np.einsum("ij,ij->i", kept.sentences, some()).min() > 0.999
    assert float(kept.article @ vectors.of_article(some())) > 0.999


def test_keeping_again_replaces(store: Store) -> None:
    with store.work() as unit:
        reading = unit.writer.write(at()).reading
        vectors.keep(unit.connection, reading, some(), SPANS)
        vectors.keep(unit.connection, reading, some(2), SPANS[:2])
        kept = vectors.kept(unit.connection, reading)
    assert kept is not None
    assert len(kept.sentences) == 2


def test_a_text_without_sentences_has_no_vectors(store: Store) -> None:
    with store.work() as unit:
        reading = unit.writer.write(at()).reading
        vectors.keep(unit.connection, reading, np.zeros((0, 8), np.float32), [])
        assert vectors.kept(unit.connection, reading) is None


@pytest.mark.parametrize(
    ("sentences", "number"),
    [
        (some(3), 2),
        (np.zeros((8,), np.float32), 8),
        (np.full((1, 8), np.nan, np.float32), 1),
        (np.full((1, 8), np.inf, np.float32), 1),
        (np.zeros((1, 2, 4), np.float32), 1),
    ],
)
def test_what_is_no_vector_a_sentence_is_refused(
    store: Store, sentences: Floats, number: int
) -> None:
    with store.work() as unit:
        reading = unit.writer.write(at()).reading
        with pytest.raises(StoreError, match="vector"):
            vectors.keep(unit.connection, reading, sentences, [(0, 1)] * number)


@pytest.mark.parametrize(("data", "number"), [(b"", 1), (b"abc", 2), (b"abc", 0)])
def test_damaged_bytes_are_told(data: bytes, number: int) -> None:
    with pytest.raises(StoreError, match="bytes"):
        vectors.unpacked(data, number)


@given(arrays(np.float32, (4, 16), elements=st.floats(-1, 1, width=32)))
def test_packing_turns_no_vector_far(rows: Floats) -> None:
    length_one = vectors.unit(rows)
    back = vectors.unpacked(vectors.packed(length_one), len(rows))
    lengths = np.linalg.norm(length_one, axis=1)
    likeness = np.einsum("ij,ij->i", back, length_one)
    assert (likeness[lengths > 0.9] > 0.99).all()
