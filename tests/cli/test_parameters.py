"""Checked parameters."""

from __future__ import annotations

import pytest
import typer

from dragoman.cli.parameters import day, kind_names, published_date


@pytest.mark.parametrize(
    "text", [None, "2020-01-04", "2020-01-04T15:16:00+05:30", "2020-01-04T15:16:00Z"]
)
def test_a_date_of_publication_passes_as_it_is(text: str | None) -> None:
    assert published_date(text) == text


@pytest.mark.parametrize("text", ["", "yesterday", "2020-13-01", "04/01/2020"])
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(typer.BadParameter, match="2020-01-04"):
        published_date(text)


@pytest.mark.parametrize("text", ["2020-01", "2020-01-32", "2020-01-04T10:00"])
def test_what_is_no_day_is_refused(text: str) -> None:
    with pytest.raises(typer.BadParameter, match="no day"):
        day(text)


@pytest.mark.parametrize(
    ("values", "names"),
    [
        (None, None),
        ([], None),
        (["contacts"], ["contacts"]),
        (["contact, Positions"], ["contacts", "positions"]),
        (["events", "events,statements"], ["events", "statements"]),
    ],
)
def test_kinds_are_named_in_either_number(
    values: list[str] | None, names: list[str] | None
) -> None:
    assert kind_names(values) == names


def test_an_unknown_kind_is_answered_with_a_near_one() -> None:
    with pytest.raises(typer.BadParameter, match="positions"):
        kind_names(["posetions"])
