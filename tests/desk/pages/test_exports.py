"""The page of exports."""

from __future__ import annotations

import re

from fastapi.testclient import TestClient

from dragoman.exports import FORMATS, TABLES, TableFormat


def files(text: str) -> list[str]:
    """Return the addresses of all downloads of a page."""
    found = re.findall(r'<a href="([^"]+)" download>', text)
    return [each.replace("&amp;", "&") for each in found]


def test_every_form_and_table_can_be_taken_along(client: TestClient) -> None:
    tables = sum(isinstance(each, TableFormat) for each in FORMATS.values()) * len(TABLES)
    assert len(files(client.get("/exports").text)) == len(FORMATS) + tables


def test_downloads_are_files(client: TestClient) -> None:
    for each in files(client.get("/exports?kind=contacts").text):
        if "/ftm" not in each:
            answer = client.get(each)
            assert answer.status_code == 200, each
            assert answer.headers["Content-Disposition"].startswith("attachment")


def test_filters_go_along_into_the_file(client: TestClient) -> None:
    found = files(client.get("/exports?country=NOR&kind=contacts").text)
    assert all("country=NOR" in each and "kind=contacts" in each for each in found)


def test_it_is_told_how_much_it_is(client: TestClient) -> None:
    all_of_it = client.get("/exports").text
    some = client.get("/exports?kind=contacts&outlet=Globe").text
    facts = [re.search(r"(\d+) facts? of (\d+) article", each) for each in (all_of_it, some)]
    assert facts[0] is not None
    assert facts[1] is not None
    assert int(facts[0][1]) > int(facts[1][1]) > 0


def test_nothing_within_the_filters_says_what_to_do(client: TestClient) -> None:
    text = client.get("/exports?since=2040-01-01").text
    assert "Nothing within these filters" in text
    assert files(text) == []


def test_an_empty_ledger_says_what_to_do(empty_client: TestClient) -> None:
    text = empty_client.get("/exports").text
    assert "Nothing to take along yet" in text
    assert files(text) == []


def test_a_crisis_that_is_not_there_is_not_found(client: TestClient) -> None:
    assert client.get("/exports?crisis=none").status_code == 404
