"""What people judge of persons holds, and can be taken back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from dragoman.crises.persons import Persons, clear, merge, of_reading, settle, split, take, undo
from dragoman.errors import StoreError
from dragoman.store import Judgement, Store
from tests.crises.persons.printing import article, person, tell, told, whose

JUDGED: Mapping[str, Any] = {"who": "ada", "reader": "1"}


def everybody(store: Store) -> Mapping[int, Mapping[str, str]]:
    """Return who the actors of all readings are."""
    with store.view() as view:
        return {number: of_reading(view, number) for number, _ in view.records()}


def merged(store: Store, one: str, *others: str) -> tuple[Judgement, frozenset[int]]:
    with store.work() as unit:
        return merge(unit, one, others, **JUDGED), settle(unit)


def undone(store: Store, judgement: Judgement) -> frozenset[int]:
    with store.work() as unit:
        undo(unit, judgement.digest, who="ada")
        return settle(unit)


def numbers(store: Store, identity: str, name: str) -> list[int]:
    """Return the numbers of a person's spellings of one name."""
    with store.view() as view:
        found = Persons(view).person(identity).spellings
    return [each.number for each in found if each.name == name]


def anew(store: Store) -> None:
    with store.work() as unit:
        clear(unit)
        for _, record in unit.view.records():
            take(unit, unit.writer.write(record), record)


def test_two_become_one_and_later_articles_follow(store: Store) -> None:
    name, alias = tell(store, "Idris Tarhouni", "LBY"), tell(store, "Abu Salwan", "LBY")
    _, changed = merged(store, name, alias)
    assert changed
    assert tell(store, "Abu Salwan", "LBY", day="2031-06-01") == name
    assert tell(store, "Aboo Salwan", "LBY", day="2031-06-01") == name
    assert tell(store, "Idriss el-Tarhuni", "LBY", day="2031-06-01") == name


def test_a_merge_taken_back_leaves_what_was(store: Store) -> None:
    name, alias = tell(store, "Idris Tarhouni", "LBY"), tell(store, "Abu Salwan", "LBY")
    before = everybody(store)
    judgement, changed = merged(store, name, alias)
    assert everybody(store) != before
    assert undone(store, judgement) == changed
    assert everybody(store) == before


def test_a_merge_holds_when_all_is_made_anew(ledger: Store) -> None:
    merged(ledger, tell(ledger, "Abu Salwan", "LBY"), tell(ledger, "Idris Tarhouni", "LBY"))
    before = everybody(ledger)
    anew(ledger)
    assert everybody(ledger) == before


def test_a_spelling_is_told_apart_and_stays_apart(ledger: Store) -> None:
    whole = tell(ledger, "Vahan Petrosyan", "ARM")
    assert tell(ledger, "Wahan Petrosian", "ARM") == whole
    with ledger.work() as unit:
        split(unit, whole, numbers(ledger, whole, "Wahan Petrosian"), **JUDGED)
        settle(unit)
    other = tell(ledger, "Wahan Petrosian", "ARM", day="2031-07-01")
    assert other != whole
    assert tell(ledger, "Vahan Petrosyan", "ARM", day="2031-07-01") == whole
    anew(ledger)
    assert tell(ledger, "Wahan Petrosian", "ARM", day="2031-07-02") == other


def test_namesakes_of_one_spelling_are_told_apart_by_article(ledger: Store) -> None:
    actor = person("Li Wei", "CHN")
    first, _ = told(ledger, article("Li Wei spoke.", "2031-05-01", actor))
    second, _ = told(ledger, article("Li Wei swam.", "2031-05-02", actor))
    one = whose(ledger, first, actor)
    with ledger.work() as unit:
        judgement = split(unit, one, articles=[second.article], **JUDGED)
        assert settle(unit) == {second.reading}
    assert whose(ledger, first, actor) == one != whose(ledger, second, actor)
    before = everybody(ledger)
    anew(ledger)
    assert everybody(ledger) == before
    undone(ledger, judgement)
    assert whose(ledger, second, actor) == one


