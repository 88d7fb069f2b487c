"""The parts of the documentation drawn from the package: codebook, settings, schema, exports."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from typing import Any, TypeGuard

from fastapi.routing import APIRoute

from dragoman.desk.accounts.roles import Needs
from dragoman.desk.accounts.users import ROLES
from dragoman.desk.api.routes import ROUTERS, TAGS
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


def api() -> str:
    """Return the calls of the API, by what they are about, as Markdown."""
    parts = []
    for tag in TAGS:
        rows = ["| Call | What it does | Narrowed down by |", "| --- | --- | --- |"]
        rows += [_call(each) for each in _routes() if tag["name"] in each.tags]
        parts.append(f"### {tag['name'].title()}\n\n{tag['description']}\n\n" + "\n".join(rows))
    return "\n\n".join(parts)


def _routes() -> list[APIRoute]:
    found = (each for router in ROUTERS for each in router.routes)
    return [each for each in found if isinstance(each, APIRoute)]


def _call(route: APIRoute) -> str:
    (method,) = list(route.methods or ())
    does = " ".join(route.description.split()) + _least(route)
    return f"| `{method} {route.path}` | {does} | {', '.join(_asked(route))} |"


def _least(route: APIRoute) -> str:
    """Return the role that a call needs, where it is more than to look."""
    needed = [each.call.least for each in route.dependant.dependencies if _is_guard(each.call)]
    role = max(needed, key=ROLES.index, default=ROLES[0])
    return "" if role == ROLES[0] else f" Needs the role *{role}*."


def _is_guard(call: object) -> TypeGuard[Needs]:
    return isinstance(call, Needs)


def _asked(route: APIRoute) -> list[str]:
    """Return the names in the query of a call."""
    shapes = (each.field_info.annotation for each in route.dependant.query_params)
    return [f"`{name}`" for shape in shapes for name in getattr(shape, "model_fields", ())]


PARTS: dict[str, Callable[[], str]] = {
    "api": api,
    "codes": codes,
    "columns": columns,
    "formats": formats,
    "plover_columns": plover_columns,
    "schema": schema,
    "settings": settings,
}
"""What a page may ask for."""
