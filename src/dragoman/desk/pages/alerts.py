"""Questions that are asked again and again, and what was new."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from http import HTTPStatus
from typing import Annotated

from fastapi import APIRouter, Depends, Form, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from dragoman.crises import Ledger
from dragoman.crises.persons import Persons
from dragoman.crises.questions.naming import party_named
from dragoman.crises.questions.saved import (
    Alert,
    AskedFor,
    SavedQuestion,
    SavedQuestions,
    Wanted,
    alerts_of,
    look,
    remember,
    tell,
)
from dragoman.crises.stories import Crises
from dragoman.desk import links
from dragoman.desk.accounts.roles import needs
from dragoman.desk.context import Desk, TheDesk, TheVisit
from dragoman.desk.errors import missing
from dragoman.desk.parts import Showing, ShownEntry
from dragoman.desk.refusals import Forbidden
from dragoman.desk.rendering import render
from dragoman.errors import StoreError, StoreUnavailable, StoreVersion
from dragoman.store import View

router = APIRouter()

SHOWN = 10
"""The alerts of a question that are shown, the latest ones."""

_CHOICES: tuple[tuple[AskedFor, str], ...] = (
    ("contact", "every new contact with"),
    ("position", "every change of position of"),
    ("statement", "the first statement by"),
)

Text = Annotated[str, Form(max_length=200)]
Analyst = Depends(needs("analyst"))


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownAlert:
    """Something new.

    Attributes:
        found: When it was found.
        sentence: What is told.
        entry: The entry of the ledger that it tells of, with its citations.
    """

    found: datetime
    sentence: str
    entry: ShownEntry


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownQuestion:
    """A question that is saved.

    Attributes:
        question: Its name, who saved it when, and where else its alerts go.
        asks: The question in words.
        crisis: The title of the crisis that it is narrowed down to, if any.
        alerts: What was new, the latest first.
        further: How many alerts are not shown.
        removable: Whether it can be removed here, and saved again.
    """

    question: SavedQuestion
    asks: str
    crisis: str | None
    alerts: tuple[ShownAlert, ...]
    further: int
    removable: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Removed:
    """A question that was just removed, so that it can be saved again."""

    name: str
    what: str
    of: str
    crisis: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A question that could not be saved as it was filled in: why not, and all of its fields."""

    fault: str
    hint: str | None
    name: str
    what: AskedFor
    of: str
    crisis: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AlertsPage:
    """Questions that are asked again and again.

    Attributes:
        questions: All of them, the last saved one first.
        choices: What can be asked for, with words for it.
        crises: Crises that a question can be narrowed down to: ids and titles.
        done: What was just done, if anything.
        removed: The question that was just removed, if any.
        draft: The question that could not be saved, if any.
    """

    questions: tuple[ShownQuestion, ...]
    choices: tuple[tuple[AskedFor, str], ...]
    crises: tuple[tuple[str, str], ...]
    done: str | None
    removed: Removed | None
    draft: Draft | None = None


@router.get(links.alerts())
def alerts(request: Request, desk: TheDesk) -> HTMLResponse:
    """Show the questions that are saved, and what was new."""
    query = request.query_params
    done = _done(query.get("saved"), query.get("new"))
    removed = _removed(query.get("removed"), dict(query))
    with desk.store.view() as view:
        page = _page(view, done=done, removed=removed)
    return render(request, "pages/alerts.html", page)


@router.post(links.alerts_deed("add"), dependencies=[Analyst])
def add(
    request: Request,
    desk: TheDesk,
    visit: TheVisit,
    name: Text,
    what: Annotated[AskedFor, Form()],
    of: Text,
    crisis: Text = "",
) -> Response:
    """Save a question; what the ledger holds already is not told."""
    who = visit.user.name if visit.user is not None else None
    try:
        with desk.store.work() as unit:
            key, called = _party(unit.view, of)
            wanted = Wanted(what=what, of=key, name=called, crisis=crisis or None)
            question = SavedQuestions(unit.connection).save(name.strip(), wanted, [], who=who)
            remember(unit, question)
    except (StoreUnavailable, StoreVersion):
        raise
    except StoreError as error:
        draft = Draft(
            fault=error.message, hint=error.hint, name=name, what=what, of=of, crisis=crisis
        )
        return _again(request, desk, draft)
    return RedirectResponse(links.alerts(saved=question.name), status_code=303)


