"""The table of positions."""

from __future__ import annotations

from dragoman.exports.columns import Column, Table
from dragoman.exports.tables.common import EVIDENCE, keys
from dragoman.exports.view import View
from dragoman.records import Position


def _event_id(view: View, position: Position) -> str | None:
    return position.target if view.event(position.target) else None


POSITIONS: Table[Position] = Table(
    "positions",
    "One row what a holder thinks of an act.",
    (
        *keys("position"),
        Column(
            *("holder", "text", "Code of the state or body, or id of the actor."),
            lambda _, each: each.holder,
        ),
        Column("holder_name", "text", "Name.", lambda view, each: view.name(each.holder)),
        Column("stance", "text", "Stance.", lambda _, each: each.stance),
        Column(
            *(
                "target",
                "text",
                "The act: an event's type, mode and trigger, or a policy in words.",
            ),
            lambda view, each: view.target(each.target),
        ),
        Column("event_id", "text", "Id of the event, where it is one.", _event_id),
        Column(
            *("basis", "text", "The holder's own position, or one that another reports."),
            lambda _, each: each.basis,
        ),
        Column(
            *("reporter", "text", "Code or id of who reports it."), lambda _, each: each.reporter
        ),
        Column(
            *("reporter_name", "text", "Name."),
            lambda view, each: view.name(each.reporter) if each.reporter else None,
        ),
        Column(
            *("statement_id", "text", "Id of the statement that it rests on."),
            lambda _, each: each.statement,
        ),
        *EVIDENCE,
    ),
    lambda record: record.positions,
)
