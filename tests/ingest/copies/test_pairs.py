"""Copies are told from what merely resembles them, on 200 pairs."""

from __future__ import annotations

from collections import Counter
from functools import cache

import pytest

from dragoman.ingest.copies import CopyIndex, compare, fingerprint
from tests.ingest.copies.pairs import SET_ON, Pair, pairs

LEAST_PRECISION = 0.97
LEAST_RECALL = 0.93


@cache
def judged() -> tuple[tuple[Pair, bool], ...]:
    return tuple(
        (pair, compare(fingerprint(pair.other), fingerprint(pair.story)).is_copy)
        for pair in pairs()
    )


def test_there_are_as_many_of_each_kind_as_there_should_be() -> None:
    kinds = Counter(pair.kind for pair, _ in judged())
    assert kinds.total() == 200
    assert set(kinds) == {"copy", "edit", "follow-up", "other"}
    assert min(kinds.values()) >= 48


@pytest.mark.parametrize("seen", [True, False], ids=["set on", "held back"])
def test_copies_are_told_on_each_half(seen: bool) -> None:
    half = [(pair, told) for pair, told in judged() if (pair.topic in SET_ON) is seen]
    right = sum(1 for pair, told in half if told and pair.is_copy)
    told_in_all = sum(1 for _, told in half if told)
    copies = sum(1 for pair, _ in half if pair.is_copy)
    assert right / told_in_all >= LEAST_PRECISION
    assert right / copies >= LEAST_RECALL


def test_the_index_finds_what_comparing_finds() -> None:
    for pair, told in judged():
        index = CopyIndex()
        index.add(pair.story)
        finding = index.add(pair.other)
        same = pair.story.id == pair.other.id
        expected = pair.story.id if told and not same else None
        assert (finding.copy.original if finding.copy else None) == expected, pair
