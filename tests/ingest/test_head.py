"""The lines above the body."""

from __future__ import annotations

import pytest

from dragoman.ingest.draft import Draft
from dragoman.ingest.head import looks_like_names, read_head_line, unglue


@pytest.mark.parametrize(
    ("line", "byline", "place"),
    [
        ("By Jo Writer", "Jo Writer", None),
        (
            "By Jo Writer and Sam Reader, Diplomatic Editors",
            "Jo Writer and Sam Reader, Diplomatic Editors",
            None,
        ),
        ("Jo Writer in Cairo", "Jo Writer in Cairo", None),
        ("Morning Star Web Desk", "Morning Star Web Desk", None),
        ("Cairo, Egypt", None, "Cairo, Egypt"),
        (
            "Brava, Karnataka, India Updated: Mar 09, 2021, 11:02 AM IST",
            None,
            "Brava, Karnataka, India",
        ),
        (
            "Brava, Karnataka, IndiaUpdated: Mar 09, 2021, 11:02 AM IST",
            None,
            "Brava, Karnataka, India",
        ),
        ("Jo Writer | March 9, 2021 | Cairo", "Jo Writer", "Cairo"),
        ("By Jo Writer • Mar 9, 2021", "Jo Writer", None),
        ("Published: 9 March 2021", None, None),
    ],
)
def test_a_head_line_is_read(line: str, byline: str | None, place: str | None) -> None:
    read = read_head_line(line)
    assert read is not None
    assert (read.byline, read.place) == (byline, place)


@pytest.mark.parametrize(
    "line",
    [
        "The envoy left Cairo on March 9, 2021",
        "Iran struck on January 8, 2020.",
        "Ministers to meet",
        "Rising Tension",
        "He was born in Cairo.",
        "The council adopted the resolution on 9 March 2021, with two votes against it.",
    ],
)
def test_other_lines_are_left(line: str) -> None:
    assert read_head_line(line) is None


def test_an_outlet_beside_a_place_is_the_publisher() -> None:
    read = read_head_line("BBC News, Beirut")
    assert read is not None
    assert (read.publisher, read.place, read.byline) == ("BBC", "Beirut", None)


def test_both_dates_of_a_line_are_read() -> None:
    read = read_head_line("Published 8 March 2021 Updated 9 March 2021 10:00 GMT")
    assert read is not None
    assert [(each.label, each.day) for each in read.dates] == [("published", 8), ("updated", 9)]


def test_glued_words_are_parted() -> None:
    assert unglue("IndiaUpdated: Jan 4") == "India | Updated: Jan 4"
    assert unglue("CairoMarch 9, 2021") == "Cairo | March 9, 2021"
    assert unglue("Nothing glued here") == "Nothing glued here"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Jo Writer", True),
        ("Jo Q. Writer and Sam Reader", True),
        ("Abd al-Rahman Doe", True),
        ("Jo", False),
        ("Jo writes here", False),
    ],
)
def test_the_form_of_names(text: str, names: bool) -> None:
    assert looks_like_names(text) is names


def test_what_a_draft_knows_stays() -> None:
    draft = Draft(byline="Known Author")
    read = read_head_line("By Jo Writer")
    assert read is not None
    read.tell(draft)
    assert draft.byline == "Known Author"
    assert draft.hints == ["Jo Writer"]
