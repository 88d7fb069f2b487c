"""Who stands where, what changed, and whose claims do not hold."""

from __future__ import annotations

import json
from datetime import date

import pytest

from dragoman.crises import Entry
from dragoman.crises.questions import Standing, standings
from tests.crises.questions.made import event, position


def only(entries: list[Entry]) -> Standing:
    """Return the standing of the one holder on the one act."""
    (act,) = standings(entries)
    (standing,) = act.standings
    return standing


def test_the_last_own_stance_is_where_a_holder_stands() -> None:
    standing = only(
        [
            position("FRA", "criticism", day="2031-05-04"),
            position("FRA", "restraint", day="2031-05-02"),
        ]
    )
    assert standing.stances == ("criticism",)
    assert standing.since == date(2031, 5, 4)


def test_a_stance_of_several_days_is_one_standing_with_its_days() -> None:
    days = ("2031-05-02", "2031-05-03", "2031-05-06", "2031-05-06")
    standing = only([position("FRA", "restraint", day=day) for day in days])
    assert len(standing.turns) == 1
    assert [str(each) for each in standing.days] == list(days[:3])


def test_the_days_of_another_stance_do_not_count() -> None:
    standing = only(
        [
            position("FRA", "restraint", day="2031-05-02"),
            position("FRA", "criticism", day="2031-05-04"),
            position("FRA", "criticism", day="2031-05-05"),
        ]
    )
    assert (str(standing.since), [each.day for each in standing.days]) == ("2031-05-04", [4, 5])


def test_a_change_names_both_turns() -> None:
    standing = only(
        [
            position("FRA", "restraint", day="2031-05-02"),
            position("FRA", "restraint", day="2031-05-03"),
            position("FRA", "criticism", day="2031-05-04"),
        ]
    )
    (change,) = standing.changes
    assert (change.before.views, change.after.views) == (("restraint",), ("criticism",))
    assert (change.before.first_day, change.before.last_day) == (
        date(2031, 5, 2),
        date(2031, 5, 3),
    )
    assert change.day == date(2031, 5, 4)


def test_a_stance_that_is_added_is_no_change() -> None:
    standing = only(
        [
            position("FRA", "restraint", day="2031-05-02"),
            position("FRA", "restraint", day="2031-05-03"),
            position("FRA", "concern", day="2031-05-03"),
        ]
    )
    assert standing.changes == ()
    assert standing.stances == ("concern", "restraint")


def test_what_has_no_day_changes_nothing() -> None:
    standing = only([position("FRA", "support"), position("FRA", "criticism", day="2031-05-04")])
    assert standing.changes == ()
    assert standing.stances == ("criticism",)


def test_what_others_say_is_kept_apart_from_own_words() -> None:
    standing = only([position("FRA", "support", reporter="USA", day="2031-05-02")])
    assert standing.stances == ()
    (claim,) = standing.claims
    assert [each.code for each in claim.reporters] == ["USA"]
    assert (claim.stance, claim.verdict) == ("support", "nothing own")


@pytest.mark.parametrize(
    ("said", "own", "verdict"),
    [
        ("support", "support", "borne out"),
        ("support", "understanding", "borne out"),
        ("support", "restraint", "differs"),
        ("support", "criticism", "contradicted"),
        ("condemnation", "understanding", "contradicted"),
        ("restraint", "criticism", "differs"),
    ],
)
def test_claims_are_compared_with_own_words(said: str, own: str, verdict: str) -> None:
    standing = only(
        [
            position("FRA", own, day="2031-05-02"),
            position("FRA", said, reporter="USA", day="2031-05-03"),
        ]
    )
    assert standing.claims[0].verdict == verdict
    assert bool(standing.contradicted) == (verdict == "contradicted")


@pytest.mark.parametrize(
    ("day", "verdict"),
    [
        ("2031-05-05", "contradicted"),
        ("2031-05-06", "contradicted"),
        ("2031-05-07", "nothing own"),
        ("2031-04-03", "contradicted"),
        ("2031-04-02", "nothing own"),
    ],
)
def test_own_words_count_near_the_day_of_a_claim(day: str, verdict: str) -> None:
    standing = only(
        [
            position("FRA", "criticism", day=day),
            position("FRA", "support", reporter="USA", day="2031-05-03"),
        ]
    )
    assert standing.claims[0].verdict == verdict


def test_a_claim_is_compared_with_the_words_before_it_that_are_nearest() -> None:
    standing = only(
        [
            position("FRA", "support", day="2031-05-01"),
            position("FRA", "criticism", day="2031-05-03"),
            position("FRA", "support", reporter="USA", day="2031-05-03"),
        ]
    )
    assert standing.claims[0].verdict == "contradicted"


def test_acts_stand_apart_and_are_named_where_they_are_known() -> None:
    raid = event("ITA", "FRA", day="2031-05-01")
    found = standings(
        [
            position("FRA", "criticism", target=raid.id),
            position("DEU", "restraint", target=raid.id),
            position("FRA", "support", target="the embargo"),
        ],
        {raid.id: raid},
    )
    assert [(each.target, each.act) for each in found] == [
        (raid.id, raid),
        ("the embargo", None),
    ]
    assert found[0].counts == {"restraint": 1, "criticism": 1}


def test_holders_stand_in_the_order_of_the_scale() -> None:
    (act,) = standings(
        [
            position("FRA", "condemnation"),
            position("DEU", "support"),
            position("ESP", "support", reporter="USA"),
        ]
    )
    assert [each.holder.code for each in act.standings] == ["DEU", "FRA", "ESP"]


def test_the_answer_is_plain_json() -> None:
    (act,) = standings([position("FRA", "support", day="2031-05-01")])
    row = json.loads(json.dumps(act.to_dict()))
    assert row["standings"][0]["holder"] == {"key": "FRA", "name": "France", "code": "FRA"}
    assert row["standings"][0]["since"] == "2031-05-01"
