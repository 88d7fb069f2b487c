"""The table of contacts."""

from __future__ import annotations

from dragoman.exports.columns import Column, Table
from dragoman.exports.tables.common import EVIDENCE, PLACE, WHEN, keys
from dragoman.exports.view import View
from dragoman.records import Contact


def _role(view: View, actor: str) -> str | None:
    known = view.actor(actor)
    return known.office.role if known and known.office else None


CONTACTS: Table[Contact] = Table(
    "contacts",
    "One row a direct communication between two sides.",
    (
        *keys("contact"),
        Column("initiator_id", "text", "Id of who began.", lambda _, each: each.initiator),
        Column("initiator", "text", "Name.", lambda view, each: view.name(each.initiator)),
        Column(
            *("initiator_country", "text", "Code of the state or body."),
            lambda view, each: view.country(each.initiator),
        ),
        Column(
            *("initiator_role", "text", "Role of office."),
            lambda view, each: _role(view, each.initiator),
        ),
        Column(
            *("initiator_level", "integer", "Level of office, 1 the highest."),
            lambda _, each: each.initiator_level,
        ),
        Column(
            *("initiative", "text", "Whether the article tells who began."),
            lambda _, each: each.initiative,
        ),
        Column("counterpart_id", "text", "Id of the other side.", lambda _, each: each.counterpart),
        Column("counterpart", "text", "Name.", lambda view, each: view.name(each.counterpart)),
        Column(
            *("counterpart_country", "text", "Code of the state or body."),
            lambda view, each: view.country(each.counterpart),
        ),
        Column(
            *("counterpart_role", "text", "Role of office."),
            lambda view, each: _role(view, each.counterpart),
        ),
        Column(
            *("counterpart_level", "integer", "Level of office, 1 the highest."),
            lambda _, each: each.counterpart_level,
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
