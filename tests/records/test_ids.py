from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.records import When, content_id

PARTS = st.lists(st.none() | st.text() | st.integers() | st.lists(st.text()))


@given(PARTS)
def test_the_same_parts_have_the_same_id(parts: list[object]) -> None:
    assert content_id(*parts) == content_id(*parts)


@given(PARTS)
def test_an_id_is_64_hexadecimal_digits(parts: list[object]) -> None:
    identifier = content_id(*parts)
    assert len(identifier) == 64
    assert int(identifier, 16) >= 0


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("ab", "c"), ("a", "bc")),
        (("a", None), ("a",)),
        ((None,), ("",)),
        (("1",), (1,)),
        ((("a",), "b"), ("a", ("b",))),
        (("a", "b"), ("b", "a")),
        ((When("2031", "2031"),), (When("2031", "2032"),)),
    ],
)
def test_different_parts_have_different_ids(
    one: tuple[object, ...], other: tuple[object, ...]
) -> None:
    assert content_id(*one) != content_id(*other)


def test_the_order_of_a_mapping_does_not_count() -> None:
    assert content_id({"a": 1, "b": 2}) == content_id({"b": 2, "a": 1})


def test_lists_and_tuples_are_the_same() -> None:
    assert content_id([1, 2]) == content_id((1, 2))


def test_a_date_is_its_iso_form() -> None:
    assert content_id(date(2031, 5, 2)) == content_id("2031-05-02")


def test_ids_do_not_change_between_versions() -> None:
    expected = "ccd9ffe996e7f9901bd4e6ecda9344b67c102baa41912a3d8c92d51442716ec7"
    assert content_id("Ålesund", 7, None, ("NOR", "DNK")) == expected


def test_a_number_that_is_not_finite_is_refused() -> None:
    with pytest.raises(ValueError, match="JSON"):
        content_id(float("nan"))
