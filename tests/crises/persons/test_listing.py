"""Finding and listing persons."""

from __future__ import annotations

from datetime import date

import pytest

from dragoman.crises.persons import Person, Persons
from dragoman.errors import StoreError
from dragoman.store import Store
from tests.crises.persons.printing import article, person, tell, told, whose


def found(store: Store, name: str, country: str | None = None) -> list[str]:
    with store.view() as view:
        return [each.name for each in Persons(view).find(name, country=country)]


def known(store: Store, identity: str) -> Person:
    with store.view() as view:
        return Persons(view).person(identity)


@pytest.fixture
def four(ledger: Store) -> Store:
    """A store that knows four persons."""
    tell(ledger, "Vahan Petrosyan", "ARM", "foreign_minister")
    tell(ledger, "Wahan Petrosian", "ARM", "foreign_minister", day="2031-06-01")
    tell(ledger, "Nare Petrosyan", "ARM")
    tell(ledger, "Nare Petrosyan", "GEO")
    tell(ledger, "Omar Yusuf Warsame", "SOM")
    return ledger


@pytest.mark.parametrize(
    ("name", "names"),
    [
        ("Wahan Petrossyan", ["Vahan Petrosyan"]),
        ("Minister Petrosyan", ["Vahan Petrosyan", "Nare Petrosyan", "Nare Petrosyan"]),
        ("nare petrosyan", ["Nare Petrosyan", "Nare Petrosyan"]),
        ("Umar Warsame", ["Omar Yusuf Warsame"]),
        ("Ibarguren", []),
        ("", []),
        ("%", []),
    ],
)
def test_persons_are_found_in_any_spelling(four: Store, name: str, names: list[str]) -> None:
    assert sorted(found(four, name)) == sorted(names)


def test_a_country_narrows_it_down(four: Store) -> None:
    assert found(four, "Petrosyan", "GEO") == ["Nare Petrosyan"]


def test_a_person_has_spellings_days_and_mentions(four: Store) -> None:
    with four.view() as view:
        (whole,) = Persons(view).find("Vahan Petrosyan")
        named = list(Persons(view).mentions(whole.id))
    assert set(whole.names) == {"Vahan Petrosyan", "Wahan Petrosian"}
    assert (whole.country, whole.lone, whole.mentions) == ("ARM", False, 2)
    assert (whole.first_day, whole.last_day) == (date(2031, 5, 4), date(2031, 6, 1))
    assert [(each.name, each.day) for each in named] == [
        ("Vahan Petrosyan", date(2031, 5, 4)),
        ("Wahan Petrosian", date(2031, 6, 1)),
    ]
    assert [each.article for each in named] == [each.article for each in whole.spellings]


def test_all_persons_come_by_name(four: Store) -> None:
    with four.view() as view:
        every = [each.name for each in Persons(view).all()]
        some = [each.name for each in Persons(view).all(country="ARM")]
    assert every == sorted(every)
    assert len(every) == 4
    assert some == ["Nare Petrosyan", "Vahan Petrosyan"]


def test_the_list_goes_on_after_a_person(four: Store) -> None:
    with four.view() as view:
        every = [each.id for each in Persons(view).all()]
        assert [each.id for each in Persons(view).all(after=every[1])] == every[2:]
        with pytest.raises(StoreError, match="no person"):
            list(Persons(view).all(after="nobody"))


def test_a_person_is_shown_by_the_most_frequent_full_name(ledger: Store) -> None:
    lone = person("Petrosyan", "ARM", "foreign_minister")
    written, _ = told(ledger, article("Petrosyan.", "2031-05-01", lone))
    assert known(ledger, whose(ledger, written, lone)).lone
    tell(ledger, "Vahan Petrosyan", "ARM", "foreign_minister")
    whole = known(ledger, whose(ledger, written, lone))
    assert (whole.name, whole.lone) == ("Vahan Petrosyan", False)


def test_the_beginning_of_an_id_is_enough(four: Store) -> None:
    with four.view() as view:
        persons = Persons(view)
        (whole,) = persons.find("Warsame")
        assert persons.resolved(whole.id[:12]) == whole.id
        with pytest.raises(StoreError, match="Several"):
            persons.resolved("")
        for odd in ("nobody", "%", "_" * 64):
            with pytest.raises(StoreError, match="No id"):
                persons.resolved(odd)


def test_nobody_is_no_person(ledger: Store) -> None:
    with pytest.raises(StoreError, match="no person"):
        known(ledger, "nobody")
