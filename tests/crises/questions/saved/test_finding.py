"""Saved questions tell what is new, once."""

from __future__ import annotations

from typing import Any

import pytest

from dragoman.crises import rebuild
from dragoman.crises.questions.saved import (
    SavedQuestions,
    Wanted,
    alert_of,
    alerts_of,
    look,
    remember,
    tell,
)
from dragoman.crises.questions.saved.finding import JOB
from dragoman.errors import StoreError
from dragoman.store import Store
from tests.crises.questions.telling import add, called, criticised, told

CONTACT = Wanted(what="contact", of="NOR", name="Norway")
POSITION = Wanted(what="position", of="NOR", name="Norway")
STATEMENT = Wanted(what="statement", of="NOR", name="Norway")


def saved(store: Store, wanted: Wanted, *, known_too: bool = False) -> None:
    with store.work() as unit:
        question = SavedQuestions(unit.connection).save("mine", wanted, ["file:/tmp/a", "file:/b"])
        if not known_too:
            remember(unit, question)


def found(store: Store) -> list[str]:
    """Look once, and return the sentences of what is new."""
    with store.work() as unit:
        alerts = look(unit)
    with store.view() as view:
        texts = [tell(view, each) for each in alerts]
    return [each.sentence for each in texts if each is not None]


def test_a_new_contact_is_told_once(store: Store) -> None:
    add(store, told("wire", 2))
    saved(store, CONTACT)
    assert found(store) == []
    add(store, called(9))
    (sentence,) = found(store)
    assert sentence.startswith("A phone call by Kari Lund (Norway, foreign minister)")
    assert found(store) == []


def test_another_report_of_what_was_told_is_nothing_new(store: Store) -> None:
    saved(store, CONTACT)
    add(store, called(9))
    assert len(found(store)) == 1
    add(store, called(9, "herald"))
    assert found(store) == []


def test_a_ledger_made_anew_tells_nothing_again(store: Store) -> None:
    saved(store, CONTACT)
    add(store, called(9))
    assert len(found(store)) == 1
    rebuild(store)
    assert found(store) == []


def test_a_contact_with_another_one_can_be_asked_for(store: Store) -> None:
    add(store, called(9))
    saved(store, Wanted(what="contact", of="NOR", name="Norway", other="FRA"), known_too=True)
    assert found(store) == []


def test_what_is_known_is_told_where_it_is_asked_for(store: Store) -> None:
    add(store, told("wire", 2))
    saved(store, CONTACT, known_too=True)
    assert len(found(store)) == 1


def test_a_change_of_position_is_told_with_what_it_was(store: Store) -> None:
    add(store, told("wire", 2))
    saved(store, POSITION)
    assert found(store) == []
    add(store, criticised(6))
    (sentence,) = found(store)
    assert sentence.startswith("Norway is reported to criticise the attack by Freedonia")
    assert "it was reported to call for restraint over it on 2 May 2031" in sentence
    add(store, criticised(7, "herald"))
    assert found(store) == []


def test_the_first_statement_is_told_and_no_other(store: Store) -> None:
    saved(store, STATEMENT)
    add(store, told("wire", 2))
    assert found(store) == ["Kari Lund (Norway, foreign minister) is quoted."]
    add(store, told("post", 5))
    assert found(store) == []


def test_every_destination_has_a_job(store: Store) -> None:
    saved(store, CONTACT)
    add(store, called(9))
    with store.work() as unit:
        (alert,) = look(unit)
    with store.work() as unit:
        jobs = [unit.jobs.lease("w", kinds=[JOB]) for _ in range(3)]
    assert [job and job.payload["to"] for job in jobs] == ["file:/tmp/a", "file:/b", None]
    assert {job.payload["alert"] for job in jobs if job} == {alert.id}


def test_what_breaks_off_leaves_nothing(store: Store) -> None:
    saved(store, CONTACT)
    add(store, called(9))

    def broken_off() -> None:
        with store.work() as unit:
            assert len(look(unit)) == 1
            raise StoreError("stop")

    with pytest.raises(StoreError, match="stop"):
        broken_off()
    assert len(found(store)) == 1


def test_alerts_can_be_looked_up(store: Store) -> None:
    saved(store, CONTACT)
    add(store, called(9))
    found(store)
    with store.view() as view:
        question = SavedQuestions(view.connection).get("mine")
        (alert,) = alerts_of(view.connection, question)
        assert alert_of(view.connection, alert.id) == alert
        assert alert_of(view.connection, "none") is None
        text = tell(view, alert)
    assert text is not None
    assert text.subject == "mine: new contact with Norway"
    assert "Globe, 9 May 2031 (https://globe.example/9)" in text.text


def test_a_name_is_given_once(store: Store) -> None:
    saved(store, CONTACT)
    with pytest.raises(StoreError, match="already"):
        saved(store, CONTACT)


def test_a_question_can_be_removed(store: Store) -> None:
    saved(store, CONTACT)
    add(store, called(9))
    found(store)
    with store.work() as unit:
        SavedQuestions(unit.connection).remove("mine")
        assert SavedQuestions(unit.connection).all() == []
        with pytest.raises(StoreError, match="no question"):
            SavedQuestions(unit.connection).remove("mine")


@pytest.mark.parametrize("name", ["", "  "])
def test_a_question_needs_a_name(store: Store, name: str) -> None:
    with store.work() as unit, pytest.raises(StoreError, match="name"):
        SavedQuestions(unit.connection).save(name, CONTACT, [])


def test_nothing_else_can_be_asked_for() -> None:
    what: Any = "weather"
    with pytest.raises(StoreError, match="cannot ask"):
        Wanted(what=what, of="NOR", name="Norway")
