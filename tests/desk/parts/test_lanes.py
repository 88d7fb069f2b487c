"""Facts in lanes by who does them."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from dragoman.crises import Entry
from dragoman.crises.questions.certainty import CERTAINTIES
from dragoman.desk.parts import shown_entry
from dragoman.desk.parts.lanes import FORMS, Bar, By, Chart, charted, turns_of
from tests.crises.questions import made

DAY = "2031-01-03"


def chart(*entries: Entry, by: By = "government") -> Chart:
    return charted(
        entries, {e.id: shown_entry(e, {}, lambda _: "the words") for e in entries}, by=by
    )


def bar(entry: Entry) -> Bar:
    (found,) = chart(entry).bars
    return found


def names(told: Chart) -> list[tuple[str, int]]:
    return [(each.name, each.facts) for each in told.lanes]


def test_who_does_most_has_the_first_lane() -> None:
    told = chart(
        made.event("UGA", day=DAY), made.event("KEN", day=DAY), made.statement("KEN", day=DAY)
    )
    assert names(told) == [("Kenya", 2), ("Uganda", 1)]


def test_a_contact_is_in_the_lanes_of_both_sides() -> None:
    told = chart(made.contact("Mara Oduya/KEN/foreign_minister", "UGA", day=DAY))
    assert names(told) == [("Kenya", 1), ("Uganda", 1)]
    assert told.bars[0].lanes == (0, 1)


def test_an_act_is_directed_at_the_lane_of_its_recipient() -> None:
    told = chart(made.event("KEN", "UGA", day=DAY), made.event("UGA", mode="bombing", day=DAY))
    assert [(each.lanes, each.toward) for each in told.bars] == [((0,), (1,)), ((1,), ())]


def test_a_person_has_a_lane_of_their_own_where_that_is_asked() -> None:
    said = made.statement("Mara Oduya/KEN/foreign_minister", day=DAY)
    assert names(chart(said)) == [("Kenya", 1)]
    told = chart(said, by="person")
    assert names(told) == [("Mara Oduya", 1)]
    assert told.lanes[0].actor == "person-mara oduya"


def test_what_nobody_is_named_for_is_in_the_last_lane() -> None:
    nobody = [made.event((), each, day=DAY) for each in ("UGA", "TZA")]
    told = chart(*nobody, made.event("KEN", day=DAY))
    assert names(told) == [("Kenya", 1), ("Not named", 2)]
    assert told.lanes[-1].actor is None


def test_what_has_no_day_is_in_no_lane() -> None:
    assert chart(made.event("KEN")) == Chart((), ())


def test_uncertain_days_are_a_range() -> None:
    last = datetime(2031, 1, 5, tzinfo=UTC).date()
    told = bar(made.event("KEN", day=DAY, last_day=last))
    assert (told.first.day, told.last.day) == (3, 5)


def test_every_certainty_has_a_form() -> None:
    assert set(FORMS) == set(CERTAINTIES)


@pytest.mark.parametrize(
    ("entry", "form"),
    [
        (made.event("KEN", day=DAY), "firm"),
        (made.event("KEN", day=DAY, reported_by="UGA"), "firm"),
        (made.event("KEN", day=DAY, modality="future"), "planned"),
        (made.event("KEN", day=DAY, modality="negated"), "denied"),
        (made.event("KEN", day=DAY, modality="hypothetical"), "possible"),
        (made.event("KEN", day=DAY, modality="historical"), "recalled"),
        (made.contact("KEN", "UGA", day=DAY, status="planned"), "planned"),
        (made.contact("KEN", "UGA", day=DAY, status="cancelled"), "denied"),
    ],
)
def test_what_did_not_happen_has_another_form(entry: Entry, form: str) -> None:
    assert bar(entry).form == form


def test_copies_count_among_the_reports_and_not_among_the_origins() -> None:
    entry = made.event("KEN", day=DAY, origins=("Wire", "Globe"))
    copied = replace(entry, reports=(*entry.reports, entry.reports[0]))
    assert (bar(copied).origins, bar(copied).reports) == (2, 3)


def test_the_moment_of_the_first_report_of_each_origin_is_told_in_utc() -> None:
    told = bar(made.event("KEN", day=DAY, origins=("Wire", "Globe")))
    assert told.told == ("2031-01-03T12:00+00:00",) * 2


@pytest.mark.parametrize(
    ("entry", "label"),
    [
        (made.event("KEN", "UGA", day=DAY), "Attack → Uganda"),
        (made.event("KEN", day=DAY), "Attack"),
        (made.contact("KEN", "UGA", day=DAY), "Phone call: Kenya → Uganda"),
        (made.contact("KEN", "UGA", day=DAY, initiative="unknown"), "Phone call: Kenya – Uganda"),
        (made.contact("KEN", "UGA", day=DAY, channel="unspecified"), "Contact: Kenya → Uganda"),
        (made.contact("KEN", "UGA", day=DAY, channel="visit"), "Visit: Kenya → Uganda"),
        (made.position("KEN", "concern", day=DAY), "Concern: “the raid”"),
        (made.attitude("KEN", "UGA", "negative", day=DAY), "Negative attitude → Uganda"),
        (made.statement("KEN", day=DAY), "the words"),
    ],
)
def test_a_bar_has_few_words(entry: Entry, label: str) -> None:
    assert bar(entry).label == label


def test_a_change_of_position_is_on_the_entry_that_brought_it() -> None:
    before = made.position("KEN", "restraint", day="2031-01-01")
    after = made.position("KEN", "condemnation", day=DAY)
    other = made.position("UGA", "concern", day=DAY)
    assert turns_of([after, other, before]) == {after.id: ("restraint", "condemnation")}
    assert chart(before, after).bars[1].turn == ("restraint", "condemnation")
