"""Who published an article."""

from __future__ import annotations

import pytest

from dragoman.ingest.draft import Draft
from dragoman.ingest.outlets import outlets
from dragoman.ingest.publisher import find_publisher


def name_for(draft: Draft, agency: str | None = None) -> str | None:
    return find_publisher(draft, outlets().named(agency))[0]


@pytest.mark.parametrize(
    ("draft", "name"),
    [
        (Draft(publisher="the guardian"), "The Guardian"),
        (Draft(publisher="Harbour Review"), "Harbour Review"),
        (Draft(url="https://www.dawn.com/news/1"), "Dawn"),
        (Draft(hints=["WION Web Team"]), "WION"),
        (Draft(hints=["Harbour Star Web Desk"]), "Harbour Star"),
        (Draft(hints=["Ada Holm, Chief Harbour Correspondent"]), None),
        (Draft(hints=["Our Correspondent"]), None),
        (Draft(hints=["Special Correspondent"]), None),
        (Draft(hints=["Jo Writer"]), None),
        (Draft(hints=["Jo Writer", "BBC News"]), "BBC"),
        (Draft(hints=["PTI", "NDTV"]), "NDTV"),
        (Draft(hints=["PTI"]), "Press Trust of India"),
        (Draft(), None),
    ],
)
def test_the_publisher_is_told(draft: Draft, name: str | None) -> None:
    assert name_for(draft) == name


@pytest.mark.parametrize(
    ("line", "name"), [("© 2021 Harbour Post Ltd.", "Harbour Post"), ("© 2021", None)]
)
def test_the_copyright_line_tells(line: str, name: str | None) -> None:
    draft = Draft()
    draft.add("boilerplate", line)
    assert name_for(draft) == name


def test_an_agency_is_the_publisher_only_where_nobody_else_is() -> None:
    assert name_for(Draft(), agency="AP") == "Associated Press"
    assert name_for(Draft(url="https://www.dawn.com/"), agency="AP") == "Dawn"


def test_the_domain_tells_the_row_of_an_unknown_name() -> None:
    name, outlet = find_publisher(Draft(publisher="Dawn Media", url="https://dawn.com/1"), None)
    assert name == "Dawn"
    assert outlet is not None
    assert outlet.country == "PAK"
