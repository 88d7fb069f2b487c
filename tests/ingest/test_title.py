"""The title of plain text."""

from __future__ import annotations

import pytest

from dragoman.ingest.lines import Line
from dragoman.ingest.title import find_title, may_be_title, same_words, without_site


def index_of(*lines: str) -> int | None:
    return find_title([Line(text, number) for number, text in enumerate(lines)])


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("Ministers meet as ceasefire frays", True),
        ("Will the ceasefire hold?", True),
        ("'We won't go,' says envoy", True),
        ("Ministers met on Friday.", False),
        ("He said “no.”", False),
        ("x" * 150, True),
        ("x" * 151, False),
        ("WASHINGTON (AP) — The talks go on", False),
        ("• Envoy flies out", False),
    ],
)
def test_what_may_be_a_title(line: str, title: bool) -> None:
    assert may_be_title(line) is title


def test_the_first_line_is_the_title() -> None:
    assert index_of("Ministers meet", "They met.") == 0


def test_a_first_line_with_a_full_stop_is_body() -> None:
    assert index_of("Ministers met.", "They left") is None


def test_a_single_line_is_body() -> None:
    assert index_of("Ministers meet") is None


def test_furniture_above_the_title_is_passed_over() -> None:
    assert index_of("BREAKING NEWS", "March 9, 2021", "Ministers meet", "They met.") == 2


@pytest.mark.parametrize(
    ("printed", "title", "site"),
    [
        ("Two killed near border - BBC News", "Two killed near border", "BBC News"),
        ("Two killed near border | Reuters", "Two killed near border", "Reuters"),
        ("Two killed - and no word", "Two killed - and no word", None),
        ("Two killed near border", "Two killed near border", None),
    ],
)
def test_the_name_of_the_site_is_no_part_of_it(printed: str, title: str, site: str | None) -> None:
    assert without_site(printed) == (title, site)


def test_titles_are_compared_by_their_words() -> None:
    assert same_words("“Talks” FAIL.", "Talks fail")
