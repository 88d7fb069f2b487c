"""Two people on one fact: what the second knew, what the first made of it, what the second says."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.crises.review.applying import revise
from dragoman.crises.review.values import plain_of
from dragoman.desk.filters import Filters
from dragoman.desk.parts.entries import Showing, ShownEntry
from dragoman.desk.parts.frames import Frame, framed
from dragoman.desk.parts.review.controls import Control, controls, said, suggestions
from dragoman.desk.parts.review.deciding import Decision, filled_in
from dragoman.desk.parts.review.fields import FIELDS, Field
from dragoman.desk.parts.review.history import Line, told
from dragoman.desk.parts.review.items import Item
from dragoman.desk.parts.review.texts import PREFIX, Texts, changed, texts
from dragoman.errors import RecordError, StoreError


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One field that either of the two changed.

    Attributes:
        label: Its name in words.
        before: What it was.
        theirs: What it is now.
        yours: What you would make of it.
        both: Whether both changed it, and differently.
    """

    label: str
    before: str
    theirs: str
    yours: str
    both: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ConflictPage:
    """Two decisions on one fact.

    Attributes:
        frame: What is looked at.
        entry: The fact as it stands now.
        subject: The id of the fact that the form is on.
        decision: What you decided; nothing of it is lost.
        theirs: What was decided meanwhile, the first first.
        rows: The fields that either of the two changed.
        mine: Your changes, as names and values that a form sends.
        reports: The facts that your decision holds for.
        knowing: The digests of the judgements in force now.
        seen: How many judgements there are now.
        back: The digests of what was decided meanwhile and holds.
        controls: A form with both: your changes over theirs.
        suggestions: Names that parties may be given by.
    """

    frame: Frame
    entry: ShownEntry
    subject: str
    decision: Decision
    theirs: tuple[Line, ...]
    rows: tuple[Row, ...]
    mine: tuple[tuple[str, str], ...]
    reports: tuple[str, ...]
    knowing: tuple[str, ...]
    seen: int
    back: tuple[str, ...]
    controls: tuple[Control, ...]
    suggestions: tuple[str, ...]


def conflict(item: Item, filters: Filters, decision: Decision) -> ConflictPage:
    """Return the page of a decision that was taken in ignorance of another one."""
    item = Item(item.view, item.entry, decision.shown or None)
    kind, record = item.entry.kind, item.revised.record
    now, before = filled_in(item), _before(item, decision)
    fields = changed(kind, before, decision.given) if decision.verdict == "correct" else ()
    own = [name for field in fields for name in field.inputs if name in decision.given]
    merged = {**now, **{name: decision.given[name] for name in own}}
    rows = tuple(_rows(item, before, now, merged, fields))
    return ConflictPage(
        frame=framed(item.view, filters),
        entry=Showing(item.view).entry(item.entry, cites=1),
        subject=decision.shown or item.subjects[0],
        decision=decision,
        theirs=tuple(told(item, item.every[decision.seen :] or item.every)),
        rows=rows,
        mine=tuple(_pairs(own, decision.given)),
        reports=decision.reports,
        knowing=item.knowing,
        seen=len(item.every),
        back=tuple(each for each in item.knowing if each not in decision.knowing),
        controls=controls(
            kind, merged, record, theirs={field.name: said(field, now, record) for field in fields}
        ),
        suggestions=suggestions(record),
    )


def _before(item: Item, decision: Decision) -> Texts:
    """Return what the form was filled in with: the fact after the judgements that were known."""
    shown, view = item.shown.told, item.view
    known = [each for each in item.every if each.digest in decision.knowing]
    try:
        record = view.record_of_reading(shown.article.reading)
        revised = revise(record, known, shown.article)
    except (RecordError, StoreError):
        return filled_in(item)
    for each in revised.facts:
        if each.told.kind == shown.kind and each.told.fact.id == shown.fact.id:
            return texts(shown.kind, plain_of(each.told.fact), revised.record)
    return filled_in(item)


def _rows(
    item: Item, before: Texts, now: Texts, merged: Texts, own: tuple[Field, ...]
) -> list[Row]:
    kind, record = item.entry.kind, item.revised.record
    theirs = changed(kind, before, now)
    return [
        Row(
            label=field.label,
            before=said(field, before, record),
            theirs=said(field, now, record),
            yours=said(field, merged if field in own else before, record),
            both=field in own and field in theirs and bool(changed(kind, now, merged)),
        )
        for field in FIELDS[kind]
        if field in theirs or field in own
    ]


def _pairs(names: list[str], given: Texts) -> list[tuple[str, str]]:
    """Return inputs as a form sends them; one that is emptied is sent empty."""
    return [(f"{PREFIX}{name}", each) for name in names for each in given[name] or ("",)]
