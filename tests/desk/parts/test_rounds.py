"""Rounds of contacts in words."""

from __future__ import annotations

from dragoman.crises import Entry
from dragoman.crises.questions import outreach
from dragoman.desk.parts.rounds import Round, left_out, reasons, shown_round
from tests.crises.questions.made import contact

LUND = "Kari Lund/NOR/foreign_minister"


def of(*entries: Entry) -> Round:
    """Return the one round among some contacts."""
    (campaign,) = outreach(entries).campaigns
    return shown_round(campaign)


def by_level() -> Round:
    """Return a round in which one of three is reached at another level."""
    return of(
        contact(LUND, "Ada Berg/SWE/head_of_government", day="2031-05-01"),
        contact(LUND, "Mads Krogh/DNK/head_of_state", day="2031-05-01"),
        contact(LUND, "Timo Salo/FIN/military_chief", day="2031-05-02"),
    )


def test_a_round_tells_who_had_it_when_and_at_what_levels() -> None:
    found = by_level()
    assert (found.initiator, found.behind, found.days.short) == (
        "Kari Lund",
        "Norway, level 2",
        "1–2 May 2031",
    )
    assert found.levels == "2 at level 1, 1 at level 2"


def test_the_reason_names_level_person_and_office_and_what_most_have() -> None:
    (finland,) = by_level().differing
    assert finland.government.name == "Finland"
    assert finland.reason == (
        "reached at level 2, with Timo Salo (military chief); "
        "2 of the 3 whose level is known were reached at level 1."
    )


def test_an_office_that_differs_is_told_as_one() -> None:
    found = of(
        contact(LUND, "Ada Berg/SWE/foreign_minister", day="2031-05-01"),
        contact(LUND, "Mads Krogh/DNK/foreign_minister", day="2031-05-01"),
        contact(LUND, "Timo Salo/FIN/military_chief", day="2031-05-02"),
    )
    (finland,) = found.differing
    assert finland.reason == (
        "reached through another office, with Timo Salo (military chief); "
        "2 of the 3 whose office is known were reached through their foreign minister."
    )


def test_a_government_as_initiator_is_named_once() -> None:
    found = of(*(contact("NOR", each, day="2031-05-01") for each in ("SWE", "DNK", "FIN")))
    assert (found.initiator, found.government, found.behind) == ("Norway", None, "")
    assert found.levels == "3 at a level not told"


def test_the_reason_is_found_by_the_contact() -> None:
    found = by_level()
    (finland,) = found.differing
    assert reasons([found]) == dict.fromkeys(finland.entries, finland.reason)


def test_who_was_tried_comes_first_then_who_takes_part_in_most() -> None:
    tried = contact("NOR", "FIN", status="proposed", day="2031-05-03")
    answer = outreach([tried, contact("NOR", "SWE")], of="NOR", expected=["DNK", "FIN", "ISL"])
    found = left_out(answer.uncalled, {"DNK": 2, "FIN": 1, "ISL": 5})
    assert [(each.side.code, each.facts) for each in found] == [("FIN", 1), ("ISL", 5), ("DNK", 2)]
    assert [(one.status.name, one.entry) for one in found[0].tried] == [("Proposed", tried.id)]
