"""The table of events."""

from __future__ import annotations

from dragoman.exports.columns import Column, Table
from dragoman.exports.tables.common import EVIDENCE, PLACE, WHEN, keys
from dragoman.exports.view import View
from dragoman.records import Casualties, Event, codebook


def _number(casualties: Casualties | None, name: str) -> int | None:
    count = getattr(casualties, name, None)
    return count if isinstance(count, int) else None


def _unnumbered(casualties: Casualties | None, name: str) -> bool:
    return getattr(casualties, name, None) == "some"


def _reporter(view: View, event: Event) -> str | None:
    """Return who tells of an event: an actor's name, or the words of a statement's source."""
    if event.reported_by is None:
        return None
    for statement in view.record.statements:
        if statement.id == event.reported_by:
            return "; ".join(view.names(statement.speakers)) or view.words(statement.source)
    return view.name(event.reported_by)


EVENTS: Table[Event] = Table(
    "events",
    "One row an event (PLOVER).",
    (
        *keys("event"),
        Column("type", "text", "Type.", lambda _, each: each.type),
        Column("mode", "text", "Mode.", lambda _, each: each.mode),
        Column("quad", "text", "Quadrant.", lambda _, each: codebook().quad(each.type)),
        Column(
            *("modality", "text", "Whether it is asserted, negated, future and the like."),
            lambda _, each: each.modality,
        ),
        Column("actor_ids", "texts", "Ids of who did it.", lambda _, each: each.actors),
        Column("actors", "texts", "Names.", lambda view, each: view.names(each.actors)),
        Column(
            *("actor_countries", "texts", "Codes of their states and bodies, each once."),
            lambda view, each: view.countries(each.actors),
        ),
        Column("recipient_ids", "texts", "Ids of whom it hit.", lambda _, each: each.recipients),
        Column("recipients", "texts", "Names.", lambda view, each: view.names(each.recipients)),
        Column(
            *("recipient_countries", "texts", "Codes of their states and bodies, each once."),
            lambda view, each: view.countries(each.recipients),
        ),
        *WHEN,
        *PLACE,
        Column(
            *("trigger", "text", "The words that name it, ` … ` between mentions."),
            lambda view, each: view.words(each.trigger),
        ),
        Column(
            *("killed", "integer", "How many were killed, as printed."),
            lambda _, each: _number(each.casualties, "killed"),
        ),
        Column(
            *("killed_some", "yes/no", "Whether some were killed, and no number is given."),
            lambda _, each: _unnumbered(each.casualties, "killed"),
        ),
        Column(
            *("injured", "integer", "How many were injured, as printed."),
            lambda _, each: _number(each.casualties, "injured"),
        ),
        Column(
            *("injured_some", "yes/no", "Whether some were injured, and no number is given."),
            lambda _, each: _unnumbered(each.casualties, "injured"),
        ),
        Column(
            *("reported_by_id", "text", "Id of the statement or actor that alone tells of it."),
            lambda _, each: each.reported_by,
        ),
        Column("reported_by", "text", "Name of who tells of it.", _reporter),
        Column(
            *("statement_id", "text", "Id of the statement that is this act of speech."),
            lambda _, each: each.statement,
        ),
        Column(
            *("contact_id", "text", "Id of the contact that is this event."),
            lambda _, each: each.contact,
        ),
        *EVIDENCE,
    ),
    lambda record: record.events,
)
