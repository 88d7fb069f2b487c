"""Distance between a cue and a span, in steps."""

from __future__ import annotations

import pytest

from dragoman.language.links import BUCKETS, bucket


@pytest.mark.parametrize(
    ("cue", "span", "step"),
    [
        ((5, 6), (6, 9), 10),
        ((5, 6), (7, 9), 11),
        ((5, 6), (3, 5), 0),
        ((5, 6), (1, 4), 1),
        ((100, 101), (1, 4), 9),
        ((5, 7), (5, 6), 10),
    ],
)
def test_step(cue: tuple[int, int], span: tuple[int, int], step: int) -> None:
    assert bucket(cue, span) == step


def test_too_far_apart() -> None:
    assert bucket((0, 1), (300, 310)) is None


def test_steps_stay_below_their_number() -> None:
    assert all((bucket((200, 201), (place, place + 1)) or 0) < BUCKETS for place in range(500))
