"""What one article tells, and who else reports each of its facts."""

from __future__ import annotations

import pytest

from dragoman.crises import review
from dragoman.desk.parts.tellings import Telling, told
from dragoman.store import Store
from tests.records import examples


@pytest.fixture(scope="module")
def tellings(desk_store: Store) -> dict[str, Telling]:
    """The facts of the first article, by their refs."""
    with desk_store.view() as view:
        return {each.ref: each for each in told(view, next(view.articles())).tellings}


def test_facts_are_numbered_within_their_kind(tellings: dict[str, Telling]) -> None:
    assert list(tellings) == ["E1", "C1", "S1", "P1", "A1"]


def test_other_reports_are_counted(tellings: dict[str, Telling]) -> None:
    call = tellings["C1"]
    assert (call.reports, call.origins) == (2, 2)
    assert [each.outlet for each in call.others] == ["Globe"]


def test_a_position_names_the_act_that_it_is_on(tellings: dict[str, Telling]) -> None:
    assert tellings["P1"].shown.target == examples.raid().id


def test_each_is_a_report_of_an_entry_of_the_ledger(tellings: dict[str, Telling]) -> None:
    assert all(each.entry for each in tellings.values())


def test_what_a_person_corrected_is_told(own_store: Store) -> None:
    with own_store.work() as unit:
        review.correct(unit, "contacts", examples.call().id, ("channel", "letter"), who="jlind")
    with own_store.view() as view:
        found = {each.ref: each for each in told(view, next(view.articles())).tellings}
    assert (found["C1"].corrected, found["C1"].shown.verdict) == (("channel",), "corrected")
    assert "letter" in found["C1"].shown.sentence