def test_the_later_judgement_beats_the_earlier_one(ledger: Store) -> None:
    whole = tell(ledger, "Vahan Petrosyan", "ARM")
    tell(ledger, "Wahan Petrosian", "ARM")
    with ledger.work() as unit:
        split(unit, whole, numbers(ledger, whole, "Wahan Petrosian"), **JUDGED)
        settle(unit)
    other = tell(ledger, "Wahan Petrosian", "ARM")
    merged(ledger, whole, other)
    assert tell(ledger, "Wahan Petrosian", "ARM") == whole


def test_an_undoing_can_be_undone(ledger: Store) -> None:
    name, alias = tell(ledger, "Idris Tarhouni", "LBY"), tell(ledger, "Abu Salwan", "LBY")
    judgement, _ = merged(ledger, name, alias)
    with ledger.work() as unit:
        taken = unit.judgements.undo(judgement.digest, who="ada")
        settle(unit)
        unit.judgements.undo(taken.digest, who="ada")
        settle(unit)
    assert tell(ledger, "Abu Salwan", "LBY") == name


def test_settling_without_news_changes_nothing(ledger: Store) -> None:
    merged(ledger, tell(ledger, "Abu Salwan", "LBY"), tell(ledger, "Idris Tarhouni", "LBY"))
    with ledger.work() as unit:
        assert settle(unit) == frozenset()


@pytest.mark.parametrize("sides", [None, "all", [["a"], 3], {"a": "b"}, [[None]]])
def test_a_judgement_that_names_no_spellings_changes_nothing(ledger: Store, sides: object) -> None:
    name = tell(ledger, "Idris Tarhouni", "LBY")
    with ledger.work() as unit:
        detail = {"with": ["other"], "sides": sides}
        unit.judgements.judge("merge", "actors", name, detail=detail, **JUDGED)
        settle(unit)
    assert tell(ledger, "Idris Tarhouni", "LBY") == name


def test_who_is_not_there_cannot_be_merged(ledger: Store) -> None:
    with ledger.work() as unit, pytest.raises(StoreError, match="no person"):
        merge(unit, "somebody", ["nobody"], **JUDGED)


def test_a_person_is_not_merged_with_nobody(ledger: Store) -> None:
    name = tell(ledger, "Idris Tarhouni", "LBY")
    with ledger.work() as unit, pytest.raises(StoreError, match="two persons"):
        merge(unit, name, [name], **JUDGED)


def test_a_split_leaves_some_of_the_person(ledger: Store) -> None:
    name = tell(ledger, "Idris Tarhouni", "LBY")
    every = numbers(ledger, name, "Idris Tarhouni")
    for some in ([], every, [*every, 99]):
        with ledger.work() as unit, pytest.raises(StoreError, match="leaves others"):
            split(unit, name, some, **JUDGED)
    with ledger.work() as unit, pytest.raises(StoreError, match="none of these"):
        split(unit, name, articles=["elsewhere"], **JUDGED)


def test_a_judgement_holds_no_name(ledger: Store) -> None:
    whole, _ = tell(ledger, "Vahan Petrosyan", "ARM"), tell(ledger, "Wahan Petrosian", "ARM")
    other = tell(ledger, "Abu Salwan", "ARM")
    with ledger.work() as unit:
        apart = split(unit, whole, numbers(ledger, whole, "Wahan Petrosian"), **JUDGED)
        together = merge(unit, whole, [other], **JUDGED)
    told = f"{apart.subject} {apart.detail} {together.subject} {together.detail}".casefold()
    assert not any(name in told for name in ("petros", "salwan"))


def test_only_judgements_on_persons_in_force_are_taken_back(ledger: Store) -> None:
    judgement, _ = merged(ledger, tell(ledger, "Idris Tarhouni"), tell(ledger, "Abu Salwan"))
    undone(ledger, judgement)
    with ledger.work() as unit:
        other = unit.judgements.judge("accept", "events", "an event", **JUDGED)
        for digest in (judgement.digest, other.digest, "nothing"):
            with pytest.raises(StoreError, match="in force"):
                undo(unit, digest, who="ada")
