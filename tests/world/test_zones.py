"""Printed zones mean an offset, by country where they have several meanings."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from dragoman.world.zones import in_zone, printed_zones, resolve_zone, zone_forms

NOON = datetime.fromisoformat("2021-01-15T12:00")


def hours(printed: str, *countries: str | None, moment: datetime = NOON) -> float | None:
    zone = resolve_zone(printed, countries)
    if zone is None:
        return None
    offset = moment.replace(tzinfo=zone).utcoffset()
    assert offset is not None
    return offset / timedelta(hours=1)


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("GMT", 0),
        ("utc", 0),
        ("Z", 0),
        ("MSK", 3),
        ("PKT", 5),
        ("AEST", 10),
        ("ET", -5),
        ("EST", -5),
        ("NPT", 5.75),
    ],
)
def test_abbreviations_of_one_meaning(printed: str, expected: float) -> None:
    assert hours(printed) == expected


@pytest.mark.parametrize(
    ("printed", "country", "expected"),
    [
        ("IST", "IND", 5.5),
        ("IST", "IRL", 1),
        ("IST", "ISR", 2),
        ("CST", "USA", -6),
        ("CST", "CHN", 8),
        ("CST", "CUB", -5),
        ("BST", "GBR", 1),
        ("BST", "BGD", 6),
        ("AST", "SAU", 3),
        ("AST", "CAN", -4),
        ("GST", "ARE", 4),
        ("PST", "PAK", 5),
        ("PST", "USA", -8),
        ("EST", "AUS", 10),
    ],
)
def test_the_country_tells_what_an_abbreviation_means(
    printed: str, country: str, expected: float
) -> None:
    assert hours(printed, country) == expected


@pytest.mark.parametrize("printed", ["IST", "CST", "BST", "AST", "GST"])
@pytest.mark.parametrize("country", [None, "BRA"])
def test_no_meaning_is_made_up(printed: str, country: str | None) -> None:
    assert hours(printed, country) is None


def test_the_first_country_that_tells_is_taken() -> None:
    assert hours("IST", None, "FRA", "IRL", "IND") == 1


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("+05:30", 5.5),
        ("-0300", -3),
        ("GMT+3", 3),
        ("UTC−4", -4),
        ("UTC +5:45", 5.75),
        ("gmt+03:00", 3),
    ],
)
def test_offsets_are_read(printed: str, expected: float) -> None:
    assert hours(printed) == expected


def test_an_offset_no_zone_has_is_an_error() -> None:
    with pytest.raises(ValueError, match="offset"):
        resolve_zone("GMT+99")


@pytest.mark.parametrize("printed", ["XYZ", "", "Station time"])
def test_unknown_forms_mean_nothing(printed: str) -> None:
    assert hours(printed) is None


def test_words_are_zones_too() -> None:
    assert zone_forms().fullmatch("Moscow time")
    assert not zone_forms().match("ISTANBUL")


def test_the_printed_name_stays_on_the_moment() -> None:
    zone = resolve_zone("IST", ("IND",))
    assert zone is not None
    assert in_zone(NOON, zone, "IST").tzname() == "IST"


def test_utc_is_plain_utc() -> None:
    assert in_zone(NOON, UTC, None).tzinfo is UTC


def test_the_printed_forms_keep_their_capitals_and_stand_by_length() -> None:
    forms = printed_zones()
    assert {"GMT", "Moscow time"} <= set(forms)
    assert [len(form) for form in forms] == sorted(map(len, forms), reverse=True)
