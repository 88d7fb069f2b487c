"""What a newer reading changes, and what becomes of judgements."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from dragoman.crises import review
from dragoman.errors import StoreError
from dragoman.records import Record, content_id
from dragoman.store import Store
from tests.records.examples import call, raid
from tests.store.changes import at, read_by


@pytest.fixture
def filled(store: Store) -> Store:
    with store.work() as unit:
        unit.writer.write(at())
    return store


def newer(**changes: Any) -> Record:
    return replace(read_by("2", at()), **changes)


def fates(store: Store, record: Record) -> list[str]:
    with store.view() as view:
        return [each.fate for each in review.differences(view, record).judgements]


def test_the_same_record_changes_nothing(filled: Store) -> None:
    with filled.view() as view:
        found = review.differences(view, newer())
    assert (found.same, found.changed, found.vanished, found.appeared) == (5, (), (), ())


@pytest.mark.usefixtures("both_databases")
def test_facts_appear_and_vanish(filled: Store) -> None:
    with filled.view() as view:
        found = review.differences(view, newer(attitudes=()))
        back = review.differences(view, newer())
    assert [each.kind for each in found.vanished] == ["attitudes"]
    assert back.appeared == ()


def test_a_fact_that_is_coded_otherwise_is_told_with_its_fields(filled: Store) -> None:
    other = replace(raid(), id=content_id("newer"), mode="firearms", modality="negated")
    with filled.view() as view:
        found = review.differences(view, newer(events=(other,), positions=()))
    (changed,) = found.changed
    assert (changed.fields, changed.by) == (("mode", "modality"), "place")


@pytest.mark.parametrize(
    ("contact", "fate"),
    [
        (call(), "kept"),
        (replace(call(), id="b", topics=("calm",)), "carried"),
        (replace(call(), id="b", channel="video"), "agreed"),
        (None, "lost"),
    ],
)
def test_a_correction_is_kept_carried_agreed_with_or_lost(
    filled: Store, contact: Any, fate: str
) -> None:
    with filled.work() as unit:
        review.correct(unit, "contacts", call().id, ("channel", "video"), who="ada")
    assert fates(filled, newer(contacts=(contact,) if contact else ())) == [fate]


def test_what_is_undone_has_no_fate(filled: Store) -> None:
    with filled.work() as unit:
        made = review.judge(unit, "accept", "contacts", call().id, who="ada")
        review.undo(unit, made.digest, who="ada")
    assert fates(filled, newer(contacts=())) == []


@pytest.mark.usefixtures("both_databases")
def test_the_last_two_readings_are_compared(filled: Store) -> None:
    with filled.work() as unit:
        written = unit.writer.write(newer(attitudes=()))
    with filled.view() as view:
        found = review.last_differences(view, written.article)
        assert [each.kind for each in found.vanished] == ["attitudes"]
        assert found.to_dict()["vanished"][0]["words"] == ["Norway is tired of Freedonia."]


def test_without_an_earlier_reading_there_is_nothing_to_compare(filled: Store) -> None:
    with filled.view() as view, pytest.raises(StoreError, match="read once"):
        review.last_differences(view, next(view.articles()).id)


def test_an_article_that_is_not_there_is_not_compared(filled: Store) -> None:
    with filled.view() as view, pytest.raises(StoreError, match="does not hold"):
        review.differences(view, at("https://nowhere.example"))


@pytest.mark.usefixtures("both_databases")
def test_what_became_of_judgements_is_listed(filled: Store) -> None:
    with filled.work() as unit:
        review.judge(unit, "accept", "contacts", call().id, who="ada")
        gone = review.judge(unit, "reject", "attitudes", content_id("attitude"), who="bob")
        undone = review.judge(unit, "accept", "events", raid().id, who="bob")
        review.undo(unit, undone.digest, who="bob")
        unit.writer.write(newer(attitudes=()))
    with filled.view() as view:
        found = list(review.listed(view))
        assert [each.standing for each in found] == ["in force", "vanished", "undone", "in force"]
        assert found[1].words == "Norway is tired of Freedonia."
        (only,) = review.listed(view, who="bob", undone=False)
    assert (only.judgement, only.to_dict()["standing"]) == (gone, "vanished")
