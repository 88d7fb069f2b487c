"""The table of outlets and its look-ups."""

from __future__ import annotations

from zoneinfo import ZoneInfo

import pytest

from dragoman.ingest.outlets import fold, host_of, outlets


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://www.bbc.co.uk/news/world-1", "BBC"),
        ("https://edition.cnn.com/2020/x", "CNN"),
        ("https://news.sky.com/story/1", "Sky News"),
        ("https://timesofindia.indiatimes.com/x", "The Times of India"),
        ("https://economictimes.indiatimes.com/x", "The Economic Times"),
        ("https://mobile.reuters.com/article", "Reuters"),
        ("https://notbbc.co.uk/", None),
        ("https://example.org/", None),
        ("not a url", None),
        ("http://[bad", None),
        (None, None),
    ],
)
def test_a_url_tells_its_outlet(url: str | None, name: str | None) -> None:
    outlet = outlets().of_url(url)
    assert (outlet.name if outlet else None) == name


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("AP", "Associated Press"),
        ("the Associated Press", "Associated Press"),
        ("REUTERS", "Reuters"),
        ("BBC News", "BBC"),
        ("Guardian", "The Guardian"),
        ("RTÉ", "RTÉ News"),
        ("Morning Nowhere", None),
        (None, None),
    ],
)
def test_a_printed_name_tells_its_outlet(printed: str | None, name: str | None) -> None:
    outlet = outlets().named(printed)
    assert (outlet.name if outlet else None) == name


def test_a_name_that_two_share_stands_for_neither() -> None:
    assert outlets().named("ABC News") is None
    assert outlets().named("The Daily Star") is None


def test_every_zone_of_the_table_exists() -> None:
    for outlet in outlets().by_domain.values():
        if outlet.zone:
            ZoneInfo(outlet.zone)


def test_every_country_has_the_form_of_a_code() -> None:
    codes = {outlet.country for outlet in outlets().by_domain.values() if outlet.country}
    assert all(code.isupper() and 2 <= len(code) <= 5 for code in codes)


def test_names_are_compared_without_case_article_and_points() -> None:
    assert fold("The U.S. News!") == "u s news"


def test_the_host_has_no_www() -> None:
    assert host_of("https://www.Example.org:8080/x") == "example.org"
