"""Judgements are appended; what is in force follows from the rows."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.errors import StoreError
from dragoman.store import Judgement, Store
from dragoman.store.columns import now
from dragoman.store.judgements import standing


def reject(store: Store, subject: str = "event-1") -> Judgement:
    with store.work() as unit:
        return unit.judgements.judge(
            "reject", "events", subject, who="ada", why="It was a drill.", reader="0.1.0"
        )


def test_a_judgement_comes_back_equal(store: Store) -> None:
    made = reject(store)
    with store.view() as view:
        assert list(view.judgements.all("event-1")) == [made]


def test_judgements_of_others_are_left_out(store: Store) -> None:
    reject(store)
    with store.view() as view:
        assert view.judgements.in_force("event-2") == []


def test_an_undone_judgement_is_in_force_no_more_and_still_there(store: Store) -> None:
    made = reject(store)
    with store.work() as unit:
        unit.judgements.undo(made.digest, who="bob", why="No drill.")
    with store.view() as view:
        assert [each.verdict for each in view.judgements.in_force("event-1")] == ["undo"]
        assert len(list(view.judgements.all("event-1"))) == 2


def test_an_undoing_can_be_undone(store: Store) -> None:
    made = reject(store)
    with store.work() as unit:
        undoing = unit.judgements.undo(made.digest, who="bob")
        unit.judgements.undo(undoing.digest, who="ada")
    with store.view() as view:
        assert made in view.judgements.in_force("event-1")


def test_nothing_is_undone_twice(store: Store) -> None:
    made = reject(store)
    with store.work() as unit:
        unit.judgements.undo(made.digest, who="bob")
    with pytest.raises(StoreError, match="already"), store.work() as unit:
        unit.judgements.undo(made.digest, who="bob")


def test_what_is_not_there_cannot_be_undone(store: Store) -> None:
    with pytest.raises(StoreError, match="no judgement"), store.work() as unit:
        unit.judgements.undo("0" * 64, who="bob")


def test_judgements_move_from_store_to_store_once(store: Store) -> None:
    made = reject(store)
    with store.work() as unit:
        elsewhere = replace(made, who="eve")
        assert unit.judgements.add([made, elsewhere, elsewhere]) == 1
    with store.view() as view:
        assert [each.who for each in view.judgements.all()] == ["ada", "eve"]


@pytest.mark.parametrize(
    ("verdict", "detail", "who", "fault"),
    [
        ("burn", {}, "ada", "no verdict"),
        ("reject", {}, " ", "somebody"),
        ("correct", {"field": "type"}, "ada", "'value'"),
        ("merge", {}, "ada", "'with'"),
        ("split", {}, "ada", "'into'"),
        ("add", {}, "ada", "'fact'"),
        ("undo", {}, "ada", "names the judgement"),
    ],
)
def test_a_judgement_without_what_it_needs_is_refused(
    store: Store, verdict: Any, detail: dict[str, str], who: str, fault: str
) -> None:
    made = Judgement(
        verdict=verdict,
        kind="events",
        subject="event-1",
        who=who,
        why="",
        made_at=now(),
        reader="0.1.0",
        detail=detail,
    )
    with pytest.raises(StoreError, match=fault), store.work() as unit:
        unit.judgements.add([made])


@given(length=st.integers(0, 12))
def test_each_further_undoing_turns_the_first_judgement_over(length: int) -> None:
    chain: list[Judgement] = []
    for number in range(length + 1):
        chain.append(
            Judgement(
                verdict="undo" if chain else "accept",
                kind="events",
                subject="event-1",
                who=f"analyst {number}",
                why="",
                made_at=now(),
                reader="0.1.0",
                undoes=chain[-1].digest if chain else None,
            )
        )
    assert (chain[0] in standing(chain)) == (length % 2 == 0)
