"""What analysts decide about what was read: appended, never overwritten.

A judgement is taken back by another one that undoes it, and an undoing can be undone as well. What
is in force follows from the rows alone.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal, get_args

from sqlalchemy import Connection, select

from dragoman.errors import StoreError
from dragoman.records import content_id
from dragoman.store.columns import in_utc, now, storable
from dragoman.store.dialects import insert_new
from dragoman.store.rows import to_json
from dragoman.store.tables import judged, judgements

Verdict = Literal["accept", "reject", "correct", "merge", "split", "add", "undo"]

VERDICTS: tuple[str, ...] = get_args(Verdict)

_PAGE = re.compile(r"[0-9a-f]{64}")

_FIELDS = ("verdict", "kind", "subject", "detail", "who", "why", "made_at", "reader")


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """One decision.

    ``kind`` says what is judged (``events``, ``contacts``, … ``actors``, ``articles``, ``stories``)
    and ``subject`` is its id. ``detail`` holds what the verdict needs: the field and its value for
    ``correct``, the other ids for ``merge`` and ``split``, the whole fact for ``add``; where a fact
    is judged, ``at`` in it tells the page it stands on and what it is known by there. ``reader``
    is the version of the reader whose work was judged. ``undoes`` is the digest of the judgement
    that is taken back, and ``digest`` the content id of this one.
    """

    verdict: Verdict
    kind: str
    subject: str
    who: str
    why: str
    made_at: datetime
    reader: str
    detail: Mapping[str, Any] = field(default_factory=dict, hash=False)
    undoes: str | None = None

    @property
    def digest(self) -> str:
        """The content id: the same judgement, moved elsewhere, is the same."""
        values = [getattr(self, name) for name in _FIELDS if name != "made_at"]
        return content_id("judgement", *values, in_utc(self.made_at), self.undoes)


class Judgements:
    """Appends judgements and tells which are in force, within one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def judge(
        self,
        verdict: Verdict,
        kind: str,
        subject: str,
        *,
        who: str,
        reader: str,
        why: str = "",
        detail: Mapping[str, Any] | None = None,
    ) -> Judgement:
        """Append a judgement made now.

        Raises:
            StoreError: It lacks somebody who makes it, or what its verdict needs.
        """
        made = Judgement(
            verdict=verdict,
            kind=kind,
            subject=subject,
            who=who,
            why=why,
            made_at=now(),
            reader=reader,
            detail=dict(detail or {}),
        )
        self._append(made)
        return made

    def undo(self, digest: str, *, who: str, why: str = "") -> Judgement:
        """Take a judgement back, by appending one that says so.

        Raises:
            StoreError: There is no such judgement, or it is not in force.
        """
        taken = self._by_digest(digest)
        if taken is None:
            raise StoreError(f"There is no judgement {digest!r}.")
        if digest not in {each.digest for each in self.in_force(taken.subject)}:
            raise StoreError("The judgement is taken back already.")
        made = Judgement(
            verdict="undo",
            kind=taken.kind,
            subject=taken.subject,
            who=who,
            why=why,
            made_at=now(),
            reader=taken.reader,
            detail={"at": taken.detail["at"]} if "at" in taken.detail else {},
            undoes=digest,
        )
        self._append(made)
        return made

    def are_any(self) -> bool:
        """Tell whether anybody judged anything: else nothing needs to be looked for."""
        return self._connection.scalar(select(judgements.c.id).limit(1)) is not None

    def all(self, subject: str | Collection[str] | None = None) -> Iterator[Judgement]:
        """Yield all judgements, or those of some subjects, in the order they were made."""
        undone = judgements.alias("undone")
        asked = (
            select(judgements, undone.c.digest.label("undone"))
            .join(undone, undone.c.id == judgements.c.undoes, isouter=True)
            .order_by(judgements.c.id)
        )
        if subject is not None:
            subjects = [subject] if isinstance(subject, str) else list(subject)
            asked = asked.where(judgements.c.subject.in_(subjects))
        for row in self._connection.execute(asked).mappings():
            yield Judgement(
                **{name: row[name] for name in _FIELDS if name != "detail"},
                detail=json.loads(row["detail"]),
                undoes=row["undone"],
            )

    def get(self, digest: str) -> Judgement | None:
        """Return a judgement by its digest; ``None`` where there is none."""
        return self._by_digest(digest)

    def of_page(self, page: str, subjects: Collection[str] = ()) -> list[Judgement]:
        """Return those in force on facts of a page, and on other subjects, in the order made."""
        on_page = (
            select(judgements.c.subject)
            .join(judged, judged.c.judgement_id == judgements.c.id)
            .where(judged.c.page == page)
        )
        named = {*subjects, *self._connection.scalars(on_page)}
        return self.in_force(named) if named else []

    def in_force(self, subject: str | Collection[str] | None = None) -> list[Judgement]:
        """Return the judgements that hold, undoings among them, in the order they were made."""
        return standing(self.all(subject))

    def add(self, made: Iterable[Judgement]) -> int:
        """Append judgements that were made elsewhere, in their order; return how many are new."""
        before = set(self._connection.scalars(select(judgements.c.digest)))
        count = 0
        for each in made:
            if each.digest not in before:
                self._append(each)
                before.add(each.digest)
                count += 1
        return count

    def _append(self, made: Judgement) -> None:
        require_sound(made)
        row = {name: getattr(made, name) for name in _FIELDS}
        row |= {"digest": made.digest, "detail": to_json(made.detail), "undoes": None}
        if made.undoes is not None:
            row["undoes"] = self._number(made.undoes)
        self._connection.execute(insert_new(self._connection, judgements), row)
        if page := page_of(made):
            place = {"judgement_id": self._number(made.digest), "page": page}
            self._connection.execute(insert_new(self._connection, judged), place)

    def _number(self, digest: str) -> int:
        found = select(judgements.c.id).where(judgements.c.digest == digest)
        number = self._connection.scalar(found)
        if number is None:
            raise StoreError(f"The judgement {digest!r}, which is to be undone, is not there.")
        return int(number)

    def _by_digest(self, digest: str) -> Judgement | None:
        subject = select(judgements.c.subject).where(judgements.c.digest == digest)
        found = self._connection.scalar(subject)
        if found is None:
            return None
        return next(each for each in self.all(found) if each.digest == digest)


