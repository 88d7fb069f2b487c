"""Cursors."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.desk.api import cursors
from dragoman.desk.refusals import BadQuery

PLACES = st.tuples(st.none() | st.dates(), st.text(max_size=20))


@given(PLACES)
def test_a_place_comes_back(place: tuple[date | None, str]) -> None:
    written = cursors.of_place(place)
    assert written is not None
    assert written.isascii()
    assert cursors.place(written) == place


def test_no_place_is_no_cursor() -> None:
    assert (cursors.of_place(None), cursors.place(None)) == (None, None)


@given(st.text(max_size=60))
def test_what_is_no_cursor_is_refused(text: str) -> None:
    with pytest.raises(BadQuery, match="cursor"):
        cursors.place(text)


@pytest.mark.parametrize(
    "values",
    [
        (),
        ("2031-05-01",),
        (None, None),
        ("on Friday", "x"),
        (1, "x"),
        ("2031-05-01", 5),
        ("2031-05-01", "x", "y"),
    ],
)
def test_a_cursor_of_another_list_is_refused(values: tuple[cursors.Value, ...]) -> None:
    with pytest.raises(BadQuery, match="cursor"):
        cursors.place(cursors.written(*values))


@pytest.mark.parametrize("number", [True, 2**40])
def test_a_number_out_of_bounds_is_refused(number: int) -> None:
    with pytest.raises(BadQuery, match="cursor"):
        cursors.read(cursors.written(number), int)
