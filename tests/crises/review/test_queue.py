"""The order in which facts are reviewed."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import select, text

from dragoman.crises import review
from dragoman.crises.review.queue import Queue, total
from dragoman.store import Store
from dragoman.store.tables import entries
from dragoman.store.tables.entries import urgency
from tests.crises.questions.telling import add, called, told
from tests.records.examples import call, record

pytestmark = pytest.mark.usefixtures("both_databases")


@pytest.fixture
def filled(store: Store) -> Store:
    unsure = replace(record().positions[0], confidence=0.5)
    add(store, told("post", 2, positions=(unsure,)), called(5), called(5, "post"))
    return store


def order(store: Store) -> list[tuple[str, float, int]]:
    with store.view() as view:
        return [(each.kind, each.confidence, each.origins) for each in Queue(view).some()]


def test_the_likely_wrong_and_weighty_come_first(filled: Store) -> None:
    with filled.view() as view:
        found = Queue(view).some()
    assert next(each.kind for each in found) == "positions"
    assert [each.urgency for each in found] == sorted(
        (each.urgency for each in found), reverse=True
    )
    for each in found:
        assert each.urgency == pytest.approx(each.doubt * each.weight * each.spread)


def test_what_more_origins_report_is_more_urgent(filled: Store) -> None:
    assert [each for each in order(filled) if each[0] == "contacts"] == [
        ("contacts", 0.95, 2),
        ("contacts", 0.95, 1),
    ]


def test_one_goes_on_and_back_and_round(filled: Store) -> None:
    with filled.view() as view:
        queue = Queue(view)
        first, second, *_, last = queue.some()
        assert queue.some(after=first.place)[0] == second
        assert (queue.after(first.place), queue.before(second.place)) == (second, first)
        assert (queue.after(last.place), queue.before(first.place)) == (first, None)


def test_what_is_judged_leaves_the_queue_and_is_counted(filled: Store) -> None:
    with filled.view() as view:
        before = total(Queue(view).tallies())
    with filled.work() as unit:
        review.judge(unit, "reject", "positions", record().positions[0].id, who="ada")
    with filled.view() as view:
        queue = Queue(view)
        after = total(queue.tallies())
        (judged,) = queue.judged()
        assert (judged.verdict, judged.urgency) == ("rejected", 0)
        assert queue.get(judged.id) == judged
        assert queue.judged(after=judged.id) == []
        assert judged.id not in {each.id for each in queue.some()}
    assert (after.count, after.left) == (before.count, before.left - 1)


def test_the_head_of_the_queue_comes_out_of_an_index(filled: Store) -> None:
    waiting = select(entries.c.id).where(entries.c.verdict.is_(None))
    asked = waiting.order_by(urgency.desc(), entries.c.id).limit(50)
    with filled.view() as view:
        connection = view.connection
        sqlite = connection.dialect.name == "sqlite"
        plan = "EXPLAIN QUERY PLAN" if sqlite else "EXPLAIN"
        if not sqlite:
            # So few rows are sorted faster than they are found in an index.
            connection.execute(text("SET LOCAL enable_seqscan = off"))
            connection.execute(text("SET LOCAL enable_sort = off"))
        words = asked.compile(connection, compile_kwargs={"literal_binds": True})
        found = "\n".join(map(str, connection.execute(text(f"{plan} {words}"))))
    assert "ix_entries_urgency" in found
    assert "sort" not in found.lower()
    assert "TEMP B-TREE" not in found


def test_an_empty_queue_has_nothing(store: Store) -> None:
    with store.view() as view:
        queue = Queue(view)
        assert (queue.some(), queue.tallies(), queue.get(call().id)) == ([], (), None)
        assert queue.after((1.0, "")) is None
