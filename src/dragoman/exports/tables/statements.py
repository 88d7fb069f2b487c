"""The table of statements."""

from __future__ import annotations

from dragoman.exports.columns import Column, Table
from dragoman.exports.tables.common import EVIDENCE, WHEN, keys
from dragoman.records import Statement

STATEMENTS: Table[Statement] = Table(
    "statements",
    "One row a statement: source, cue and content (PolNeAR).",
    (
        *keys("statement"),
        Column("speaker_ids", "texts", "Ids of who said it.", lambda _, each: each.speakers),
        Column("speakers", "texts", "Names.", lambda view, each: view.names(each.speakers)),
        Column(
            *("on_behalf_of", "texts", "Codes of states and bodies, or ids of actors."),
            lambda _, each: each.on_behalf_of,
        ),
        Column(
            *("on_behalf_of_names", "texts", "Names of those."),
            lambda view, each: view.names(each.on_behalf_of),
        ),
        Column("kind", "text", "Direct, mixed or indirect.", lambda _, each: each.kind),
        Column(
            *("source", "text", "Words that name who said it."),
            lambda view, each: view.words(each.source),
        ),
        Column(
            *("cue", "text", "Words that tell that it was said."),
            lambda view, each: view.words(each.cue),
        ),
        Column(
            *("content", "text", "Words that tell what was said."),
            lambda view, each: view.words(each.content),
        ),
        Column("medium", "text", "Medium as printed.", lambda _, each: each.medium),
        Column("addressee_id", "text", "Id of who is spoken to.", lambda _, each: each.addressee),
        Column(
            *("addressee", "text", "Name."),
            lambda view, each: view.name(each.addressee) if each.addressee else None,
        ),
        *WHEN,
        *EVIDENCE,
    ),
    lambda record: record.statements,
)
