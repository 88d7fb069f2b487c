"""Outlets of one house are one origin; any other outlet is one by itself."""

from __future__ import annotations

import pytest

from dragoman.ingest.copies import family_of
from dragoman.ingest.copies.families import families


def test_the_table_that_ships_is_sound() -> None:
    assert len(set(families().values())) > 30


def test_a_family_has_more_than_one_member() -> None:
    members = list(families().values())
    assert [family for family in set(members) if members.count(family) < 2] == []


@pytest.mark.parametrize(
    ("publisher", "url", "family"),
    [
        ("RT", None, "Rossiya Segodnya"),
        ("Sputnik", None, "Rossiya Segodnya"),
        (None, "https://timesofindia.indiatimes.com/x", "The Times Group"),
        ("The Economic Times", "https://economictimes.indiatimes.com/x", "The Times Group"),
        (None, "https://www.ottawacitizen.com/a", "Postmedia"),
        ("BBC News", None, "BBC"),
        (None, "https://www.bbc.co.uk/news", "BBC"),
        (None, "https://www.small-paper.example/a", "small-paper.example"),
        ("Small Paper", "https://small-paper.example/a", "Small Paper"),
        ("Small Paper", None, "Small Paper"),
        (None, None, None),
        (None, "not a url", None),
    ],
)
def test_the_family_of_an_outlet(
    publisher: str | None, url: str | None, family: str | None
) -> None:
    assert family_of(publisher, url) == family
