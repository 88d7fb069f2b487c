"""Persons across articles, article by article."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from dragoman.crises.persons import clear, drop, of_reading, take
from dragoman.store import Store
from dragoman.store.tables import METADATA
from tests.crises.persons.printing import article, person, tell, told, whose

TABLES = ("persons", "spellings", "spelling_blocks", "person_mentions")


def rows(store: Store) -> dict[str, list[tuple[object, ...]]]:
    """Return all that is kept of persons."""
    with store.view() as view:
        return {
            name: sorted(
                map(tuple, view.connection.execute(select(METADATA.tables[name]))), key=str
            )
            for name in TABLES
        }


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("Yusuf Warsame", "SOM"), ("Yousef Warsameh", "SOM")),
        (("Anneke van den Broeke", "NLD", "minister"), ("Van den Broeke", "NLD", "minister")),
        (("Soner Çelikkaya", "TUR"), ("Soner Celikkaya", "TUR")),
        (("Zoltan Kisfaludi", "HUN"), ("Kisfaludi Zoltán", "HUN")),
        (("Rafael Ibarguren", "URY", "ambassador"), ("Rafael Ibarguren", "URY")),
        (("Rafael Ibarguren", "URY"), ("Rafael Ibarguren",)),
    ],
)
def test_one_person_is_known_under_other_spellings(
    ledger: Store, one: tuple[str], other: tuple[str]
) -> None:
    assert tell(ledger, *one) == tell(ledger, *other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("Yusuf Warsame", "SOM"), ("Osman Warsame", "SOM")),
        (("Ali Ahmed", "BGD"), ("Ali Ahmed", "SOM")),
        (("Javier Ocampo Sr.", "PRY"), ("Javier Ocampo Jr.", "PRY")),
        (("Ocampo", "PRY"), ("Ocampo", "CHL")),
    ],
)
def test_namesakes_are_told_apart(ledger: Store, one: tuple[str], other: tuple[str]) -> None:
    assert tell(ledger, *one) != tell(ledger, *other)


def test_a_family_name_that_may_be_two_persons_stays_by_itself(ledger: Store) -> None:
    both = {tell(ledger, "Vahan Petrosyan", "ARM"), tell(ledger, "Nare Petrosyan", "ARM")}
    assert len(both) == 2
    assert tell(ledger, "Petrosyan", "ARM") not in both


def test_an_office_tells_whose_a_family_name_is(ledger: Store) -> None:
    vahan = tell(ledger, "Vahan Petrosyan", "ARM", "foreign_minister")
    tell(ledger, "Nare Petrosyan", "ARM", "ambassador")
    assert tell(ledger, "Petrosyan", "ARM", "foreign_minister") == vahan


def test_a_family_name_goes_over_to_whom_it_fits_better(store: Store) -> None:
    lone = person("Petrosyan", "ARM", "foreign_minister")
    first, _ = told(store, article("Petrosyan spoke.", "2031-05-01", lone))
    tell(store, "Nare Petrosyan", "ARM", day="2031-05-02")
    minister = person("Vahan Petrosyan", "ARM", "foreign_minister")
    second, changed = told(store, article("Vahan Petrosyan spoke.", "2031-05-03", minister))
    assert whose(store, first, lone) == whose(store, second, minister)
    assert first.reading in changed


def test_a_bare_family_name_is_another_one_in_another_year(ledger: Store) -> None:
    vahan = tell(ledger, "Vahan Petrosyan", "ARM", "foreign_minister", day="2031-05-01")
    assert tell(ledger, "Petrosyan", day="2031-05-03") == vahan
    assert tell(ledger, "Petrosyan", day="2031-06-03") == vahan
    assert tell(ledger, "Petrosyan", day="2033-05-03") != vahan


def test_an_article_that_has_both_names_tells_them_apart(ledger: Store) -> None:
    full, lone = person("Vahan Petrosyan", "ARM"), person("Petrosyan", "ARM")
    written, _ = told(ledger, article("Vahan Petrosyan and Petrosyan.", "2031-05-01", full, lone))
    assert whose(ledger, written, full) != whose(ledger, written, lone)


def test_only_persons_are_taken_in(ledger: Store) -> None:
    state = person("Armenia", "ARM")
    state = type(state)(id="a", name="Armenia", kind="state", country="ARM")
    written, _ = told(ledger, article("Armenia.", "2031-05-01", state))
    with ledger.view() as view:
        assert of_reading(view, written.reading) == {}


def test_taking_in_twice_changes_nothing(store: Store) -> None:
    record = article("Both.", "2031-05-01", person("Vahan Petrosyan", "ARM"), person("O. Iké"))
    told(store, record)
    before = rows(store)
    assert told(store, record)[1] == frozenset()
    assert rows(store) == before


def test_a_new_version_takes_the_place_of_the_old_one(store: Store) -> None:
    url = "https://wire.example/1"
    told(store, article("One.", "2031-05-01", person("Vahan Petrosyan", "ARM"), url=url))
    told(store, article("Two.", "2031-05-02", person("Nare Simonyan", "ARM"), url=url))
    kept = rows(store)
    assert [row[1] for row in kept["persons"]] == ["Nare Simonyan"]
    assert len(kept["person_mentions"]) == 1


def test_an_older_version_that_comes_late_changes_nothing(ledger: Store) -> None:
    url = "https://wire.example/1"
    old = article("One.", "2031-05-01", person("Vahan Petrosyan", "ARM"), url=url)
    told(ledger, old)
    told(ledger, article("Two.", "2031-05-02", person("Nare Simonyan", "ARM"), url=url))
    before = rows(ledger)
    told(ledger, old)
    assert rows(ledger) == before


def test_what_is_dropped_leaves_what_others_tell(store: Store) -> None:
    both = person("Vahan Petrosyan", "ARM")
    first, _ = told(store, article("One.", "2031-05-01", both))
    second, _ = told(store, article("Two.", "2031-06-01", both))
    with store.work() as unit:
        drop(unit, [first.reading])
    ((*_, article_id, first_day, last_day, mentions),) = rows(store)["spellings"]
    assert (article_id, mentions, first_day) == (second.article, 1, last_day)
    with store.work() as unit:
        drop(unit, [second.reading])
    assert not any(rows(store).values())


def test_made_anew_it_is_what_it_was(store: Store) -> None:
    names = ("Vahan Petrosyan", "Petrosyan", "Wahan Petrosian", "Nare Petrosyan", "V. Petrosyan")
    for number, name in enumerate(names):
        tell(store, name, "ARM", day=f"2031-05-{number + 1:02}")
    with store.view() as view:
        before = {number: of_reading(view, number) for number, _ in view.records()}
    with store.work() as unit:
        clear(unit)
        for _, record in unit.view.records():
            take(unit, unit.writer.write(record), record)
    with store.view() as view:
        assert {number: of_reading(view, number) for number in before} == before


@pytest.mark.parametrize(
    "name", ["", " ", "-", "x" * 5000, "\x00", "Al", "\u0660", "’", "💥 💥", "Jr."]
)
def test_no_name_is_too_odd(ledger: Store, name: str) -> None:
    assert tell(ledger, name) == tell(ledger, name, day="2031-05-05")


def test_an_article_without_a_day_is_taken_in(ledger: Store) -> None:
    actor = person("Vahan Petrosyan", "ARM")
    written, _ = told(ledger, article("One.", None, actor))
    assert whose(ledger, written, actor) == tell(ledger, "Vahan Petrosyan", "ARM")


GIVEN = """
    Ashot Bahdasar Cyrus Davit Edgar Fadey Gevorg Hakob Isahak Jirair Karapet Levon Mkrtich Narek
    Onik Poghos Ruben Sahak Tigran Urartu Vigen Yervand Zaven Anahit Berjouhi Dzovinar Eranuhi
    Flora Gohar Hripsime Isabel Julieta Knarik Lusine Maneh Nvard Ophelia Parandzem Queenie Roza
    Satenik Takuhi Uljana Varduhi Wanda Xenia Yulia Zabel Aghavni Bulbul Dukhik Emin Feliks Grigor
    Hovsep Ilik Kevork Lazar Mushegh Nshan Osep Petik Rafik Smbat Trdat Vrej
""".split()


def test_a_family_name_alone_comes_before_any_number_who_bear_it(store: Store) -> None:
    alone = [tell(store, "Petrosyan", "ARM")]
    for name in GIVEN:
        tell(store, f"{name} Petrosyan", "ARM")
        alone.append(tell(store, "Petrosyan", "ARM"))
    assert len(set(alone)) > 1
