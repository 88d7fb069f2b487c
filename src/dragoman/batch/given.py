"""What people gave by hand → articles: pasted texts, and files that were uploaded.

Nothing of what somebody calls a file is ever part of a path, and a text is never taken for one.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from dragoman.batch.keeper import StoreKeeper
from dragoman.batch.model import Found
from dragoman.batch.sources import Sources, holds_many
from dragoman.errors import InputError
from dragoman.ingest import articles, from_text
from dragoman.ingest.files import read_bytes
from dragoman.ingest.suffixes import COMPRESSED, SUFFIXES
from dragoman.settings import Settings
from dragoman.store import Store
from dragoman.store.given import Deposit


def found_in(deposit: Deposit, store: Store, settings: Settings) -> Iterator[Found]:
    """Yield the articles of a deposit; an error in place of each that cannot be read.

    Args:
        deposit: What was given.
        store: Its pace of fetching is kept, where a feed was given.
        settings: Limits, and how the network may be used.
    """
    try:
        yield from _file(deposit, store, settings) if deposit.suffix else _pasted(deposit)
    except InputError as error:
        yield Found(deposit.name, _called(error, deposit.name), named=True)


def _pasted(deposit: Deposit) -> Iterator[Found]:
    article = from_text(
        deposit.data.decode("utf-8", errors="replace"),
        title=deposit.title,
        publisher=deposit.outlet,
        published=deposit.published,
        url=deposit.url,
        source=deposit.name,
    )
    yield Found(deposit.name, article, named=True)


def _file(deposit: Deposit, store: Store, settings: Settings) -> Iterator[Found]:
    if deposit.suffix not in SUFFIXES:
        message = f"Files that end in {deposit.suffix} are not read."
        raise InputError(message, source=deposit.name, hint=f"One of {', '.join(SUFFIXES)}.")
    with TemporaryDirectory(prefix="dragoman-") as folder:
        path = Path(folder) / f"given{deposit.suffix}"
        path.write_bytes(deposit.data)
        for each in _of_path(path, deposit, store, settings):
            yield _renamed(each, str(path), deposit.name)


def _of_path(path: Path, deposit: Deposit, store: Store, settings: Settings) -> Iterator[Found]:
    if path.suffix in COMPRESSED:
        _refuse_bombs(path, settings)
    if deposit.url is not None and not holds_many(path):
        known = {"published": deposit.published, "url": deposit.url}
        read = articles(path, **known, settings=settings)
        yield from (Found(str(path), each, named=True) for each in read)
        return
    yield from Sources(settings, StoreKeeper(store), published=deposit.published).found([path])


def _refuse_bombs(path: Path, settings: Settings) -> None:
    """Refuse a file that is more than one input may be, once decompressed.

    Raises:
        TooLarge: It is.
        InputError: It cannot be decompressed.
    """
    most = settings.max_decompressed
    read_bytes(path, max_bytes=settings.max_bytes, max_decompressed=most)


def _renamed(found: Found, path: str, name: str) -> Found:
    """Call what stands in a file by the name that people know it by."""
    told = found.found
    if isinstance(told, InputError):
        told = _called(told, (told.source or path).replace(path, name))
    return Found(found.name.replace(path, name), told, found.page, named=found.named)


def _called(error: InputError, name: str) -> InputError:
    error.source = name
    return error
