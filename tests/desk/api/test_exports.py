"""Exports by the API."""

from __future__ import annotations

import csv
import io
import zipfile

import pytest
from fastapi.testclient import TestClient

from dragoman.exports import FORMATS, TABLES
from dragoman.records import Record
from tests.desk.api.calls import ROOT, error, every, items


def records(client: TestClient, **query: str) -> list[Record]:
    answer = client.get(f"{ROOT}/exports/jsonl", params=query)
    assert answer.status_code == 200, answer.text
    return [Record.from_json(line) for line in answer.text.splitlines()]


def test_every_form_is_listed(client: TestClient) -> None:
    found = {each["name"]: each["tables"] for each in items(client, "/exports")}
    assert list(found) == list(FORMATS)
    assert (found["jsonl"], found["csv"]) == ([], list(TABLES))


def test_all_records_come_as_they_can_be_read_back(client: TestClient) -> None:
    found = {each.article.url for each in records(client)}
    assert found == {each["link"] for each in every(client, "/articles")}


@pytest.mark.parametrize("form", sorted(set(FORMATS) - {"ftm"}))
def test_every_form_is_a_file(client: TestClient, form: str) -> None:
    answer = client.get(f"{ROOT}/exports/{form}")
    assert answer.status_code == 200
    assert answer.headers["Content-Disposition"].startswith('attachment; filename="dragoman-')
    assert answer.content


def test_tables_come_in_an_archive(client: TestClient) -> None:
    answer = client.get(f"{ROOT}/exports/csv")
    with zipfile.ZipFile(io.BytesIO(answer.content)) as archive:
        assert set(archive.namelist()) == {f"{each}.csv" for each in TABLES}


def test_one_table_comes_alone(client: TestClient) -> None:
    text = client.get(f"{ROOT}/exports/csv?table=contacts").text
    rows = list(csv.DictReader(io.StringIO(text)))
    assert len(rows) == sum(len(each.contacts) for each in records(client))


def test_what_is_filtered_is_exported(client: TestClient) -> None:
    some = records(client, kind="contacts")
    assert some
    assert all(each.contacts for each in some)
    assert not any(each.events or each.positions or each.statements for each in some)


def test_an_outlet_has_its_own_articles(client: TestClient) -> None:
    assert {each.article.publisher for each in records(client, outlet="Courier")} == {"Courier"}


def test_nothing_found_is_an_empty_file(client: TestClient) -> None:
    assert records(client, since="2040-01-01") == []


@pytest.mark.parametrize(
    ("path", "status", "code"),
    [
        ("exports/word", 404, "not_found"),
        ("exports/csv?table=wars", 400, "bad_request"),
        ("exports/jsonl?table=events", 400, "bad_request"),
        ("exports/..%2Fsecret", 404, "not_found"),
    ],
)
def test_what_there_is_not_is_refused(
    client: TestClient, path: str, status: int, code: str
) -> None:
    answer = client.get(f"{ROOT}/{path}")
    assert (answer.status_code, error(answer)) == (status, code)