@router.post(links.alerts_deed("remove"), dependencies=[Analyst])
def remove(desk: TheDesk, name: Text) -> RedirectResponse:
    """Remove a question; it can be saved again."""
    with missing(), desk.store.work() as unit:
        questions = SavedQuestions(unit.connection)
        question = questions.get(name)
        if not _is_simple(question):
            raise Forbidden(
                f"“{name}” was saved by command, with more than this page could give back.",
                hint="Remove it by: dragoman alerts remove NAME.",
            )
        wanted = question.wanted
        questions.remove(name)
    told = {"what": wanted.what, "of": wanted.of, "crisis": wanted.crisis or ""}
    return RedirectResponse(links.alerts(removed=name, **told), status_code=303)


@router.post(links.alerts_deed("look"), dependencies=[Analyst])
def look_now(desk: TheDesk) -> RedirectResponse:
    """Ask all questions now."""
    with desk.store.work() as unit:
        found = look(unit)
    return RedirectResponse(links.alerts(new=len(found)), status_code=303)


def _again(request: Request, desk: Desk, draft: Draft) -> Response:
    """Show the form once more, filled in as it was, and what is wrong with it."""
    with desk.store.view() as view:
        page = _page(view, draft=draft)
    return render(request, "pages/alerts.html", page, status=HTTPStatus.UNPROCESSABLE_ENTITY)


def _page(
    view: View,
    *,
    done: str | None = None,
    removed: Removed | None = None,
    draft: Draft | None = None,
) -> AlertsPage:
    titles = {each.id: each.title for each in Crises(view).all()}
    found = reversed(SavedQuestions(view.connection).all())
    return AlertsPage(
        questions=tuple(_shown(view, each, titles) for each in found),
        choices=_CHOICES,
        crises=tuple(titles.items()),
        done=done,
        removed=removed,
        draft=draft,
    )


def _is_simple(question: SavedQuestion) -> bool:
    """Whether the form of the page could save a question again as it is."""
    asked = question.wanted
    narrowed = asked.other is not None or asked.story is not None or asked.confidence > 0
    return not question.destinations and not narrowed


def _party(view: View, of: str) -> tuple[str, str]:
    """Return whom a question is about, by the id of a person or by any name."""
    try:
        person = Persons(view).person(of)
    except StoreError:
        return party_named(view, of)
    return person.id, person.name


def _shown(view: View, question: SavedQuestion, titles: dict[str, str]) -> ShownQuestion:
    found = list(reversed(alerts_of(view.connection, question)))
    told = [_alert(view, each) for each in found[:SHOWN]]
    crisis = question.wanted.crisis
    return ShownQuestion(
        question=question,
        asks=question.wanted.told(),
        crisis=titles.get(crisis, "a crisis that is no more") if crisis else None,
        alerts=tuple(each for each in told if each is not None),
        further=max(len(found) - SHOWN, 0),
        removable=_is_simple(question),
    )


def _alert(view: View, alert: Alert) -> ShownAlert | None:
    """Return an alert as shown; ``None`` where the ledger no longer holds what it tells of."""
    text = tell(view, alert)
    if text is None:
        return None
    entry = Showing(view).entry(Ledger(view).entry(text.entry))
    return ShownAlert(found=alert.found_at, sentence=text.sentence, entry=entry)


def _done(saved: str | None, new: str | None) -> str | None:
    if saved is not None:
        return f"“{saved}” is saved. What is new from now on is told here."
    if new is None or not new.isdecimal():
        return None
    return "Nothing is new." if new == "0" else f"New: {new}."


def _removed(name: str | None, told: dict[str, str]) -> Removed | None:
    if name is None:
        return None
    what, of, crisis = (told.get(each, "") for each in ("what", "of", "crisis"))
    return Removed(name=name, what=what, of=of, crisis=crisis)
