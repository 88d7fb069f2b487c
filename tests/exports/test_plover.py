"""The event table in the columns of POLECAT."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import datetime

import pytest

from dragoman.exports import export_to
from dragoman.records import Event, Modality, Record, When
from tests.exports.hostile import hostile
from tests.records.examples import raid, record, spans

HEADER = (
    "Event ID,Event Date,Event Type,Event Mode,Intensity,Quad Code,Contexts,"
    "Actor Name,Actor Country,Actor COW,Primary Actor Sector,Actor Sectors,Actor Title,"
    "Actor Name Raw,Wikipedia Actor ID,"
    "Recipient Name,Recipient Country,Recipient COW,Primary Recipient Sector,Recipient Sectors,"
    "Recipient Title,Recipient Name Raw,Wikipedia Recipient ID,"
    "Placename,City,District,Province,Country,Latitude,Longitude,GeoNames ID,Raw Placename,"
    "Feature Type,Source,Publication Date,Story People,Story Organizations,Story Locations,"
    "Language,Version"
).split(",")


def lines(*given_records: Record) -> list[list[str]]:
    """Return the cells of each line."""
    stream = io.BytesIO()
    export_to(given_records, "plover", stream)
    text = stream.getvalue().decode()
    return [line.split("\t") for line in text.removesuffix("\r\n").split("\r\n")]


def row(event: Event) -> dict[str, str]:
    """Return the line of an event by the names of the columns."""
    _, cells = lines(replace(record(), events=(event,)))
    return dict(zip(HEADER, cells, strict=True))


def test_the_columns_are_those_that_polecat_publishes() -> None:
    assert lines() == [HEADER]


def test_an_event() -> None:
    told = row(raid())
    assert {name: cell for name, cell in told.items() if cell} == {
        "Event ID": raid().id,
        "Event Date": "2031-05-01",
        "Event Type": "ASSAULT",
        "Quad Code": "MATERIAL CONFLICT",
        "Contexts": "diplomatic; military",
        "Actor Name": "Freedonia",
        "Actor Country": "FRD",
        "Primary Actor Sector": "None",
        "Actor Sectors": "None",
        "Actor Title": "None",
        "Recipient Name": "Three sailors",
        "Recipient Country": "None",
        "Primary Recipient Sector": "None",
        "Recipient Sectors": "None",
        "Recipient Title": "None",
        "Placename": "Oslo",
        "Country": "NOR",
        "Latitude": "59.91",
        "Longitude": "10.75",
        "GeoNames ID": "3143244",
        "Raw Placename": "OSLO",
        "Publication Date": "2031-05-02",
        "Story People": "Kari Lund",
        "Story Locations": "Oslo",
        "Language": "en",
        "Version": "dragoman 0.1.0",
    }


def test_the_parts_of_several_actors_keep_in_step() -> None:
    told = row(replace(raid(), actors=("lund", "sailors"), field_evidence={}))
    names = ("Actor Name", "Actor Country", "Actor Sectors", "Actor Title")
    assert [told[name] for name in names] == [
        "Kari Lund; Three sailors",
        "NOR; None",
        "GOV; None",
        "Foreign Minister; None",
    ]


def test_an_event_without_actors_has_none() -> None:
    assert row(replace(raid(), actors=()))["Actor Name"] == "None"


def test_the_printed_words_of_an_actor_stand_by() -> None:
    evidence = {"actors": spans("Freedonia")}
    assert row(replace(raid(), field_evidence=evidence))["Actor Name Raw"] == "Freedonia"


def test_a_body_has_its_class_for_a_country() -> None:
    alliance = replace(record().actors[3], country="NATO", class_="IGO")
    changed = replace(record(), actors=(*record().actors[:3], alliance, record().actors[4]))
    _, cells = lines(changed)
    assert cells[HEADER.index("Actor Country")] == "IGO"


@pytest.mark.parametrize(
    ("when", "day"),
    [
        (None, ""),
        (When("2031-05", "2031-05"), ""),
        (When("2031-05-01", "2031-05-03"), ""),
        (When("2031-05-01T10:00", "2031-05-01T12:00"), "2031-05-01"),
    ],
)
def test_a_day_is_told_only_where_one_is_possible(when: When | None, day: str) -> None:
    assert row(replace(raid(), when=when))["Event Date"] == day


@pytest.mark.parametrize("modality", ["negated", "future", "hypothetical", "historical"])
def test_what_is_not_asserted_is_left_out(modality: Modality) -> None:
    assert lines(replace(record(), events=(replace(raid(), modality=modality),))) == [HEADER]


def test_a_hostile_record_keeps_to_its_lines_and_cells() -> None:
    first, *rest = lines(hostile())
    assert first == HEADER
    assert [len(cells) for cells in rest] == [len(HEADER)]
    assert rest[0][HEADER.index("Actor Name")].startswith("'-1")


def test_the_day_of_publication_is_that_of_the_printed_zone() -> None:
    late = datetime.fromisoformat("2031-05-03T01:30:00+05:30")
    article = replace(record().article, published_at=late)
    _, cells = lines(replace(record(), article=article))
    assert cells[HEADER.index("Publication Date")] == "2031-05-03"
