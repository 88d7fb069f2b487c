"""Sentences are reworded, left out, moved and added; their citations stay."""

from __future__ import annotations

import pytest

from dragoman.crises.briefs.editing import LineGone
from dragoman.crises.briefs.making import Rest
from dragoman.crises.ledger import Ledger
from dragoman.errors import StoreError
from dragoman.store import Store
from tests.crises.briefs.saving import WHO, edit, fill, line, lines, save, texts


@pytest.fixture(autouse=True)
def saved(store: Store) -> None:
    fill(store)
    save(store)


def test_what_is_reworded_goes_on_to_cite(store: Store) -> None:
    before = line(store, "contacts")
    made = edit(store, "reword", before.id, "  Lund called Copenhagen. ", who="B. Analyst")
    after = line(store, "contacts")
    assert (made.change, made.who) == ("reworded", "B. Analyst")
    assert (after.text, after.told, after.edited) == ("Lund called Copenhagen.", before.text, True)
    assert (after.cited, after.who, after.was) == (before.cited, "B. Analyst", before.id)


def test_the_same_words_are_no_change(store: Store) -> None:
    before = line(store, "contacts")
    assert edit(store, "reword", before.id, str(before.text)).number == 1
    assert edit(store, "retitle", "Morning").number == 1
    assert edit(store, "move", lines(store)[0].id, -1).number == 1


def test_no_words_are_refused(store: Store) -> None:
    with pytest.raises(StoreError, match="has words"):
        edit(store, "reword", line(store, "contacts").id, " ")
    with pytest.raises(StoreError, match="title"):
        edit(store, "retitle", " ")


def test_a_sentence_is_left_out_and_put_back(store: Store) -> None:
    gone = line(store, "contacts")
    edit(store, "leave_out", gone.id)
    assert gone.text not in texts(store)
    edit(store, "put_back", gone.id)
    assert gone.text in texts(store)


def test_a_sentence_is_moved(store: Store) -> None:
    first, second, *_ = lines(store)
    edit(store, "move", second.id, -1)
    assert [each.id for each in lines(store)][:2] == [second.id, first.id]


def test_a_sentence_of_ones_own_cites(store: Store) -> None:
    with store.view() as view:
        entries = list(Ledger(view).entries("positions"))
    first = lines(store)[0]
    edit(store, "add", "Oslo leads.", [Rest.of(each) for each in entries], after=first.id)
    made = lines(store)[1]
    assert (made.kind, made.text, made.who, made.edited) == ("own", "Oslo leads.", WHO, False)
    assert {each.article for each in made.cited} <= {
        report.article.id for entry in entries for report in entry.reports
    }
    assert made.cited


def test_a_sentence_that_cites_nothing_is_a_note(store: Store) -> None:
    edit(store, "add", "To be watched.", [])
    made = lines(store)[0]
    assert (made.kind, made.sources) == ("note", ())


def test_who_comes_late_is_told(store: Store) -> None:
    old = line(store, "contacts")
    edit(store, "reword", old.id, "Lund called.", who="one")
    for deed, told in (("reword", ["Late."]), ("leave_out", []), ("move", [1])):
        with pytest.raises(LineGone):
            edit(store, deed, old.id, *told, who="other")
    with pytest.raises(LineGone):
        edit(store, "put_back", old.id)
    with pytest.raises(LineGone):
        edit(store, "add", "After it.", [], after=old.id)
