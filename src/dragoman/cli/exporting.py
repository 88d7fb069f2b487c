"""The records that ``dragoman export`` takes in: from a store, files or standard input."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import typer

from dragoman.cli.reading.letters import DeadLetters
from dragoman.cli.reading.notices import Notices
from dragoman.cli.reading.sources import STANDARD_INPUT
from dragoman.errors import DragomanError, InputError
from dragoman.exports import each_once, records_in
from dragoman.ingest.files import read_file_lines
from dragoman.records import Record
from dragoman.settings import Settings


class Intake:
    """Reads records, each once; tells and keeps what is none.

    Args:
        sources: Paths, or ``-`` for standard input; without any, what is piped in, or at a
            terminal what the store holds.
        letters: The file of dead letters.
        db: A store, whose records are taken in place of others.
        verbose: ``True`` tells more, ``False`` nothing but errors.

    Raises:
        typer.BadParameter: ``-`` is named twice, or a store is named beside files.
    """

    def __init__(
        self, sources: Sequence[str], letters: Path, *, db: str | None, verbose: bool | None
    ) -> None:
        if sources and db is not None:
            message = "Give a store with --db, or files of records, not both."
            raise typer.BadParameter(message, param_hint="RECORDS")
        if sources.count(STANDARD_INPUT) > 1:
            message = "Standard input (-) can be read only once."
            raise typer.BadParameter(message, param_hint="RECORDS")
        self._sources = sources or [STANDARD_INPUT]
        self._of_store = db is not None or (not sources and sys.stdin.isatty())
        self._needs_some = not sources and not self._of_store
        self._db = db
        self._max_bytes = Settings.load().max_decompressed
        self._letters = DeadLetters(letters)
        self._notices = Notices(len(self._sources), verbose=verbose)
        self._read = 0

    def records(self) -> Iterator[Record]:
        """Yield the records.

        Raises:
            DragomanError: There was no record, and something that should have been one; or no
                source was named and nothing piped in. An earlier export is not replaced by an
                empty one then.
        """
        for item in each_once(self._found()):
            if isinstance(item, InputError):
                self._letters.add(item)
                self._notices.error(str(item))
            else:
                self._read += 1
                yield item
        if self._letters.count and not self._read:
            message = "No record could be read; nothing was written."
            raise DragomanError(message, hint=f"See {self._letters.path}.")
        if self._needs_some and not self._read:
            message = "Nothing came in by standard input; nothing was written."
            raise DragomanError(message, hint="Name files of records, or a store with --db.")

    def wrote(self, out: Path, places: Sequence[Path]) -> None:
        """Tell what was written."""
        self._notices.note(f"Wrote {_count(self._read)} to {out}")
        for place in places:
            self._notices.detail(f"{place}: {place.stat().st_size} bytes")

    def all_read(self) -> bool:
        """Tell whether everything was a record; if not, say how much was none."""
        failed = self._letters.count
        if failed:
            kept = f"; see {self._letters.path}"
            self._notices.error(f"{failed} of {self._read + failed} could not be read{kept}")
        return not failed

    def _found(self) -> Iterator[Record | InputError]:
        if self._of_store:
            yield from _kept(self._db)
            return
        for source in self._sources:
            try:
                yield from records_in(self._lines(source), source, max_bytes=self._max_bytes)
            except InputError as error:
                yield error

    def _lines(self, source: str) -> Iterator[bytes]:
        if source == STANDARD_INPUT:
            return _standard_input(self._max_bytes)
        return read_file_lines(Path(source), max_bytes=self._max_bytes)


def _kept(db: str | None) -> Iterator[Record]:
    """Yield the records of a store as they stand after what people decided, as the desk does."""
    from dragoman.cli.stores import viewed
    from dragoman.desk.filters import Filters
    from dragoman.desk.parts.exporting import records_of

    with viewed(db) as view:
        yield from records_of(view, Filters())


def _standard_input(max_bytes: int) -> Iterator[bytes]:
    """Yield the lines of standard input; one over the limit comes cut, one byte over it."""
    stream = sys.stdin.buffer
    while line := stream.readline(max_bytes + 1):
        yield line
        while len(line) > max_bytes and not line.endswith(b"\n"):
            line = stream.readline(max_bytes + 1)


def _count(records: int) -> str:
    return "1 record" if records == 1 else f"{records} records"
