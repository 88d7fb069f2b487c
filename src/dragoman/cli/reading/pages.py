"""Records into pages: one file, or a folder with an index."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

import typer

from dragoman.cli.page import Entry, index_page, page, report_page
from dragoman.cli.reading.sinks import MANY, Sink
from dragoman.errors import DragomanError
from dragoman.records import Record

PAGE_SUFFIXES = (".html", ".htm")
INDEX = "index.html"

_NAME = re.compile(r"[^a-z0-9]+")
_LONGEST_NAME = 60


def page_sink(out: str) -> Sink:
    """Return the sink for what ``--html`` names: ``-``, a page, or a folder.

    Raises:
        typer.BadParameter: A folder is where the page should be, or a file where the folder should;
            or the path cannot be looked at.
    """
    if out == "-":
        return OnePage(None)
    path = Path(out)
    try:
        is_there, is_folder = path.exists(), path.is_dir()
    except OSError as error:
        message = f"{out!r} cannot be written to: {error.strerror}."
        raise typer.BadParameter(message, param_hint="--html") from None
    if path.suffix.lower() in PAGE_SUFFIXES:
        if is_folder:
            raise typer.BadParameter(f"{out!r} is a directory.", param_hint="--html")
        return OnePage(path)
    if is_there and not is_folder:
        message = f"{out!r} is a file. Name a page that ends in .html, or a folder."
        raise typer.BadParameter(message, param_hint="--html")
    return Folder(path)


class OnePage:
    """Keeps all records and writes one page at the end."""

    batch_size = MANY
    shows = False

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._records: list[tuple[str, Record]] = []

    def write(self, name: str, record: Record, /) -> None:
        """Keep a record."""
        self._records.append((name, record))

    def close(self) -> Iterable[str]:
        """Write the page, if there is a record."""
        if not self._records:
            return []
        text = page(self._records)
        if self._path is None:
            from dragoman.cli.console import write_utf8

            write_utf8(text)
            return []
        _write(self._path, text)
        return [f"Wrote {self._path}"]


class Folder:
    """Writes a page for each record as it comes, and an index at the end."""

    batch_size = MANY
    shows = False

    def __init__(self, path: Path) -> None:
        self._path = path
        self._entries: list[Entry] = []

    def write(self, name: str, record: Record, /) -> None:
        """Write the page of a record."""
        file = f"{len(self._entries) + 1:03}-{file_name(record.article.title or name)}.html"
        text, entry = report_page(name, record, home=INDEX, href=file)
        _write(self._path / file, text)
        self._entries.append(entry)

    def close(self) -> Iterable[str]:
        """Write the index, if there is a record."""
        if not self._entries:
            return []
        _write(self._path / INDEX, index_page(self._entries))
        return [f"Wrote {self._path / INDEX} and {len(self._entries)} pages beside it"]


def file_name(title: str) -> str:
    """Return a title as the stem of a file: small letters and digits, joined by hyphens."""
    return _NAME.sub("-", title.lower())[:_LONGEST_NAME].strip("-") or "report"


def _write(path: Path, text: str) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        message = f"The page cannot be written to {path}: {error.strerror}."
        raise DragomanError(message, hint="Name another place with --html.") from error
