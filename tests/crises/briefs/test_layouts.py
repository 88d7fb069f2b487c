"""Lines of a version are put in place, left out, put back, added and moved."""

from __future__ import annotations

import pytest

from dragoman.crises.briefs import layouts
from dragoman.crises.briefs.model import Layout, Part

TWO: Layout = (
    Part(section="events", lines=(1, 2, 3), left_out=(9,)),
    Part(section="positions", lines=(4, 5)),
)


def lines(layout: Layout) -> list[tuple[int, ...]]:
    return [each.lines for each in layout]


def test_a_line_takes_the_place_of_another() -> None:
    assert lines(layouts.put_in_place(TWO, 2, 7)) == [(1, 7, 3), (4, 5)]


def test_a_line_is_left_out_and_put_back() -> None:
    without = layouts.left_out(TWO, 4)
    assert (lines(without), without[1].left_out) == ([(1, 2, 3), (5,)], (4,))
    back = layouts.put_back(without, 4)
    assert (lines(back), back[1].left_out) == ([(1, 2, 3), (5, 4)], ())


@pytest.mark.parametrize(
    ("after", "expected"),
    [(None, [(7, 1, 2, 3), (4, 5)]), (2, [(1, 2, 7, 3), (4, 5)]), (5, [(1, 2, 3), (4, 5, 7)])],
)
def test_a_line_is_added(after: int | None, expected: list[tuple[int, ...]]) -> None:
    assert lines(layouts.added(TWO, 7, after=after)) == expected


@pytest.mark.parametrize(
    ("line", "by", "expected"),
    [
        (2, -1, [(2, 1, 3), (4, 5)]),
        (2, 1, [(1, 3, 2), (4, 5)]),
        (3, 1, [(1, 2), (3, 4, 5)]),
        (4, -1, [(1, 2, 3, 4), (5,)]),
        (1, -1, [(1, 2, 3), (4, 5)]),
        (5, 1, [(1, 2, 3), (4, 5)]),
    ],
)
def test_a_line_is_moved_also_into_the_next_section(
    line: int, by: int, expected: list[tuple[int, ...]]
) -> None:
    assert lines(layouts.moved(TWO, line, by)) == expected
