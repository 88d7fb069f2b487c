"""What people decided about a fact, in words: who, when, what and why, each with the way back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from dragoman.crises.questions.citations import clean
from dragoman.crises.review.parties import kept_actors
from dragoman.crises.review.values import plain_of, put
from dragoman.desk.parts.review.controls import said
from dragoman.desk.parts.review.fields import field_of
from dragoman.desk.parts.review.items import Item
from dragoman.desk.parts.review.texts import texts
from dragoman.errors import DragomanError
from dragoman.store import Judgement
from dragoman.store.judgements import standing

WORDS = {
    "accept": "accepted",
    "reject": "rejected",
    "correct": "corrected",
    "add": "added",
    "undo": "taken back",
    "merge": "merged",
    "split": "split",
}
"""What was decided, in a word, by its verdict."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One decision, on one or several reports.

    Attributes:
        who: Who decided.
        when: When.
        what: What, in words: "accepted", "channel set to video", "taken back: accepted".
        why: For what reason.
        reader: The version of the reader whose work was judged.
        digests: The judgements that it consists of.
        in_force: Whether it still holds.
        undoing: Whether it takes another one back.
    """

    who: str
    when: datetime
    what: str
    why: str
    reader: str
    digests: tuple[str, ...]
    in_force: bool
    undoing: bool


def history(item: Item) -> tuple[Line, ...]:
    """Return what was decided about what is under review, the last first."""
    return tuple(reversed(told(item, item.every)))


def told(item: Item, judgements: Sequence[Judgement]) -> list[Line]:
    """Return judgements in words, in order; the same on several reports is one line."""
    holding = {each.digest for each in standing(item.every)}
    known = {each.digest: each for each in item.every}
    lines = [_line(item, each, known, holding) for each in judgements]
    return list(_together(lines))


def worded(item: Item, judgement: Judgement) -> str:
    """Return what a judgement decides, in words."""
    if judgement.verdict != "correct":
        return WORDS[judgement.verdict]
    name = str(judgement.detail["field"])
    field = field_of(judgement.kind, name)
    label = field.label.lower() if field is not None else name.replace("_", " ")
    return f"{label} set to {_value(item, judgement) or 'nothing'}"


def _line(item: Item, judgement: Judgement, known: dict[str, Judgement], holding: set[str]) -> Line:
    what = worded(item, judgement)
    taken = known.get(judgement.undoes or "")
    if taken is not None:
        what = f"{what}: {worded(item, taken)}"
    return Line(
        who=clean(judgement.who),
        when=judgement.made_at,
        what=clean(what),
        why=clean(judgement.why),
        reader=clean(judgement.reader),
        digests=(judgement.digest,),
        in_force=judgement.digest in holding,
        undoing=judgement.verdict == "undo",
    )


def _together(lines: Iterable[Line]) -> Iterator[Line]:
    """Join what one person decided alike of one report after another."""
    before: Line | None = None
    for line in lines:
        if before is not None and _alike(before, line):
            before = replace(before, digests=(*before.digests, *line.digests))
            continue
        if before is not None:
            yield before
        before = line
    if before is not None:
        yield before


def _alike(one: Line, other: Line) -> bool:
    names = ("who", "what", "why", "in_force")
    return all(getattr(one, name) == getattr(other, name) for name in names)


def _value(item: Item, judgement: Judgement) -> str:
    """Return the value of a correction in words; as it is where it fits the fact no more."""
    detail = judgement.detail
    covered = detail.get("words")
    if isinstance(covered, list):
        return " … ".join(f"“{each}”" for each in covered)
    name = str(detail["field"])
    field = field_of(judgement.kind, name)
    try:
        kept = tuple(kept_actors(detail.get("actors", [])).values())
        record = item.revised.record
        record = replace(record, actors=(*record.actors, *kept))
        plain: Any = put(judgement.kind, plain_of(item.shown.told.fact), name, detail["value"])
        if field is None:
            return str(detail["value"])
        return said(field, texts(judgement.kind, plain, record), record)
    except (DragomanError, AttributeError, TypeError):
        return str(detail["value"])
