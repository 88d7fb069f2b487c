"""Tellings are found by stretches of days instead of by days, under numbers instead of letters.

Each day was a mark of its own, half of all that was written of an article's facts; and statements
were found by their words alone, however long ago, so that the older a store the more was compared.
The marks are made anew from the tellings, by the rules of this version: those of
``crises/entries/merging/agreeing.py`` may become others, these stay. The index of actors by their
ids, which nobody asks without their reading, goes.

Follows: 0014.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from hashlib import blake2b
from itertools import product
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

_AT_ONCE = 1000
_BACK, _AHEAD, _STATEMENTS, _WIDEST, _YEAR = 3, 3, 3, 8, 366
_TO_COME = {"future", "planned", "proposed"}
_TOGETHER = {"CONSULT", "AGREE", "COOPERATE"}
_LENGTH, _STATEMENTS_LENGTH = 4, 16
_SHORT, _FEW, _MANY = 12, 2, 4

_TELLINGS = sa.table("tellings", sa.column("id"), sa.column("data"))

Plain = Mapping[str, Any]
Times = list[tuple[str, list[str]]]


def upgrade() -> None:
    """Make the table of marks anew, and what is in it."""
    op.drop_index("ix_actors_id", "actors")
    _make_anew(sa.BigInteger(), by_days=False)


def downgrade() -> None:
    """Make it as it was."""
    _make_anew(sa.String(length=16), by_days=True)
    op.create_index("ix_actors_id", "actors", ["id"])


def _make_anew(mark: sa.types.TypeEngine[Any], *, by_days: bool) -> None:
    op.drop_table("telling_marks")
    made = op.create_table(
        "telling_marks",
        sa.Column("mark", mark, nullable=False, autoincrement=False),
        sa.Column("telling_id", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("mark", "telling_id", name="pk_telling_marks"),
        sqlite_with_rowid=False,
    )
    for rows in _tellings(op.get_bind()):
        marked = [
            {"mark": each.hex() if by_days else _number(each), "telling_id": row.id}
            for row in rows
            for each in sorted(_marks(json.loads(row.data), by_days=by_days))
        ]
        if marked:
            op.get_bind().execute(sa.insert(made), marked)


def _tellings(connection: sa.Connection) -> Iterator[Sequence[Any]]:
    """Yield all tellings, some at a time."""
    last = ""
    asked = sa.select(_TELLINGS).order_by(_TELLINGS.c.id).limit(_AT_ONCE)
    while rows := connection.execute(asked.where(_TELLINGS.c.id > last)).all():
        yield rows
        last = rows[-1].id


def _number(digest: bytes) -> int:
    return int.from_bytes(digest, "big", signed=True)


def _marks(told: Plain, *, by_days: bool) -> set[bytes]:
    statement = told["kind"] == "statements"
    found = set()
    for form, times in _days(told) if by_days else _stretches(told):
        start = f"{form} {told['kind']} {told.get('apart') or ''} "
        for anchor, time in product(_anchors(told), [""] if by_days and statement else times):
            text = f"{start}{anchor} {time}"
            text = text.removesuffix(" ") if by_days and statement else text
            found.add(blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest())
    return found


def _stretches(told: Plain) -> Times:
    statement = told["kind"] == "statements"
    length = _STATEMENTS_LENGTH if statement else _LENGTH
    if _firm(told):
        return [("day", [str(_ordinal(told["first"]) // length)])]
    span = "" if statement else f"{told.get('first')}/{told.get('last')}"
    days = _window(told, statement=statement)
    seen = range(days[0] // length, days[-1] // length + 1) if days else ()
    return [("span", [span]), ("seen", [str(each) for each in seen])]


def _days(told: Plain) -> Times:
    if _firm(told):
        return [("day", [told["first"]])]
    seen = [date.fromordinal(each).isoformat() for each in _window(told, statement=False)]
    return [("span", [f"{told.get('first')}/{told.get('last')}"]), ("seen", seen)]


def _firm(told: Plain) -> bool:
    if "first" not in told or told["first"] != told.get("last"):
        return False
    return told.get("own", False) or told["kind"] not in {"events", "contacts"}


def _window(told: Plain, *, statement: bool) -> range:
    if "first" not in told or "last" not in told:
        return range(0)
    before, after, widest = 0, 0, _WIDEST
    codes = told.get("codes", {})
    if statement:
        before, after, widest = _STATEMENTS, _STATEMENTS, _YEAR
    elif not told.get("own", False) and {codes.get("modality"), codes.get("status")} & _TO_COME:
        after = _AHEAD
    elif not told.get("own", False):
        before = _BACK
    found = range(_ordinal(told["first"]) - before, _ordinal(told["last"]) + after + 1)
    return found if len(found) <= widest else range(0)


def _ordinal(day: str) -> int:
    return date.fromisoformat(day).toordinal()


def _anchors(told: Plain) -> list[str]:
    codes = told.get("codes", {})
    match told["kind"]:
        case "statements":
            return _spoken(told)
        case "events":
            return _acted(told, str(codes.get("type")))
        case "contacts":
            ends = product(_who(told, "initiator"), _who(told, "counterpart"))
            return [f" {'|'.join(sorted(each))}" for each in ends]
        case "positions":
            return [f" {who}" for who in _who(told, "holder")]
    return [
        f"{codes.get('sign')} {a}|{b}" for a, b in product(_who(told, "from"), _who(told, "toward"))
    ]


def _acted(told: Plain, what: str) -> list[str]:
    found = [
        f"{what} {'side' if what in _TOGETHER else part} {who}"
        for part in ("actor", "recipient")
        for who in _who(told, part)
    ]
    return found or [f"{what} {told.get('place') or ''}"]


def _spoken(told: Plain) -> list[str]:
    sketch = told.get("sketch", [])
    one_in = _FEW if len(sketch) <= _SHORT else _MANY
    runs = sketch[:1] + [each for each in sketch if each % one_in == 0]
    return [f"{who} {run}" for who, run in product(_who(told, "speaker") or [""], runs)]


def _who(told: Plain, part: str) -> list[str]:
    return [code or person for person, code, *_ in told.get("sides", {}).get(part, [])]
