"""Standings as a table, and as what a map needs to know."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from dragoman.crises import Entry
from dragoman.crises.questions import ActStandings, standings
from dragoman.desk.parts.standing import (
    Chip,
    chip_text,
    chips,
    count,
    days_of,
    now,
    steps,
    table,
    until,
)
from tests.crises.questions.made import position


def on_act(*positions: Entry) -> ActStandings:
    """Return the standings on the one act that all these are about."""
    (act,) = standings(positions)
    return act


def of(*positions: Entry) -> Sequence[Chip]:
    """Return the chips of the one holder."""
    (standing,) = on_act(*positions).standings
    return chips(standing)


def test_a_stretch_of_days_is_one_chip() -> None:
    (chip,) = of(
        position("FRA", "concern", day="2031-05-02"), position("FRA", "concern", day="2031-05-04")
    )
    assert (chip.days.short, len(chip.entries)) == ("2–4 May 2031", 2)


def test_a_chip_says_that_the_stance_is_new() -> None:
    found = of(
        position("FRA", "restraint", day="2031-05-02"),
        position("FRA", "criticism", day="2031-05-04"),
    )
    assert [(each.stance.code, each.turned) for each in found] == [
        ("restraint", False),
        ("criticism", True),
    ]


def test_two_stances_of_one_day_are_two_chips_with_their_own_entries() -> None:
    first = position("FRA", "concern", day="2031-05-02")
    second = position("FRA", "criticism", day="2031-05-02")
    assert [each.entries for each in of(first, second)] == [(first.id,), (second.id,)]


def test_what_others_report_is_told_apart_and_says_who_reports_it() -> None:
    (chip,) = of(position("FRA", "support", reporter="USA", day="2031-05-02"))
    assert (chip.own, chip.by, chip.stance.name) == (False, "United States", "Support")
    assert chip_text(chip) == "support, by United States, 2 May 2031"


def test_a_claim_against_own_words_is_marked() -> None:
    found = of(
        position("FRA", "condemnation", day="2031-05-02"),
        position("FRA", "support", reporter="USA", day="2031-05-03"),
    )
    assert [each.contradicted for each in found] == [False, True]


def test_rows_go_by_the_scale_of_the_first_act_then_by_name() -> None:
    acts = [
        on_act(
            position("FRA", "condemnation", day="2031-05-02"),
            position("DEU", "support", day="2031-05-02"),
            position("fishermen", "support", day="2031-05-02"),
        ),
        on_act(position("AUT", "concern", target="another", day="2031-05-02")),
    ]
    assert [row.holder.name for row in table(acts)] == ["Germany", "France", "Austria", "fishermen"]


def test_a_cell_is_empty_where_no_position_is_taken() -> None:
    acts = [
        on_act(position("FRA", "concern", day="2031-05-02")),
        on_act(position("AUT", "concern", target="another", day="2031-05-02")),
    ]
    assert [[len(cell) for cell in row.cells] for row in table(acts)] == [[1, 0], [0, 1]]


def test_only_the_holders_asked_for_have_rows() -> None:
    act = on_act(
        position("FRA", "concern", day="2031-05-02"), position("DEU", "support", day="2031-05-02")
    )
    assert [row.holder.code for row in table([act], ["FRA"])] == ["FRA"]


def test_own_words_stand_before_what_others_report() -> None:
    act = on_act(
        position("FRA", "condemnation", day="2031-05-02"),
        position("FRA", "support", reporter="USA", day="2031-05-09"),
    )
    assert now(act.standings[0]) == (("condemnation",), True)


def test_stances_are_counted_by_whose_words_tell_them() -> None:
    act = on_act(
        position("FRA", "concern", day="2031-05-02"),
        position("DEU", "concern", day="2031-05-02"),
        position("AUT", "concern", reporter="USA", day="2031-05-02"),
    )
    assert count(act)["concern"] == (2, 1)
    assert count(act, ["FRA"])["concern"] == (1, 0)
    assert count(act)["support"] == (0, 0)


def test_steps_go_by_their_days_with_what_has_none_first() -> None:
    act = on_act(
        position("FRA", "criticism", day="2031-05-04"),
        position("FRA", "support", reporter="USA", day="2031-05-03"),
        position("FRA", "restraint"),
    )
    assert [(each.day, each.stances, each.own) for each in steps(act.standings[0])] == [
        (None, ("restraint",), True),
        (date(2031, 5, 3), ("support",), False),
        (date(2031, 5, 4), ("criticism",), True),
    ]


def test_on_a_day_what_was_told_later_is_not_known() -> None:
    early, late = position("FRA", "concern", day="2031-05-02"), position("FRA", "support")
    later = position("FRA", "criticism", day="2031-05-04")
    assert until([early, late, later], date(2031, 5, 3)) == [early, late]
    assert days_of([early, late, later]) == (date(2031, 5, 2), date(2031, 5, 4))
