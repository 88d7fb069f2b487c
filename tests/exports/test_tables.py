"""The tables: what stands in the rows of a record."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given

from dragoman.exports import TABLES
from dragoman.records import Record
from tests.records.examples import appeal, raid, record
from tests.records.strategies import records

KINDS: dict[str, Any] = {
    "text": str,
    "texts": tuple,
    "integer": int,
    "number": float,
    "yes/no": bool,
    "day": date,
    "moment": datetime,
}


def rows(name: str, of: Record | None = None) -> list[dict[str, Any]]:
    """Return the rows of a table by the names of its columns."""
    table = TABLES[name]
    return [dict(zip(table.names, row, strict=True)) for row in table.rows(of or record())]


def part(row: dict[str, Any], *names: str) -> list[Any]:
    """Return some values of a row."""
    return [row[name] for name in names]


@pytest.mark.parametrize("name", list(TABLES))
def test_columns_have_names_of_their_own_and_meanings(name: str) -> None:
    table = TABLES[name]
    assert len(set(table.names)) == len(table.names)
    assert all(column.help.endswith(".") for column in table.columns)


@given(records())
def test_every_value_is_of_the_kind_of_its_column(each: Record) -> None:
    for table in TABLES.values():
        for row in table.rows(each):
            for column, value in zip(table.columns, row, strict=True):
                assert value is None or type(value) is KINDS[column.kind], column.name


def test_an_article() -> None:
    (row,) = rows("articles")
    assert row["title"] == "Norway calls for calm after raid"
    assert row["published_at"] == datetime(2031, 5, 2, 18, 30, tzinfo=UTC)
    assert row["published_zone"] == "UTC+00:00"
    assert row["contexts"] == ("diplomatic", "military")


@pytest.mark.parametrize("table", list(TABLES))
def test_only_addresses_of_the_web_are_given(table: str) -> None:
    article = replace(record().article, url="javascript:alert(1)")
    assert {row.get("url") for row in rows(table, replace(record(), article=article))} == {None}


def test_an_actor_with_an_office() -> None:
    lund = rows("actors")[0]
    told = part(lund, "name", "office", "office_role", "office_level", "office_of")
    assert told == ["Kari Lund", "Foreign Minister", "foreign_minister", 2, "NOR"]
    assert lund["mentions"] == 1


def test_an_actor_without_an_office() -> None:
    assert part(rows("actors")[2], "office", "office_level") == [None, None]


def test_an_event() -> None:
    (row,) = rows("events")
    assert part(row, "type", "quad", "modality") == ["ASSAULT", "material conflict", "asserted"]
    assert part(row, "actors", "actor_countries") == [("Freedonia",), ("FRD",)]
    assert part(row, "recipients", "recipient_countries") == [("Three sailors",), ()]
    assert part(row, "first_day", "when_words") == [date(2031, 5, 1), "on Thursday"]
    assert part(row, "place", "latitude", "longitude") == ["Oslo", 59.91, 10.75]
    assert part(row, "killed", "killed_some", "injured", "injured_some") == [3, False, None, True]
    assert row["evidence"] == "Three sailors were killed in the raid by Freedonia on Thursday."


def test_an_event_that_a_statement_reports_names_the_speaker() -> None:
    reported = replace(record(), events=(replace(raid(), reported_by=appeal().id),))
    assert rows("events", reported)[0]["reported_by"] == "Kari Lund"


def test_an_event_that_an_actor_reports_names_it() -> None:
    reported = replace(record(), events=(replace(raid(), reported_by="norway"),))
    assert rows("events", reported)[0]["reported_by"] == "Norway"


def test_a_contact() -> None:
    (row,) = rows("contacts")
    told = part(row, "initiator", "initiator_role", "counterpart", "counterpart_role")
    assert told == ["Kari Lund", "foreign_minister", "Danish counterpart", None]
    assert part(row, "channel", "status", "basis") == ["phone", "held", "reported"]


def test_a_statement() -> None:
    (row,) = rows("statements")
    assert part(row, "speakers", "on_behalf_of_names") == [("Kari Lund",), ("Norway",)]
    assert part(row, "cue", "content") == ["said", '"Both sides must step back,"']
    assert part(row, "addressee_id", "addressee") == [None, None]


def test_a_position_on_an_event() -> None:
    (row,) = rows("positions")
    assert part(row, "holder", "holder_name", "stance") == ["NOR", "Norway", "restraint"]
    assert part(row, "target", "event_id") == ["ASSAULT: killed", raid().id]


def test_a_position_on_a_policy_has_no_event() -> None:
    position = replace(record().positions[0], target="the embargo")
    (row,) = rows("positions", replace(record(), positions=(position,)))
    assert part(row, "target", "event_id") == ["the embargo", None]


def test_an_attitude() -> None:
    (row,) = rows("attitudes")
    told = part(row, "from", "from_name", "toward_name", "sign")
    assert told == ["NOR", "Norway", "Freedonia", "negative"]
