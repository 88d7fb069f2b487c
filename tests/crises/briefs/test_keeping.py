"""Briefs are kept in versions, and every sentence of them cites."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.crises.briefs import Draft, Part, SavedBriefs
from dragoman.errors import StoreError
from dragoman.settings import Settings
from dragoman.store import Store, schema
from dragoman.store.backup import back_up, restore
from tests.crises.briefs.saving import edit, fill, lines, save, texts


@pytest.mark.usefixtures("both_databases")
def test_a_saved_brief_is_as_it_was_made(store: Store) -> None:
    fill(store)
    saved = save(store)
    assert (saved.id, saved.latest.number, saved.latest.title) == (1, 1, "Morning")
    assert [each.section for each in saved.latest.layout][:2] == ["positions", "contacts"]
    for each in lines(store):
        assert (each.kind, each.edited, each.text) == ("ledger", False, each.told)
        assert each.cited
        assert all(source.evidence for source in each.sources)


def test_the_last_saved_comes_first(store: Store) -> None:
    fill(store)
    for title in ("one", "two", "three"):
        save(store, title)
    with store.work() as unit:
        briefs = SavedBriefs(unit.connection)
        briefs.remove(2)
        assert [each.latest.title for each in briefs.all()] == ["three", "one"]
        assert [each.id for each in briefs.all(before=3)] == [1]
        assert [each.id for each in briefs.all(limit=1)] == [3]
        briefs.remove(2, removed=False)
        assert len(briefs.all()) == 3


@pytest.mark.usefixtures("both_databases")
def test_briefs_of_a_crisis_are_found_older_ones_too(store: Store) -> None:
    fill(store)
    save(store)
    with store.work() as unit:
        note = (Part(section="events"), [Draft(kind="note", text="To be watched.")])
        SavedBriefs(unit.connection).make("Of one", {"crisis": "c1"}, [note], who="R. Analyst")
        schema.downgrade(unit.connection, "0011")
    store.upgrade()
    with store.view() as view:
        briefs = SavedBriefs(view.connection)
        assert [each.latest.title for each in briefs.all(crisis="c1")] == ["Of one"]
        assert [each.crisis for each in briefs.all()] == ["c1", None]


def test_a_version_has_a_name(store: Store) -> None:
    fill(store)
    save(store)
    with store.work() as unit:
        briefs = SavedBriefs(unit.connection)
        briefs.name(1, 1, " For the meeting ")
        assert briefs.version(1, 1).name == "For the meeting"
        briefs.name(1, 1, "")
        assert briefs.version(1, 1).name is None


def test_what_is_not_there_is_said(store: Store) -> None:
    fill(store)
    save(store)
    with store.work() as unit:
        briefs = SavedBriefs(unit.connection)
        for ask in (
            lambda: briefs.get(7),
            lambda: briefs.version(1, 7),
            lambda: briefs.restore(1, 7, who="x"),
            lambda: briefs.remove(7),
            lambda: briefs.name(1, 7, "x"),
        ):
            with pytest.raises(StoreError, match="There is no"):
                ask()


@pytest.mark.parametrize(
    ("draft", "message"),
    [
        (Draft(kind="own", text="Nobody says so."), "cites a fact"),
        (Draft(kind="ledger", text="Nobody says so."), "cites a fact"),
        (Draft(kind="note", text="  "), "has words"),
    ],
)
def test_nothing_without_a_source_passes_as_sourced(
    store: Store, draft: Draft, message: str
) -> None:
    fill(store)
    save(store)
    with store.work() as unit, pytest.raises(StoreError, match=message):
        SavedBriefs(unit.connection).line(1, draft, who="x")


def test_an_older_version_comes_back(store: Store) -> None:
    fill(store)
    save(store)
    before = texts(store)
    edit(store, "reword", lines(store)[0].id, "In other words.")
    edit(store, "leave_out", lines(store)[1].id)
    made = edit(store, "restore", 1)
    assert (made.number, made.change, made.restored) == (4, "restored", 1)
    assert texts(store) == before


def test_undoing_goes_back_step_by_step(store: Store) -> None:
    fill(store)
    save(store)
    for text in ("two", "three"):
        edit(store, "reword", lines(store)[0].id, text)
    found = []
    with store.view() as view:
        step = SavedBriefs(view.connection).get(1).latest.undoes_to
    while step is not None:
        made = edit(store, "restore", step)
        found.append(texts(store)[0])
        step = made.undoes_to
    assert [found[0], len(found)] == ["two", 2]
    assert texts(store) == texts(store, 1)


@pytest.mark.usefixtures("both_databases")
def test_briefs_are_in_a_backup(store: Store, tmp_path: Path) -> None:
    fill(store)
    save(store)
    edit(store, "reword", lines(store)[0].id, "In other words.")
    back_up(store, tmp_path / "kept.jsonl.gz")
    with Store.open(str(tmp_path / "other.sqlite"), settings=Settings()) as other:
        restore(other, tmp_path / "kept.jsonl.gz")
        assert [texts(other, each) for each in (1, 2)] == [texts(store, each) for each in (1, 2)]
        assert edit(other, "retitle", "Evening").number == 3
