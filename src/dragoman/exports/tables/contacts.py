"""The table of contacts."""

from __future__ import annotations

from collections.abc import Callable

from dragoman.exports.columns import Column, Table
from dragoman.exports.tables.common import EVIDENCE, PLACE, WHEN, keys
from dragoman.exports.view import View
from dragoman.records import Contact


def _role(view: View, actor: str) -> str | None:
    known = view.actor(actor)
    return known.office.role if known and known.office else None


def _side(
    name: str, meaning: str, of: Callable[[Contact], tuple[str, int | None]]
) -> tuple[Column[Contact], ...]:
    """Return the columns of one side; ``of`` gives its actor and the level of its office."""
    return (
        Column(f"{name}_id", "text", meaning, lambda _, each: of(each)[0]),
        Column(name, "text", "Name.", lambda view, each: view.name(of(each)[0])),
        Column(
            *(f"{name}_country", "text", "Code of the state or body."),
            lambda view, each: view.country(of(each)[0]),
        ),
        Column(
            *(f"{name}_role", "text", "Role of office."),
            lambda view, each: _role(view, of(each)[0]),
        ),
        Column(
            *(f"{name}_level", "integer", "Level of office, 1 the highest."),
            lambda _, each: of(each)[1],
        ),
    )


CONTACTS: Table[Contact] = Table(
    "contacts",
    "One row a direct communication between two sides.",
    (
        *keys("contact"),
        *_side(
            "initiator", "Id of who began.", lambda each: (each.initiator, each.initiator_level)
        ),
        Column(
            *("initiative", "text", "Whether the article tells who began."),
            lambda _, each: each.initiative,
        ),
        *_side(
            *("counterpart", "Id of the other side."),
            lambda each: (each.counterpart, each.counterpart_level),
        ),
        Column("channel", "text", "Channel.", lambda _, each: each.channel),
        Column(
            "status", "text", "Held, planned, refused and the like.", lambda _, each: each.status
        ),
        *WHEN,
        *PLACE,
        Column("topics", "texts", "What it was about.", lambda _, each: each.topics),
        Column("outcome", "texts", "What was agreed or asked.", lambda _, each: each.outcome),
        Column(
            *("basis", "text", "Reported, or in a side's own words."), lambda _, each: each.basis
        ),
        *EVIDENCE,
    ),
    lambda record: record.contacts,
)
