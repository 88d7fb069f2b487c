"""The store of the desk's tests: one crisis, told by five outlets within a week."""

from __future__ import annotations

from pathlib import Path

from dragoman.crises.stories import Editor, Stories
from dragoman.settings import Settings
from dragoman.store import Store
from tests.crises.questions.telling import add, called, criticised, told

CRISIS = "Raid in the strait"


def make_store(path: Path) -> None:
    """Make the store: articles taken in, and their stories put into one crisis by an editor."""
    with Store.open(str(path), settings=Settings()) as store:
        fill(store)


def fill(store: Store) -> None:
    """Take the articles in, and name their crisis."""
    add(store, told("post", 2), told("globe", 3), criticised(4, "courier"), called(5), called(6))
    with store.view() as view:
        found = [each.id for each in Stories(view).all()]
    with store.work() as unit:
        Editor(unit, "editor").make(CRISIS, found)
