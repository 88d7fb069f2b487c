"""Rows of dumps: what a good one gives, and why a bad one is refused."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.world.gazetteer import GeoPlace
from dragoman.world.gazetteer.dump import BadRow, country_code, parse_row
from tests.world.gazetteer.dumps import row


def parsed(**changed: str) -> GeoPlace:
    return parse_row(row(**changed).encode())[0]


def test_a_row_gives_a_place_with_its_names() -> None:
    place, names = parse_row(row().encode())
    assert place == GeoPlace(
        900001, "Vestby Havn", "P.PPL", "NOR", "30", "3019", 59.61, 10.75, 1200, 3
    )
    assert list(names) == ["West Harbour", "Vestbyhavn", "Вестбю"]


@pytest.mark.parametrize(
    ("alpha2", "code"), [("NO", "NOR"), ("XK", "KOS"), ("BV", "BVT"), ("", None)]
)
def test_countries_have_the_codes_of_records(alpha2: str, code: str | None) -> None:
    assert country_code(alpha2) == code


def test_no_division_is_none() -> None:
    place = parsed(admin1="00", admin2="")
    assert (place.admin1, place.admin2) == (None, None)


def test_unknown_inhabitants_are_none() -> None:
    assert parsed(people="").population == 0


def test_names_that_are_too_long_are_left_out() -> None:
    _, names = parse_row(row(names=f"Good,{'x' * 201},").encode())
    assert list(names) == ["Good"]


@pytest.mark.parametrize(
    ("changed", "message"),
    [
        ({"id": "0"}, "has the id '0'"),
        ({"id": "-5"}, "has the id"),
        ({"id": "9" * 19}, "has the id"),
        ({"id": "٣"}, "has the id"),
        ({"name": ""}, "name of 0 characters"),
        ({"name": "x" * 201}, "name of 201 characters"),
        ({"name": "Od\x1b[2Jd"}, "control characters"),
        ({"names": "a\u202eb"}, "control characters"),
        ({"lat": "91"}, "has the latitude 91"),
        ({"lon": "-180.5"}, "has the longitude"),
        ({"lat": "nan"}, "has the latitude"),
        ({"lon": "1e2"}, "has the longitude"),
        ({"lat": ""}, "has the latitude"),
        ({"class_": ""}, "feature class"),
        ({"class_": "X"}, "feature class"),
        ({"code": "ppl"}, "feature code"),
        ({"code": ""}, "feature code"),
        ({"country": "ZZ"}, "has the country"),
        ({"country": "Norway"}, "has the country"),
        ({"admin1": "3 0"}, "has the division"),
        ({"people": "-1"}, "has the population"),
        ({"people": "many"}, "has the population"),
        ({"people": "9" * 5000}, "has the population"),
        ({"zone": "a\tb"}, "has 20 columns instead of 19"),
    ],
)
def test_a_bad_row_is_refused_with_its_reason(changed: dict[str, str], message: str) -> None:
    with pytest.raises(BadRow, match=message):
        parsed(**changed)


@pytest.mark.parametrize(
    ("line", "message"),
    [
        (b"", "1 columns"),
        (b"\xff" * 9, "not UTF-8"),
        (b"x" * 65_537, "has 65537 bytes"),
    ],
)
def test_what_is_no_row_is_refused(line: bytes, message: str) -> None:
    with pytest.raises(BadRow, match=message):
        parse_row(line)


@given(st.binary(max_size=200))
def test_any_bytes_are_a_row_or_refused(line: bytes) -> None:
    with pytest.raises(BadRow):
        parse_row(line)


@given(st.lists(st.text(max_size=12), min_size=19, max_size=19))
def test_any_cells_are_a_row_or_refused(cells: list[str]) -> None:
    try:
        place, _ = parse_row("\t".join(cells).encode("utf-8", "replace"))
    except BadRow:
        return
    assert place.id > 0
