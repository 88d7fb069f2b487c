"""Days, their weight and their intensity."""

from __future__ import annotations

import json
from datetime import date

import pytest

from dragoman.crises.questions import timeline
from tests.crises.questions.made import contact, event, position


def test_entries_stand_on_their_days_in_order() -> None:
    days = timeline(
        [
            event("FRA", "DEU", day="2031-05-02"),
            event("FRA", "ITA", day="2031-05-01"),
            contact("FRA", "ESP", day="2031-05-02"),
        ]
    )
    assert [(day.day, len(day.items)) for day in days] == [
        (date(2031, 5, 1), 1),
        (date(2031, 5, 2), 2),
    ]
    assert days[1].counts == {"events": 1, "contacts": 1}


def test_what_has_no_day_comes_last() -> None:
    days = timeline([event("FRA"), event("ITA", day="2031-05-01")])
    assert [day.day for day in days] == [date(2031, 5, 1), None]


def test_weight_counts_each_origin_once() -> None:
    (day,) = timeline(
        [
            event("FRA", day="2031-05-01", origins=("Wire", "Post")),
            event("ITA", day="2031-05-01", origins=("Wire", "Wire")),
        ]
    )
    assert day.weight == 2


def test_what_many_report_comes_first() -> None:
    few = event("FRA", "DEU", day="2031-05-01")
    many = event("ITA", type_="AID", day="2031-05-01", origins=("Wire", "Post"))
    (day,) = timeline([few, many])
    assert [item.entry for item in day.items] == [many, few]


def test_intensity_is_the_mean_weighed_by_origins() -> None:
    (day,) = timeline(
        [
            event("FRA", type_="AID", day="2031-05-01", origins=("Wire", "Post", "Globe")),
            event("ITA", type_="ASSAULT", mode="drone", day="2031-05-01"),
        ]
    )
    assert day.intensity == pytest.approx((3 * 7 - 10) / 4)
    assert day.lowest == -10


@pytest.mark.parametrize("modality", ["negated", "future", "hypothetical"])
def test_what_did_not_take_place_has_no_part_in_the_intensity(modality: str) -> None:
    (day,) = timeline([event("ITA", modality=modality, day="2031-05-01")])
    assert (day.intensity, day.lowest, day.weight) == (None, None, 1)


def test_positions_have_no_intensity() -> None:
    (day,) = timeline([position("FRA", "support", day="2031-05-01")])
    assert day.items[0].intensity is None


def test_what_is_recalled_is_left_out_unless_asked_for() -> None:
    old = event("ITA", modality="historical", day="1999-05-01")
    assert timeline([old]) == ()
    assert len(timeline([old], recalled=True)) == 1


def test_an_event_that_is_the_other_side_of_a_contact_is_left_out() -> None:
    assert timeline([event("ITA", "FRA", type_="CONSULT", contact="c1", day="2031-05-01")]) == ()


def test_a_span_of_days_keeps_its_end() -> None:
    (day,) = timeline([event("ITA", day="2031-05-01", last_day=date(2031, 5, 3))])
    assert day.items[0].until == date(2031, 5, 3)


def test_the_answer_is_plain_json() -> None:
    (day,) = timeline([event("ITA", "FRA", mode="drone", day="2031-05-01")])
    row = json.loads(json.dumps(day.to_dict()))
    assert row["day"] == "2031-05-01"
    assert row["items"][0]["entry"]["act"]["mode"] == "drone"
    assert row["items"][0]["entry"]["reports"][0]["url"] == "https://wire.example/2031-05-01"