def page_of(made: Judgement) -> str | None:
    """Return the digest of the page on which what is judged stands, where that is said."""
    at = made.detail.get("at")
    page = at.get("page") if isinstance(at, Mapping) else None
    return page if isinstance(page, str) and _PAGE.fullmatch(page) else None


def standing(made: Iterable[Judgement]) -> list[Judgement]:
    """Return those judgements that no judgement in force undoes."""
    every = list(made)
    undone: set[str] = set()
    for each in reversed(every):
        if each.undoes is not None and each.digest not in undone:
            undone.add(each.undoes)
    return [each for each in every if each.digest not in undone]


_NEEDED = {"correct": ("field", "value"), "merge": ("with",), "split": ("into",), "add": ("fact",)}


def require_sound(made: Judgement) -> None:
    """Refuse a judgement that lacks something.

    Raises:
        StoreError: It lacks somebody who makes it, or what its verdict needs.
    """
    if made.verdict not in VERDICTS:
        raise StoreError(f"{made.verdict!r} is no verdict.", hint=f"One of {', '.join(VERDICTS)}.")
    if not made.who.strip() or not made.subject:
        raise StoreError("A judgement needs somebody who makes it, and a subject.")
    if any(storable(each) != each for each in (made.subject, made.kind, made.who, made.why)):
        raise StoreError("A judgement holds signs that a database cannot keep.")
    if (made.verdict == "undo") != (made.undoes is not None):
        raise StoreError("An undoing names the judgement that it takes back, and no other does.")
    for name in _NEEDED.get(made.verdict, ()):
        if name not in made.detail:
            raise StoreError(f"A judgement to {made.verdict} needs {name!r} in its detail.")
