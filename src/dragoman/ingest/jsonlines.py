"""JSON lines → drafts: one object a line, whose fields go by many names."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

from dragoman.errors import BadDate, EmptyInput, InputError, NotText, RecordError, TooLarge
from dragoman.ingest.clean import clean_line
from dragoman.ingest.dates import PrintedDate, find_dates
from dragoman.ingest.draft import Draft
from dragoman.ingest.tables import read_toml
from dragoman.records import SCHEMA, Article, Record
from dragoman.world.zones import DATE_ONLY

_FILE = "fields.toml"
_RECORDS = SCHEMA.rpartition("/")[0]
_PARTS_OF_NAME = ("name", "title", "headline", "value", "text")
_SECONDS_FROM = 100_000_000
_MILLISECONDS_FROM = 100_000_000_000


@dataclass(frozen=True, slots=True)
class Entry:
    """One object: its text or markup, what it tells beside that, and its date.

    ``article`` is there where the object is a record, which holds its article as it was read.
    """

    draft: Draft
    text: str | None
    markup: str | None
    published: datetime | str | None
    article: Article | None = None


def looks_like_json(text: str) -> bool:
    """Tell whether text is JSON lines, or JSON: it begins with an object that has a known field."""
    start = text.lstrip("\ufeff \t\r\n")
    if not start.startswith(("{", "[")):
        return False
    first = start.partition("\n")[0].strip()
    return any(_is_object(form) for form in (first, start))


def _is_object(text: str) -> bool:
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        return False
    items = value if isinstance(value, list) else [value]
    return bool(items) and all(isinstance(item, dict) for item in items)


def read_json(text: str, source: str) -> Iterator[Entry | InputError]:
    """Yield the entries of JSON lines, of one object, or of a list of objects."""
    try:
        value = json.loads(text)
    except RecursionError:
        yield NotText("The JSON is nested too deep.", source=source)
    except ValueError:
        yield from read_lines(text.splitlines(), source)
    else:
        items = value if isinstance(value, list) else [value]
        for number, item in enumerate(items, start=1):
            name = f"{source}, entry {number}" if len(items) > 1 else source
            yield _entry_or_error(item, name)


def read_lines(
    lines: Iterable[str | bytes], source: str, *, max_bytes: int | None = None
) -> Iterator[Entry | InputError]:
    """Yield the entry of each line that is not empty; an error where a line is not one."""
    for number, line in enumerate(lines, start=1):
        if line.strip():
            yield _line(line, f"{source}, line {number}", max_bytes)


def _line(line: str | bytes, source: str, max_bytes: int | None) -> Entry | InputError:
    if max_bytes is not None and len(line) > max_bytes:
        return TooLarge(f"The line has more than {max_bytes:,} bytes.", source=source)
    try:
        value = json.loads(line)
    except (ValueError, RecursionError) as error:
        hint = "Give one JSON object a line."
        return NotText(f"The line is no JSON: {error}.", source=source, hint=hint)
    return _entry_or_error(value, source)


def _entry_or_error(value: object, source: str) -> Entry | InputError:
    try:
        return read_object(value, source)
    except InputError as error:
        return error


def read_object(value: object, source: str) -> Entry:
    """Read one JSON object.

    Raises:
        NotText: The value is no object.
        EmptyInput: It has no field with text or markup.
        BadDate: Its date is no date.
        InputError: It is a record, but one that breaks the contract.
    """
    if not isinstance(value, dict):
        raise NotText("It is no JSON object.", source=source, hint="Give one object a line.")
    if str(value.get("schema", "")).startswith(_RECORDS):
        return _of_record(value, source)
    fields = {str(name).lower(): each for name, each in value.items()}
    text, markup = _words(_field(fields, "text")), _words(_field(fields, "html"))
    if not (text or markup):
        names = ", ".join(read_toml(_FILE)["text"][:4])
        message = "The object has no text."
        raise EmptyInput(message, source=source, hint=f"Name the field one of {names}.")
    draft = Draft(
        source=source,
        url=_words(_field(fields, "url")),
        title=_line_of(fields, "title"),
        publisher=_line_of(fields, "publisher"),
        byline=_line_of(fields, "byline"),
        dateline=_line_of(fields, "dateline"),
    )
    updated = _field(fields, "updated")
    draft.dates += _updated(updated, source)
    return Entry(draft, text, markup, _moment(_field(fields, "published"), source))


def _of_record(value: Mapping[str, Any], source: str) -> Entry:
    try:
        article = Record.from_dict(value).article
    except RecordError as error:
        raise InputError(error.message, source=source, hint=error.hint) from error
    return Entry(Draft(source=source, url=article.url), article.text, None, None, article)


def _field(fields: Mapping[str, Any], name: str) -> Any:
    names = [alias.lower() for alias in read_toml(_FILE)[name]]
    return next((fields[alias] for alias in names if fields.get(alias) not in (None, "", [])), None)


def _line_of(fields: Mapping[str, Any], name: str) -> str | None:
    return clean_line(_words(_field(fields, name)) or "") or None


def _words(value: object) -> str | None:
    """Return the text of a value: itself, the name in an object, or a list's joined."""
    if isinstance(value, str):
        return value
    if isinstance(value, dict):
        return next((str(value[part]) for part in _PARTS_OF_NAME if value.get(part)), None)
    if isinstance(value, list):
        words = [word for word in (_words(each) for each in value) if word]
        return ", ".join(words) if words else None
    return None


def _moment(value: object, source: str) -> datetime | str | None:
    """Return a date of publication: text as it is, a number as seconds since 1970."""
    if value is None or isinstance(value, str):
        return value or None
    if isinstance(value, int | float) and not isinstance(value, bool):
        seconds = value / 1000 if abs(value) >= _MILLISECONDS_FROM else value
        if seconds >= _SECONDS_FROM:
            return datetime.fromtimestamp(seconds, UTC)
    message = f"{value!r} is no date of publication."
    raise BadDate(message, source=source, hint="Write it as 2020-01-04.")


def _updated(value: object, source: str) -> list[PrintedDate]:
    moment = _moment(value, source)
    if isinstance(moment, datetime):
        clock = moment.time() if moment.tzinfo is not DATE_ONLY else None
        return [
            PrintedDate(
                moment.year, moment.month, moment.day, clock=clock, zone="UTC", label="updated"
            )
        ]
    return [replace(printed, label="updated") for printed in find_dates(moment or "")[:1]]
