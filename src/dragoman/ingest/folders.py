"""The articles' files of a folder, and of the folders in it."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from dragoman.ingest.files import holds_archive, holds_lines

SUFFIXES = frozenset({".html", ".htm", ".xhtml", ".txt", ".text", ".md", ".json", ".xml"})
"""How the names of articles' files end, beside those of JSON lines and of web archives."""

_PACKED = frozenset({".gz", ".xz", ".bz2"})
_PAGES = (".html", ".htm", ".xhtml")
_PARTS = ("_files", "_Files", ".files", "_Dateien", "_fichiers", "_archivos")
"""What browsers put behind a page's name for the folder of its pictures, styles and frames."""

_S = TypeVar("_S")


@dataclass(frozen=True, slots=True)
class Contents:
    """What a folder holds: ``files`` that may be articles, and ``others``, each in order."""

    files: tuple[Path, ...]
    others: tuple[Path, ...]


def contents(folder: Path) -> Contents:
    """Return what a folder and those in it hold.

    Hidden files and folders are left out, and so is the folder that a browser saves beside a page,
    with the page's parts. A folder that cannot be looked into stands among the files, so that
    reading it tells why.
    """
    files: list[Path] = []
    others: list[Path] = []
    closed: list[Path] = []
    for at, inner, names in os.walk(folder, onerror=lambda error: closed.append(_place(error))):
        pages = {name for name in names if name.lower().endswith(_PAGES)}
        inner[:] = [name for name in inner if not _is_hidden(name) and not _is_part(name, pages)]
        for path in (Path(at, name) for name in names if not _is_hidden(name)):
            (files if may_be_article(path) else others).append(path)
    return Contents(tuple(sorted(files + closed)), tuple(sorted(others)))


def expanded(sources: Iterable[_S]) -> Iterator[_S | Path]:
    """Yield each source, and in place of a folder its files; one without any stays as it is."""
    for source in sources:
        if isinstance(source, Path) and is_folder(source):
            yield from contents(source).files or [source]
        else:
            yield source


def is_folder(path: Path) -> bool:
    """Tell whether a path is a folder; one that cannot be looked at is none.

    Such a path stays a source of its own, so that reading it tells why.
    """
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False


def may_be_article(path: Path) -> bool:
    """Tell by its name whether a file may hold articles."""
    if holds_lines(path) or holds_archive(path):
        return True
    suffix = path.suffix.lower()
    return (Path(path.stem).suffix.lower() if suffix in _PACKED else suffix) in SUFFIXES


def _place(error: OSError) -> Path:
    return Path(error.filename)


def _is_hidden(name: str) -> bool:
    return name.startswith(".")


def _is_part(name: str, pages: Iterable[str]) -> bool:
    """Tell whether a folder holds the parts of a page beside it."""
    stem = next((name.removesuffix(end) for end in _PARTS if name.endswith(end)), None)
    return stem is not None and any(Path(page).stem == stem for page in pages)
