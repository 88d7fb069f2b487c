"""A person takes part for the state that other articles tell, and it is shown as lent."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations

import pytest

from dragoman.crises import Party, entries, persons, rebuild
from dragoman.crises.entries.effective import current
from dragoman.records import Actor, Record
from dragoman.store import Store
from tests.crises.entries.telling import article, contact, ledger, shape, told

DAY = "2031-05-01"
CALL = contact("Henrik Dahl", "Mara Voss", on=DAY, channel="phone")


def full(outlet: str = "Wire") -> Record:
    """Return the record of an article that prints who Henrik Dahl is."""
    return article(outlet, DAY, CALL)


def bare(outlet: str = "Herald", *, role: bool = False) -> Record:
    """Return one that prints his name alone, or with his office but not of which state."""
    record = article(outlet, DAY, CALL, extra=" At night.")
    return replace(record, actors=tuple(_bare(each, role=role) for each in record.actors))


def _bare(actor: Actor, *, role: bool) -> Actor:
    if actor.name != "Henrik Dahl":
        return actor
    office = replace(actor.office, of=None) if role and actor.office else None
    return replace(actor, country=None, sectors=(), office=office)


def caller(store: Store, outlet: str = "Herald") -> Party:
    """Return who called, as the report of an outlet has it."""
    (found,) = [
        report.parties["initiator"][0]
        for entry in ledger(store, "contacts")
        for report in entry.reports
        if report.outlet == outlet
    ]
    return found


def test_alone_he_stands_for_nobody(store: Store) -> None:
    told(store, bare())
    party = caller(store)
    assert (party.code, party.role, party.lent) == (None, None, ())
    assert party.id == party.person


def test_country_and_office_are_lent_when_another_article_tells_them(store: Store) -> None:
    told(store, bare(), full())
    party = caller(store)
    assert (party.id, party.code, party.role) == ("NRL", "NRL", "foreign_minister")
    assert party.lent == ("country", "office")
    (entry,) = ledger(store, "contacts", code="NRL")
    assert entry.origins == 2
    assert entry.parties["initiator"][0].lent == ()


def test_the_country_alone_is_lent_where_the_office_is_printed(store: Store) -> None:
    told(store, bare(role=True), full())
    assert caller(store).lent == ("country",)


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_the_order_does_not_count(store: Store, order: tuple[int, ...]) -> None:
    some = [bare(), full(), bare("Post", role=True)]
    told(store, *(some[number] for number in order))
    (entry,) = ledger(store, "contacts")
    assert entry.origins == 3
    before = shape(store)
    told(store, *some)
    assert shape(store) == before
    rebuild(store)
    assert shape(store) == before


def test_it_is_taken_back_with_the_article_that_told_it(store: Store) -> None:
    told(store, bare())
    before = shape(store)
    told(store, full())
    told(store, article("Wire", DAY, contact("Norland", "Freedonia", on=DAY), extra=" Corrected."))
    assert before < shape(store)
    assert caller(store).lent == ()


def test_it_is_taken_back_when_the_persons_are_told_apart(store: Store) -> None:
    told(store, bare(), full())
    with store.work() as unit:
        herald, _ = current(unit.view)
        known = persons.known(unit.connection, [herald])[herald]
        person = next(each.person for each in known.values() if each.lent.country)
        numbers = [
            each.number
            for each in persons.Persons(unit.view).person(person).spellings
            if each.country is None
        ]
        judged = persons.split(unit, person, numbers, who="ada", reader="1")
        entries.refold(unit, persons.settle(unit))
    assert caller(store).lent == ()
    assert len(ledger(store, "contacts")) == 2
    with store.work() as unit:
        persons.undo(unit, judged.digest, who="ada")
        entries.refold(unit, persons.settle(unit))
    assert caller(store).lent == ("country", "office")
    assert len(ledger(store, "contacts")) == 1
