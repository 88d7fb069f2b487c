"""Cursors: where a list goes on, as text that means nothing to whoever passes it along."""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Sequence
from datetime import date

from dragoman.desk.parts.selecting import Place
from dragoman.desk.refusals import BadQuery

Value = str | int | None


def written(*values: Value) -> str:
    """Return a cursor that holds some values."""
    plain = json.dumps(values, separators=(",", ":"), ensure_ascii=False).encode()
    return base64.urlsafe_b64encode(plain).decode().rstrip("=")


def read(cursor: str | None, *kinds: type[str | int]) -> Sequence[Value] | None:
    """Return the values that a cursor holds; ``None`` without one.

    Args:
        cursor: As it was given.
        kinds: What the values must be; any of them may be absent.

    Raises:
        BadQuery: It is none that this list gave.
    """
    if cursor is None:
        return None
    try:
        padded = cursor.encode("ascii") + b"=" * (-len(cursor) % 4)
        values = json.loads(base64.b64decode(padded, altchars=b"-_", validate=True))
    except (ValueError, binascii.Error, RecursionError):
        raise _wrong() from None
    fits = isinstance(values, list) and len(values) == len(kinds)
    if not fits or not all(_is(*each) for each in zip(values, kinds, strict=True)):
        raise _wrong()
    return list(values)


def of_place(place: Place | None) -> str | None:
    """Return the cursor of a place in a list of entries."""
    if place is None:
        return None
    day, identity = place
    return written(day.isoformat() if day else None, identity)


def place(cursor: str | None) -> Place | None:
    """Return the place in a list of entries that a cursor stands for.

    Raises:
        BadQuery: It is none that such a list gave.
    """
    values = read(cursor, str, str)
    if values is None:
        return None
    day, identity = values
    if identity is None:
        raise _wrong()
    return _day(day), str(identity)


def _day(text: Value) -> date | None:
    try:
        return None if text is None else date.fromisoformat(str(text))
    except ValueError:
        raise _wrong() from None


def _is(value: object, kind: type) -> bool:
    if isinstance(value, int):
        return kind is int and not isinstance(value, bool) and abs(value) < 2**31
    return value is None or isinstance(value, kind)


def _wrong() -> BadQuery:
    return BadQuery("The cursor is none of this list.", hint="Begin the list without it.")
