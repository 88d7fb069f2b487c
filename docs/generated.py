"""The parts of the documentation drawn from the package: codebook, settings, schema, exports."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from typing import Any

from dragoman.exports import FORMATS, TABLES, Table
from dragoman.exports.plover import PLOVER
from dragoman.records import Entry, codebook, record_schema
from dragoman.settings import Setting, table

SECTIONS = {
    "contexts": "Contexts",
    "actor_kinds": "Kinds of actors",
    "sectors": "Sectors",
    "classes": "Classes of actors beyond countries",
    "bodies": "Codes of international bodies",
    "levels": "Levels of office",
    "roles": "Roles",
    "office_bases": "How an office is known",
    "modalities": "Modality of events",
    "channels": "Channels of contacts",
    "contact_statuses": "Status of contacts",
    "contact_bases": "Basis of contacts",
    "initiatives": "Initiative",
    "statement_kinds": "Kinds of statements",
    "stances": "Stance scale",
    "bases": "Basis of positions and attitudes",
    "signs": "Signs of attitudes",
    "furniture_kinds": "Furniture",
}
"""The sections of the codebook beside event types and modes, in the order of the page."""


def codes() -> str:
    """Return the whole codebook as Markdown."""
    parts = ["## Event types and modes", *(_event_type(each) for each in _types())]
    parts += [f"## {title}\n\n{_table(section)}" for section, title in SECTIONS.items()]
    return "\n\n".join(parts)


def _types() -> tuple[Entry, ...]:
    return codebook().section("types")


def _event_type(entry: Entry) -> str:
    modes = [each for each in codebook().section("modes") if each.type == entry.code]
    parts = [f"### {entry.code}", f"*{entry.quad}.* {entry.definition}"]
    parts += [f"> {entry.example}"] if entry.example else []
    parts += [_rows(modes, "Mode")] if modes else []
    return "\n\n".join(parts)


def _table(section: str) -> str:
    return _rows(codebook().section(section), "Code")


def _rows(entries: Iterable[Entry], first: str) -> str:
    rows = [f"| {first} | Name | Meaning |", "| --- | --- | --- |"]
    rows += [f"| `{each.code}` | {_name(each)} | {_meaning(each)} |" for each in entries]
    return "\n".join(rows)


def _name(entry: Entry) -> str:
    return entry.name if entry.level is None else f"{entry.name} (level {entry.level})"


def _meaning(entry: Entry) -> str:
    return f"{entry.definition} *{entry.example}*" if entry.example else entry.definition


def settings() -> str:
    """Return the table of settings as Markdown."""
    rows = ["| Setting | Type | Default | Environment variable | Meaning |", "| --- " * 5 + "|"]
    return "\n".join([*rows, *(_setting(each) for each in table())])


def _setting(setting: Setting) -> str:
    default = "none" if setting.default in {None, ()} else f"`{setting.default}`"
    cells = (f"`{setting.name}`", setting.type_name, default, f"`{setting.variable}`", setting.help)
    return f"| {' | '.join(cells)} |"


def schema() -> str:
    """Return the JSON Schema of a record as a block of code."""
    return f"```json\n{json.dumps(record_schema(), indent=2, ensure_ascii=False)}\n```"


def formats() -> str:
    """Return the table of the formats of exports as Markdown."""
    rows = ["| Format | Ending | What |", "| --- | --- | --- |"]
    rows += [f"| `{each.name}` | `{each.ending}` | {each.help} |" for each in FORMATS.values()]
    return "\n".join(rows)


def columns() -> str:
    """Return the columns of every table of exports as Markdown."""
    return "\n\n".join(
        f"### {each.name}\n\n{each.help}\n\n{_columns(each)}" for each in TABLES.values()
    )


def plover_columns() -> str:
    """Return the columns of the event table as Markdown."""
    return _columns(PLOVER)


def _columns(exported: Table[Any]) -> str:
    rows = ["| Column | Kind | Meaning |", "| --- | --- | --- |"]
    rows += [f"| `{each.name}` | {each.kind} | {each.help} |" for each in exported.columns]
    return "\n".join(rows)


PARTS: dict[str, Callable[[], str]] = {
    "codes": codes,
    "columns": columns,
    "formats": formats,
    "plover_columns": plover_columns,
    "schema": schema,
    "settings": settings,
}
"""What a page may ask for."""
