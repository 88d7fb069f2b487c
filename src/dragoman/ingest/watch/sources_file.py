"""``sources.toml``: which sources are watched, and how."""

from __future__ import annotations

import difflib
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from dragoman.errors import SettingError
from dragoman.ingest.feeds.pages import compiled

_KINDS: Mapping[str, tuple[type, ...]] = {
    "name": (str,),
    "url": (str,),
    "links": (str,),
    "every": (int, float),
    "match": (str,),
    "most": (int,),
    "backlog": (bool,),
}
_WORDS: Mapping[tuple[type, ...], str] = {
    (str,): "a text",
    (int, float): "a number",
    (int,): "a whole number",
    (bool,): "true or false",
}
_FOR_ALL = ("every", "most", "backlog")
_HEADER = re.compile(r"^\s*\[\[\s*[\"']?source[\"']?\s*\]\]", re.MULTILINE)
_LONGEST = 10_000_000


@dataclass(frozen=True, slots=True)
class WatchedSource:
    """One source: a feed, a sitemap or index of sitemaps, or a page of links.

    ``links``: for a page, the CSS selector that finds its links or what holds each.
    ``every``: how long after one visit the next is due. ``match``: what an entry's URL must hold.
    ``most``: articles that are read at one go; the others wait. ``backlog``: whether the first
    visit takes in all that is listed; else the newest ``most``.
    """

    name: str
    url: str
    links: str | None = None
    every: timedelta = timedelta(minutes=30)
    match: re.Pattern[str] | None = None
    most: int = 50
    backlog: bool = False


def read_sources(path: Path) -> tuple[WatchedSource, ...]:
    """Read a file of sources.

    Raises:
        SettingError: The file cannot be read, or something in it is wrong; the message names the
            file, the line where the source begins, and the key.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        reason = error.strerror or str(error)
        raise SettingError(f"{path}: the file cannot be read: {reason}.") from error
    except UnicodeDecodeError as error:
        raise SettingError(f"{path}: the file is not UTF-8: {error.reason}.") from error
    return parse_sources(text, str(path))


def parse_sources(text: str, file: str = "sources.toml") -> tuple[WatchedSource, ...]:
    """Read the text of a file of sources; see :func:`read_sources`."""
    if len(text) > _LONGEST:
        raise SettingError(f"{file}: it has more than {_LONGEST} characters.")
    try:
        table = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise SettingError(f"{file}: it is not TOML: {error}.") from error
    _refuse_unknown(table, ("source", "defaults"), file)
    defaults = _defaults(table.get("defaults", {}), file)
    entries = table.get("source", [])
    if not isinstance(entries, list) or not entries:
        hint = "Begin each source with [[source]]."
        raise SettingError(f"{file}: it names no source.", hint=hint)
    lines = _lines(text, len(entries))
    sources = [
        _source(entry, defaults, f"{file}, {place}")
        for entry, place in zip(entries, lines, strict=True)
    ]
    _refuse_namesakes(sources, lines, file)
    return tuple(sources)


def _defaults(table: object, file: str) -> Mapping[str, Any]:
    where = f"{file}, [defaults]"
    if not isinstance(table, dict):
        raise SettingError(f"{where}: expected a table.")
    _refuse_unknown(table, _FOR_ALL, where)
    return table


def _lines(text: str, count: int) -> list[str]:
    """Return where each source begins: its line, or its number where that cannot be told."""
    found = [text.count("\n", 0, match.end()) + 1 for match in _HEADER.finditer(text)]
    if len(found) == count:
        return [f"line {line}" for line in found]
    return [f"source {number}" for number in range(1, count + 1)]


def _source(entry: object, defaults: Mapping[str, Any], where: str) -> WatchedSource:
    if not isinstance(entry, dict):
        raise SettingError(f"{where}: expected a table.", hint="Begin each with [[source]].")
    _refuse_unknown(entry, tuple(_KINDS), where)
    values = {**defaults, **entry}
    for key, value in values.items():
        _check_kind(key, value, where)
    for key in ("name", "url"):
        if not str(values.get(key, "")).strip():
            raise SettingError(f"{where}: the key {key!r} is missing.")
    links = values.get("links")
    return WatchedSource(
        name=values["name"].strip(),
        url=_url(values["url"].strip(), where),
        links=_links(links, where) if links is not None else None,
        every=_every(values.get("every", 30), where),
        match=_pattern(values["match"], where) if "match" in values else None,
        most=_most(values.get("most", 50), where),
        backlog=values.get("backlog", False),
    )


def _refuse_unknown(table: Mapping[str, Any], known: tuple[str, ...], where: str) -> None:
    for key in table:
        if key not in known:
            near = difflib.get_close_matches(key, known, n=1)
            hint = f"Did you mean {near[0]!r}?" if near else f"There are {', '.join(known)}."
            raise SettingError(f"{where}: the key {key!r} is not known.", hint=hint)


def _check_kind(key: str, value: object, where: str) -> None:
    kinds = _KINDS[key]
    if not isinstance(value, kinds) or (isinstance(value, bool) and bool not in kinds):
        raise _wrong(key, f"expected {_WORDS[kinds]}, found {value!r}", where)


def _wrong(key: str, fault: str, where: str) -> SettingError:
    return SettingError(f"{where}, key {key!r}: {fault}.")


def _url(url: str, where: str) -> str:
    try:
        parts = urlsplit(url)
        good = parts.scheme in {"http", "https"} and bool(parts.hostname) and not parts.username
    except ValueError:
        good = False
    if not good:
        raise _wrong("url", f"{url!r} is no http or https URL", where)
    return url


def _links(selector: str, where: str) -> str:
    try:
        compiled(selector)
    except SettingError as error:
        raise _wrong("links", error.message.rstrip("."), where) from error
    return selector


def _every(minutes: float, where: str) -> timedelta:
    if not 1 <= minutes <= 60 * 24 * 31:
        raise _wrong("every", f"{minutes!r} minutes are not between 1 and a month", where)
    return timedelta(minutes=minutes)


def _pattern(words: str, where: str) -> re.Pattern[str]:
    try:
        return re.compile(words)
    except (re.error, RecursionError, OverflowError) as error:
        raise _wrong("match", f"{words!r} is no regular expression: {error}", where) from error


def _most(most: int, where: str) -> int:
    if most < 1:
        raise _wrong("most", f"{most} is less than 1", where)
    return most


def _refuse_namesakes(sources: list[WatchedSource], places: list[str], file: str) -> None:
    seen: dict[str, str] = {}
    for source, place in zip(sources, places, strict=True):
        if source.name in seen:
            fault = f"{source.name!r} is the name of the source at {seen[source.name]} too"
            raise _wrong("name", fault, f"{file}, {place}")
        seen[source.name] = place
