"""Alerts are delivered once; what fails is tried again; a restart loses nothing."""

from __future__ import annotations

import json
from pathlib import Path

from sqlalchemy import update

from dragoman.batch.alerts import deliver, revive
from dragoman.crises.questions.saved import SavedQuestions, Wanted, look
from dragoman.settings import Settings
from dragoman.store import Store
from dragoman.store.columns import now
from dragoman.store.tables import entries, entry_codes, entry_parties, entry_reports, jobs
from tests.batch.alerts.serving import web
from tests.crises.questions.telling import add, called

WANTED = Wanted(what="contact", of="NOR", name="Norway")


def asked(store: Store, *destinations: str) -> None:
    """Save a question, and find one alert for it."""
    with store.work() as unit:
        SavedQuestions(unit.connection).save("mine", WANTED, destinations)
    add(store, called(9))
    with store.work() as unit:
        assert len(look(unit)) == 1


def due_again(store: Store) -> None:
    """Let the time pass after which what failed is tried again."""
    with store.work() as unit:
        unit.connection.execute(update(jobs).values(due_at=now(), leased_until=now()))


def lines(path: Path) -> list[str]:
    return [json.loads(line)["sentence"] for line in path.read_text("utf-8").splitlines()]


def test_an_alert_is_delivered_once(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "alerts.jsonl"
    asked(store, f"file:{path}")
    (delivered,) = deliver(store, settings=Settings())
    assert (delivered.state, delivered.to) == ("done", f"file:{path}")
    assert len(lines(path)) == 1
    assert list(deliver(store, settings=Settings())) == []


def test_an_alert_goes_to_each_destination(store: Store, tmp_path: Path) -> None:
    paths = [tmp_path / "a.jsonl", tmp_path / "b.jsonl"]
    asked(store, *(f"file:{each}" for each in paths))
    assert [each.state for each in deliver(store, settings=Settings())] == ["done", "done"]
    assert [len(lines(path)) for path in paths] == [1, 1]


def test_what_fails_is_tried_again(store: Store) -> None:
    settings = Settings(allowed_networks=("127.0.0.0/8",))
    with web() as kept:
        kept.answer = 503
        asked(store, f"http://127.0.0.1:{kept.port}/")
        (failed,) = deliver(store, settings=settings)
        assert failed.state == "waiting"
        assert "503" in str(failed.error)
        assert list(deliver(store, settings=settings)) == []
        kept.answer = 200
        due_again(store)
        (delivered,) = deliver(store, settings=settings)
    assert delivered.state == "done"
    assert len(kept.bodies) == 2


def test_what_will_not_help_again_is_given_up(store: Store) -> None:
    asked(store, "http://127.0.0.1:9/")
    (failed,) = deliver(store, settings=Settings())
    assert failed.state == "dead"
    assert "not a public address" in str(failed.error)


def test_what_was_given_up_can_be_tried_again(store: Store) -> None:
    with web() as kept:
        asked(store, f"http://127.0.0.1:{kept.port}/")
        assert [each.state for each in deliver(store, settings=Settings())] == ["dead"]
        assert (revive(store), revive(store)) == (1, 0)
        allowed = Settings(allowed_networks=("127.0.0.0/8",))
        assert [each.state for each in deliver(store, settings=allowed)] == ["done"]


def test_one_failure_does_not_hold_up_the_rest(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "alerts.jsonl"
    asked(store, "mailto:desk@ministry.example", f"file:{path}")
    assert [each.state for each in deliver(store, settings=Settings())] == ["waiting", "done"]


def test_a_worker_that_died_after_handing_over_doubles_nothing(
    store: Store, tmp_path: Path
) -> None:
    path = tmp_path / "alerts.jsonl"
    asked(store, f"file:{path}")
    list(deliver(store, settings=Settings()))
    with store.work() as unit:
        unit.connection.execute(update(jobs).values(state="running", ended_at=None))
    due_again(store)
    (delivered,) = deliver(store, settings=Settings())
    assert delivered.state == "done"
    assert len(lines(path)) == 1


def test_an_alert_of_what_the_ledger_no_longer_holds_is_let_go(
    store: Store, tmp_path: Path
) -> None:
    path = tmp_path / "alerts.jsonl"
    asked(store, f"file:{path}")
    with store.work() as unit:
        for table in (entry_reports, entry_codes, entry_parties, entries):
            unit.connection.execute(table.delete())
    (delivered,) = deliver(store, settings=Settings())
    assert (delivered.state, delivered.told) == ("done", None)
    assert not path.exists()


def test_alerts_of_a_question_that_was_removed_are_let_go(store: Store, tmp_path: Path) -> None:
    asked(store, f"file:{tmp_path / 'alerts.jsonl'}")
    with store.work() as unit:
        SavedQuestions(unit.connection).remove("mine")
    (delivered,) = deliver(store, settings=Settings())
    assert (delivered.state, delivered.told) == ("done", None)
