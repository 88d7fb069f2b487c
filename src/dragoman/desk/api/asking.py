"""What questions share: the entries that an answer names, each once and ready to be shown."""

from __future__ import annotations

from collections.abc import Iterable

from pydantic import BaseModel

from dragoman.crises import Entry as LedgerEntry
from dragoman.desk.api.shapes.entries import Entry, entry_of
from dragoman.desk.parts import Showing


def named_in(
    items: Iterable[BaseModel], known: Iterable[LedgerEntry], showing: Showing, *, cites: int
) -> dict[str, Entry]:
    """Return the entries that some items of an answer name, by their ids.

    Args:
        items: Of the answer.
        known: All entries that the answer may name.
        showing: Makes them ready to be shown.
        cites: How many citations each comes with.
    """
    named = {text for each in items for text in _texts(each.model_dump())}
    wanted = {each.id: each for each in known if each.id in named}
    return {each.id: entry_of(each) for each in showing.entries(wanted.values(), cites=cites)}


def _texts(value: object) -> Iterable[str]:
    """Yield all texts within plain values."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for each in value.values():
            yield from _texts(each)
    elif isinstance(value, list | tuple):
        for each in value:
            yield from _texts(each)
