"""Finding what is new among the answers to saved questions.

What is found is kept together with the jobs that deliver it, in one unit of work: an alert is
neither lost nor told twice, whenever the program is stopped.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, exists, select

from dragoman.crises.entries import Entry
from dragoman.crises.ledger import Ledger
from dragoman.crises.questions.saved.asked import Answer
from dragoman.crises.questions.saved.keeping import SavedQuestion, SavedQuestions
from dragoman.records import content_id
from dragoman.store import UnitOfWork
from dragoman.store.columns import now
from dragoman.store.dialects import insert_new
from dragoman.store.tables import alerts, saved_questions, told_facts

JOB = "alert"
"""The kind of the jobs that deliver an alert; the payload names it and its destination."""


@dataclass(frozen=True, slots=True)
class Alert:
    """An answer that is new. It holds no words: they are put together when it is delivered."""

    id: str
    question: SavedQuestion
    entry: str
    found_at: datetime


def remember(unit: UnitOfWork, question: SavedQuestion) -> int:
    """Mark all that answers a question now as known; return how much that is."""
    known = list(_answers(unit, question))
    _note(unit.connection, question, {each for answer in known for each in _facts(answer)})
    return len(known)


def look(unit: UnitOfWork) -> list[Alert]:
    """Find the new answers to all questions, and put in the jobs that deliver them.

    An answer is known where any of its reports was told of before. New reports of it are noted.
    """
    return [
        alert
        for question in SavedQuestions(unit.connection).all()
        for alert in _look(unit, question)
    ]


def alert_of(connection: Connection, identity: str) -> Alert | None:
    """Return an alert by its id; ``None`` where its question was removed."""
    asked = select(alerts, saved_questions.c.name).join(
        saved_questions, saved_questions.c.id == alerts.c.question_id
    )
    row = connection.execute(asked.where(alerts.c.id == identity)).one_or_none()
    if row is None:
        return None
    question = SavedQuestions(connection).get(row.name)
    return Alert(row.id, question, row.entry_id, row.found_at)


def alerts_of(connection: Connection, question: SavedQuestion) -> list[Alert]:
    """Return the alerts of a question, the first one first."""
    asked = select(alerts).where(alerts.c.question_id == question.id)
    rows = connection.execute(asked.order_by(alerts.c.found_at, alerts.c.id))
    return [Alert(row.id, question, row.entry_id, row.found_at) for row in rows]


def _look(unit: UnitOfWork, question: SavedQuestion) -> Iterator[Alert]:
    if question.wanted.only_once and _has_told(unit.connection, question):
        return
    known = _known(unit.connection, question)
    found: set[str] = set()
    for answer in _answers(unit, question):
        facts = _facts(answer)
        is_new = known.isdisjoint(facts) and found.isdisjoint(facts)
        found |= facts
        if is_new:
            yield _alert(unit, question, answer[0])
        if is_new and question.wanted.only_once:
            break
    _note(unit.connection, question, found - known)


def _answers(unit: UnitOfWork, question: SavedQuestion) -> Iterator[Answer]:
    entries = list(Ledger(unit.view).entries(**question.wanted.asked()))
    yield from question.wanted.answers(entries)


def _alert(unit: UnitOfWork, question: SavedQuestion, entry: Entry) -> Alert:
    """Keep an alert, and a job for each place that it goes to."""
    identity = content_id("alert", question.id, question.name, entry.id)
    alert = Alert(identity, question, entry.id, now())
    row = {"id": identity, "question_id": question.id, "entry_id": entry.id}
    unit.connection.execute(
        insert_new(unit.connection, alerts), {**row, "found_at": alert.found_at}
    )
    for destination in question.destinations:
        payload = {"alert": identity, "to": destination}
        unit.jobs.put(JOB, payload, key=content_id(identity, destination))
    return alert


def _facts(answer: Answer) -> set[str]:
    """Return what tells the facts beneath an answer apart, whatever entry they come to stand in."""
    reports = (each for entry in answer for each in entry.reports)
    return {content_id("told", each.article.id, each.told.fact.id) for each in reports}


def _known(connection: Connection, question: SavedQuestion) -> set[str]:
    asked = select(told_facts.c.fact).where(told_facts.c.question_id == question.id)
    return set(connection.scalars(asked))


def _note(connection: Connection, question: SavedQuestion, facts: set[str]) -> None:
    rows = [{"question_id": question.id, "fact": each} for each in sorted(facts)]
    if rows:
        connection.execute(insert_new(connection, told_facts), rows)


def _has_told(connection: Connection, question: SavedQuestion) -> bool:
    return bool(connection.scalar(select(exists().where(alerts.c.question_id == question.id))))
