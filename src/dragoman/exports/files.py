"""Files that are written beside their place and take it whole, or not at all."""

from __future__ import annotations

import os
import secrets
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from dragoman.errors import DragomanError


class Draft:
    """A file in the making, in the folder of its place.

    What is no regular file, such as a pipe or ``/dev/null``, is written to directly. A link is
    followed: the file that it leads to is replaced.
    """

    def __init__(self, place: Path) -> None:
        self._place = Path(os.path.realpath(place))
        if self._place.exists() and not self._place.is_file():
            self._draft = None
            self.stream: BinaryIO = self._place.open("wb")
        else:
            self._draft = self._place.with_name(f".dragoman-{secrets.token_hex(8)}.part")
            self.stream = self._draft.open("xb")

    def complete(self) -> None:
        """Bring everything onto the disk."""
        self.stream.flush()
        if self._draft is not None:
            os.fsync(self.stream.fileno())
            if self._place.exists():
                shutil.copymode(self._place, self._draft)
        self.stream.close()

    def put(self) -> None:
        """Put the file in its place."""
        if self._draft is not None:
            self._draft.replace(self._place)
            self._draft = None

    def discard(self) -> None:
        """Leave nothing behind of a file that was not put in its place."""
        with suppress(OSError):
            self.stream.close()
        if self._draft is not None:
            self._draft.unlink(missing_ok=True)


@contextmanager
def drafts(places: Sequence[Path]) -> Iterator[tuple[BinaryIO, ...]]:
    """Open a file for each place; all take their places when everything has been written.

    Folders are made where they are missing. After an error nothing has changed.

    Raises:
        DragomanError: A file cannot be written.
    """
    opened: list[Draft] = []
    try:
        for place in places:
            place.parent.mkdir(parents=True, exist_ok=True)
            opened.append(Draft(place))
        yield tuple(draft.stream for draft in opened)
        for draft in opened:
            draft.complete()
        for draft in opened:
            draft.put()
    except OSError as error:
        where = error.filename or ", ".join(str(place) for place in places[:1])
        message = f"{where} cannot be written: {error.strerror or error}."
        raise DragomanError(message, hint="Name another place, or make room.") from error
    finally:
        for draft in opened:
            draft.discard()
