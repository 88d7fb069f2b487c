"""Saves briefs of the crisis between Norway, Denmark and Freedonia."""

from __future__ import annotations

from typing import Any

from dragoman.crises.briefs import Line, SavedBrief, SavedBriefs, Version
from dragoman.crises.briefs.editing import Editing
from dragoman.crises.briefs.making import drafted
from dragoman.crises.briefs.outcomes import Outcome, Outcomes
from dragoman.crises.questions import Questions
from dragoman.store import Store
from tests.crises.questions.telling import add, told

WHO = "R. Analyst"


def fill(store: Store) -> None:
    """Take two articles in."""
    add(store, told("post", 2), told("globe", 3))


def save(store: Store, title: str = "Morning", **asked: Any) -> SavedBrief:
    """Save a brief of all that the store holds."""
    with store.work() as unit:
        brief = Questions(unit.view).brief(**asked)
        parts = drafted(unit.view, brief)
        return SavedBriefs(unit.connection).make(title, {"since": None}, parts, who=WHO)


def lines(store: Store, brief: int = 1, version: int | None = None) -> list[Line]:
    """Return the lines of a version, by default of the latest one."""
    with store.view() as view:
        briefs = SavedBriefs(view.connection)
        shown = briefs.get(brief).latest if version is None else briefs.version(brief, version)
        found = briefs.lines(brief, shown.lines)
        return [found[each] for each in shown.lines]


def line(store: Store, section: str) -> Line:
    """Return the first line of the latest version that the ledger made for a section."""
    return next(each for each in lines(store) if each.section == section)


def edit(store: Store, deed: str, *told: Any, who: str = WHO, **more: Any) -> Version:
    """Do a deed of :class:`Editing`."""
    with store.work() as unit:
        made: Version = getattr(Editing(unit, 1, who=who), deed)(*told, **more)
        return made


def became(store: Store, section: str) -> Outcome | None:
    """Return what became of the first line of a section."""
    asked = line(store, section)
    with store.view() as view:
        return Outcomes(view, [asked]).of(asked)


def texts(store: Store, version: int | None = None) -> list[str | None]:
    """Return the words of a version."""
    return [each.text for each in lines(store, version=version)]
