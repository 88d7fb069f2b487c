"""Judgements as lines of JSON, to be moved from store to store.

    {"digest": "…", "verdict": "reject", "kind": "events", "subject": "…", "detail": {…}, …}

A line is taken in only if it keeps the form and gives its digest; taking it in twice changes
nothing.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import select

from dragoman.crises.review.following import follow
from dragoman.errors import DragomanError, InputError, SchemaError
from dragoman.records.convert import from_plain, to_plain
from dragoman.store import Judgement, UnitOfWork, View
from dragoman.store.judgements import require_sound
from dragoman.store.tables import judgements

LONGEST = 2_000_000
"""Bytes that the line of a judgement may have."""


@dataclass(frozen=True, slots=True)
class _Line:
    """The form of a line."""

    digest: str
    verdict: str
    kind: str
    subject: str
    who: str
    why: str
    made_at: datetime
    reader: str
    undoes: str | None


@dataclass(slots=True)
class Imported:
    """How many judgements are new, how many were known, and which lines are wrong, and why."""

    new: int = 0
    known: int = 0
    wrong: list[InputError] = field(default_factory=list)


def export_lines(view: View) -> Iterator[str]:
    """Yield all judgements as lines of JSON, in the order they were made."""
    for each in view.judgements.all():
        yield json.dumps(plain(each), ensure_ascii=False, allow_nan=False)


def plain(judgement: Judgement) -> dict[str, Any]:
    """Return a judgement as JSON can hold it."""
    return {"digest": judgement.digest, **to_plain(judgement)}


def import_lines(unit: UnitOfWork, lines: Iterable[str | bytes], name: str = "") -> Imported:
    """Take in judgements from lines of JSON; what is wrong is left out, and told.

    Args:
        unit: The unit of work that they are added in.
        lines: As :func:`export_lines` yields them.
        name: Of where they come from, for messages.

    Raises:
        StoreError: The store refuses.
    """
    done = Imported()
    known = set(unit.connection.scalars(select(judgements.c.digest)))
    made: list[Judgement] = []
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            each = parse(line)
            _require_undone(each, known)
        except DragomanError as error:
            done.wrong.append(InputError(error.message, source=f"{name}:{number}"))
            continue
        if each.digest in known:
            done.known += 1
        else:
            made.append(each)
            known.add(each.digest)
    done.new = unit.judgements.add(made)
    follow(unit, made)
    return done


def parse(line: str | bytes) -> Judgement:
    """Read the judgement of a line.

    Raises:
        SchemaError: It has another form, or does not give its digest.
        StoreError: It lacks what its verdict needs.
    """
    if len(line) > LONGEST:
        raise SchemaError("The line is too long for a judgement.")
    try:
        data = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise SchemaError("The line is not JSON.") from error
    if not isinstance(data, dict) or not isinstance(data.get("detail"), dict):
        raise SchemaError("The line is no judgement.")
    detail = data.pop("detail")
    told = from_plain(_Line, data)
    values: dict[str, Any] = {name: getattr(told, name) for name in _NAMES}
    made = Judgement(**values, detail=detail)
    require_sound(made)
    _require_lists(made)
    if _digest(made) != told.digest:
        raise SchemaError("The judgement does not give its digest.")
    return made


def _require_lists(made: Judgement) -> None:
    """Refuse a merge or a split of entries that does not name them by their ids."""
    if made.kind != "entries":
        return
    detail = made.detail
    groups = {"merge": [detail.get("with")], "split": detail.get("into")}.get(made.verdict, [])
    if not isinstance(groups, list) or not all(map(_is_list, groups)):
        raise SchemaError(f"The judgement to {made.verdict} does not list ids.")


def _is_list(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(each, str) for each in value)


_NAMES = ("verdict", "kind", "subject", "who", "why", "made_at", "reader", "undoes")


def _digest(made: Judgement) -> str:
    try:
        return made.digest
    except ValueError as error:
        raise SchemaError("The judgement holds a number that is none.") from error


def _require_undone(made: Judgement, known: set[str]) -> None:
    if made.undoes is not None and made.undoes not in known:
        raise SchemaError("It undoes a judgement that is not there.")
