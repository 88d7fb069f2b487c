"""Contacts as a calendar, as a calendar program reads it."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any, get_args

import pytest
from hypothesis import given
from icalendar import Calendar

from dragoman.exports import export_to
from dragoman.exports.calendar import STATUSES
from dragoman.exports.view import CHANNELS
from dragoman.records import Channel, Contact, ContactStatus, Place, Record, When
from tests.exports.hostile import hostile
from tests.records.examples import call, record
from tests.records.strategies import records

DAY = "2031-05-02"


def written(*given_records: Record) -> bytes:
    """Return the calendar as it is written."""
    stream = io.BytesIO()
    export_to(given_records, "ical", stream)
    return stream.getvalue()


def entries(*contacts: Contact) -> list[Any]:
    """Return the entries of a calendar of contacts."""
    calendar = Calendar.from_ical(written(replace(record(), contacts=contacts)))
    return list(calendar.walk("VEVENT"))


def entry(contact: Contact) -> Any:
    """Return the one entry of a contact."""
    (found,) = entries(contact)
    return found


def at(earliest: str | None, latest: str | None) -> Contact:
    """Return the call at another time."""
    return replace(call(), when=When(earliest, latest, ((0, 3),)))


def test_no_records_give_an_empty_calendar() -> None:
    calendar = Calendar.from_ical(written())
    assert (calendar["version"], calendar.subcomponents) == ("2.0", [])


def test_a_call() -> None:
    found = entry(call())
    assert found["summary"] == "Call: Kari Lund (NOR) and Danish counterpart (DNK)"
    assert (found["uid"], found["status"]) == (f"{call().id}@dragoman", "CONFIRMED")
    assert (found.decoded("dtstart"), found.decoded("dtend")) == (
        date(2031, 5, 2),
        date(2031, 5, 3),
    )
    assert found.decoded("dtstamp") == datetime(2031, 5, 2, 18, 30, tzinfo=UTC)
    assert found["description"].splitlines() == [
        "Foreign Minister Kari Lund phoned her Danish counterpart on Friday.",
        "Source: Norway calls for calm after raid",
        "Confidence: 0.95",
    ]
    assert "url" not in found


@pytest.mark.parametrize(
    ("earliest", "latest", "start", "end"),
    [
        (DAY, DAY, date(2031, 5, 2), date(2031, 5, 3)),
        (DAY, None, date(2031, 5, 2), date(2031, 5, 3)),
        (DAY, "2031-05-04", date(2031, 5, 2), date(2031, 5, 5)),
        ("2031-05", "2031-05", date(2031, 5, 1), date(2031, 6, 1)),
        (
            f"{DAY}T14:00+02:00",
            f"{DAY}T15:00+02:00",
            datetime(2031, 5, 2, 12, tzinfo=UTC),
            datetime(2031, 5, 2, 13, tzinfo=UTC),
        ),
        (f"{DAY}T14:00", f"{DAY}T14:00", datetime.fromisoformat("2031-05-02T14:00"), None),
        (f"{DAY}T14:00", f"{DAY}T15:00Z", date(2031, 5, 2), date(2031, 5, 3)),
        ("9999-12-31", "9999-12-31", date(9999, 12, 31), None),
    ],
)
def test_times(earliest: str | None, latest: str | None, start: date, end: date | None) -> None:
    found = entry(at(earliest, latest))
    assert found.decoded("dtstart") == start
    assert (found.decoded("dtend") if "dtend" in found else None) == end


@pytest.mark.parametrize(
    ("earliest", "latest"), [(None, None), ("2031", "2031"), ("2031-05-01", "2031-07-01")]
)
def test_a_contact_whose_day_is_not_known_is_left_out(
    earliest: str | None, latest: str | None
) -> None:
    assert entries(at(earliest, latest), replace(call(), when=None)) == []


def test_a_range_is_told() -> None:
    told = entry(at("2031-05-02", "2031-05-04"))["description"]
    assert "Some time from 2031-05-02 to 2031-05-04." in told


@pytest.mark.parametrize(
    ("status", "coded", "summary"),
    [
        ("held", "CONFIRMED", "Call: "),
        ("planned", "TENTATIVE", "Call (planned): "),
        ("proposed", "TENTATIVE", "Call (proposed): "),
        ("cancelled", "CANCELLED", "Call (cancelled): "),
        ("refused", "CANCELLED", "Call (refused): "),
    ],
)
def test_statuses(status: ContactStatus, coded: str, summary: str) -> None:
    found = entry(replace(call(), status=status))
    assert found["status"] == coded
    assert found["summary"].startswith(summary)


def test_every_status_and_channel_is_known() -> None:
    assert set(STATUSES) == set(get_args(ContactStatus))
    assert set(CHANNELS) == set(get_args(Channel))


def test_a_place_with_coordinates() -> None:
    found = entry(replace(call(), place=Place("Oslo", "NOR", 59.91, -10.75, class_="P")))
    assert found["location"] == "Oslo"
    assert found["geo"].to_ical() == "59.91;-10.75"


def test_the_middle_of_a_country_is_no_place_to_meet() -> None:
    found = entry(replace(call(), place=Place("Norway", "NOR", 64.0, 14.0, class_="A")))
    assert (found["location"], "geo" in found) == ("Norway", False)


def test_topics_and_outcome_are_told() -> None:
    lines = entry(replace(call(), topics=("fish", "oil"), outcome=("a truce",)))["description"]
    assert lines.splitlines()[1:3] == ["About: fish; oil", "Outcome: a truce"]


def test_the_address_of_the_article() -> None:
    article = replace(record().article, url="https://news.example/raid")
    calendar = Calendar.from_ical(written(replace(record(), article=article)))
    (found,) = calendar.walk("VEVENT")
    assert found["url"] == "https://news.example/raid"


def test_an_entry_without_a_day_of_publication_is_stamped_with_its_own() -> None:
    article = replace(record().article, published_at=None)
    calendar = Calendar.from_ical(written(replace(record(), article=article)))
    (found,) = calendar.walk("VEVENT")
    assert found.decoded("dtstamp") == datetime(2031, 5, 2, tzinfo=UTC)


def test_hostile_words_bring_no_property_in() -> None:
    data = written(hostile())
    (found,) = Calendar.from_ical(data).walk("VEVENT")
    assert {"attendee", "url"} & {name.lower() for name in found} == set()
    unfolded = data.replace(b"\r\n ", b"")
    assert not [line for line in unfolded.splitlines() if line.startswith(b"ATTENDEE")]


def test_an_id_stands_once() -> None:
    assert written(record(), record()) == written(record())


@given(records())
def test_every_calendar_can_be_read(each: Record) -> None:
    data = written(each, each)
    assert len(Calendar.from_ical(data).walk("VEVENT")) == data.count(b"BEGIN:VEVENT\r\n")
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
