"""The table of attitudes."""

from __future__ import annotations

from dragoman.exports.columns import Column, Table
from dragoman.exports.tables.common import EVIDENCE, keys
from dragoman.records import Attitude

ATTITUDES: Table[Attitude] = Table(
    "attitudes",
    "One row a sentiment of one actor towards another, apart from any act.",
    (
        *keys("attitude"),
        Column(
            *("from", "text", "Code of the state or body, or id of the actor."),
            lambda _, each: each.from_,
        ),
        Column("from_name", "text", "Name.", lambda view, each: view.name(each.from_)),
        Column(
            *("toward", "text", "Code of the state or body, or id of the actor."),
            lambda _, each: each.toward,
        ),
        Column("toward_name", "text", "Name.", lambda view, each: view.name(each.toward)),
        Column("sign", "text", "Positive or negative.", lambda _, each: each.sign),
        Column(
            *("basis", "text", "In its own words, or as another reports it."),
            lambda _, each: each.basis,
        ),
        *EVIDENCE,
    ),
    lambda record: record.attitudes,
)
