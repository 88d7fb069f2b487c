"""GeoJSON keeps to RFC 7946."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given

from dragoman.exports import export_to
from dragoman.records import Place, Record
from tests.exports.hostile import FORMULA, hostile
from tests.records.examples import call, raid, record
from tests.records.strategies import records


def collection(*given_records: Record) -> dict[str, Any]:
    """Return the collection that is written, read strictly."""
    stream = io.BytesIO()
    export_to(given_records, "geojson", stream)

    def refuse(name: str) -> None:
        raise AssertionError(name)

    read: dict[str, Any] = json.loads(stream.getvalue().decode(), parse_constant=refuse)
    return read


def test_no_records_give_an_empty_collection() -> None:
    assert collection() == {"type": "FeatureCollection", "features": []}


def test_an_event_is_a_point() -> None:
    (feature,) = collection(record())["features"]
    assert (feature["type"], feature["id"]) == ("Feature", raid().id)
    assert feature["geometry"] == {"type": "Point", "coordinates": [10.75, 59.91]}


def test_its_properties_are_the_columns_of_the_table() -> None:
    (feature,) = collection(record())["features"]
    told = feature["properties"]
    names = ("fact", "type", "actors", "first_day", "published_at", "killed", "mode")
    assert [told[name] for name in names] == [
        *("event", "ASSAULT", ["Freedonia"], "2031-05-01", "2031-05-02T18:30:00+00:00", 3, None)
    ]
    assert {"latitude", "longitude"} & told.keys() == set()


def test_a_contact_is_a_point_too() -> None:
    held = replace(call(), place=Place("Oslo", "NOR", 59.91, 10.75))
    (feature,) = collection(replace(record(), events=(), contacts=(held,)))["features"]
    assert (feature["id"], feature["properties"]["fact"]) == (call().id, "contact")


@pytest.mark.parametrize("place", [None, Place("Oslo"), Place("Oslo", lat=1.0)])
def test_what_has_no_coordinates_is_left_out(place: Place | None) -> None:
    assert collection(replace(record(), events=(replace(raid(), place=place),)))["features"] == []


def test_the_null_island_has_coordinates() -> None:
    place = Place("Null Island", lat=0.0, lon=0.0)
    (feature,) = collection(replace(record(), events=(replace(raid(), place=place),)))["features"]
    assert feature["geometry"]["coordinates"] == [0.0, 0.0]


def test_hostile_words_stay_words() -> None:
    event, contact = collection(hostile())["features"]
    assert event["properties"]["actors"] == ["-1"]
    assert contact["properties"]["initiator"] == FORMULA


@given(records())
def test_every_point_lies_on_the_earth(each: Record) -> None:
    for feature in collection(each, each)["features"]:
        longitude, latitude = feature["geometry"]["coordinates"]
        assert -180 <= longitude <= 180
        assert -90 <= latitude <= 90
