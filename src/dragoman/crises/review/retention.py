"""Erasing what is older than articles are to be kept, a portion at a time."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from dragoman.crises.review.forgetting import Forgotten, forget, of_age
from dragoman.store import Store
from dragoman.store.kept import blank
from dragoman.store.portions import portions

AT_ONCE = 50
"""Articles that are erased in one unit of work, so that others can write in between."""


def retain(store: Store, days: int, *, who: str, pages: Path | None = None) -> Iterator[Forgotten]:
    """Erase what is older than so many days, and yield what went, portion by portion.

    Args:
        store: Where.
        days: How long articles are kept.
        who: Who stands in the trail.
        pages: The folder of kept pages, if any are kept.

    Raises:
        StoreError: The store refuses; portions that are done stay done.
    """
    with store.view() as view:
        old = of_age(view, days)
    for some in portions(old, AT_ONCE):
        with store.work() as unit:
            done = forget(unit, "age", some, who=who)
            finish(pages, done)
        yield done
    if old:
        store.wipe()


def finish(pages: Path | None, done: Forgotten) -> list[str]:
    """Blank the kept pages of what was erased; return the archives where that failed.

    Call it before the unit of work ends: while the store names them, it can be done again.
    """
    if not done.kept:
        return []
    if pages is None:
        return sorted({each.file for each in done.kept})
    return blank(pages.expanduser(), done.kept)
