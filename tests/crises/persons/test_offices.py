"""Who held which office, as printed, and as the table has it."""

from __future__ import annotations

from datetime import date

import pytest

from dragoman.crises.persons import OfficeSpell, Persons
from dragoman.store import Store
from tests.crises.persons.printing import tell


def offices(store: Store, identity: str) -> list[OfficeSpell]:
    with store.view() as view:
        return list(Persons(view).person(identity).offices)


def printed(store: Store, name: str, *days: str, of: str = "ATL") -> str:
    """Print somebody as foreign minister on some days."""
    (identity,) = {tell(store, name, of, "foreign_minister", day=day) for day in days}
    return identity


def test_an_office_is_learned_from_print_with_days_and_sources(ledger: Store) -> None:
    identity = printed(ledger, "Vahan Petrosyan", "2031-05-01", "2031-07-09", "2031-06-02")
    (spell,) = offices(ledger, identity)
    assert (spell.role, spell.level, spell.of) == ("foreign_minister", 2, "ATL")
    assert (spell.first_day, spell.last_day) == (date(2031, 5, 1), date(2031, 7, 9))
    assert spell.titles == ("foreign minister",)
    assert spell.prints == 3
    with ledger.view() as view:
        days = [view.article(each).told_on for each in (spell.first_article, spell.last_article)]
    assert days == [spell.first_day, spell.last_day]


def test_what_the_table_said_is_not_learned(ledger: Store) -> None:
    identity = tell(ledger, "Vahan Petrosyan", "ATL", "foreign_minister", basis="table")
    assert offices(ledger, identity) == []


def test_a_spell_ends_where_another_holds_the_office(ledger: Store) -> None:
    first = printed(ledger, "Vahan Petrosyan", "2031-05-01", "2031-05-09", "2033-01-02")
    printed(ledger, "Nare Simonyan", "2032-01-01", "2032-02-02")
    assert [(each.first_day, each.last_day) for each in offices(ledger, first)] == [
        (date(2031, 5, 1), date(2031, 5, 9)),
        (date(2033, 1, 2), date(2033, 1, 2)),
    ]


def test_one_print_of_another_ends_no_spell(ledger: Store) -> None:
    first = printed(ledger, "Vahan Petrosyan", "2031-05-01", "2033-01-02")
    printed(ledger, "Nare Simonyan", "2032-01-01")
    assert len(offices(ledger, first)) == 1


def test_holders_of_an_office_come_in_order(ledger: Store) -> None:
    printed(ledger, "Nare Simonyan", "2032-01-01")
    printed(ledger, "Vahan Petrosyan", "2031-05-01")
    with ledger.view() as view:
        found = Persons(view).in_office("ATL", "foreign_minister")
    assert [each.name for each in found] == ["Vahan Petrosyan", "Nare Simonyan"]


@pytest.mark.parametrize(
    ("name", "agrees"), [("Jean Yves le Drian", True), ("Vahan Petrosyan", False)]
)
def test_print_is_held_against_the_table(ledger: Store, name: str, *, agrees: bool) -> None:
    identity = printed(ledger, name, "2019-05-01", "2019-06-01", of="FRA")
    (spell,) = offices(ledger, identity)
    assert spell.agrees is agrees
    assert "Jean-Yves Le Drian" in spell.table
    with ledger.view() as view:
        found = [each.person for each in Persons(view).disagreements()]
    assert found == ([] if agrees else [identity])


def test_where_the_table_knows_nobody_nothing_is_said(ledger: Store) -> None:
    (spell,) = offices(ledger, printed(ledger, "Vahan Petrosyan", "2031-05-01"))
    assert (spell.table, spell.agrees) == ((), None)


def test_an_office_of_nobody_named_is_the_one_of_its_role(ledger: Store) -> None:
    identity = printed(ledger, "Vahan Petrosyan", "2031-05-01")
    assert tell(ledger, "Vahan Petrosyan", None, "foreign_minister", day="2031-05-07") == identity
    (spell,) = offices(ledger, identity)
    assert (spell.of, spell.last_day, spell.prints) == ("ATL", date(2031, 5, 7), 2)
