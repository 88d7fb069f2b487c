"""Judging what was read: accept, reject, correct a field, add a fact by marking words; undo."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Literal

from sqlalchemy import select

from dragoman.crises.review.applying import Effective, Revised, corrected, effective, settled
from dragoman.crises.review.matching import anchor_of
from dragoman.crises.review.parties import PARTIES, Cast
from dragoman.crises.review.pointing import POINTED, covered
from dragoman.crises.review.seen import Seen, seen
from dragoman.crises.review.values import (
    appended,
    fact_of,
    parties_in,
    plain_of,
    put,
    replaced,
    require_kind,
)
from dragoman.errors import StoreError
from dragoman.records import Fact, Position, Record, Span, check, content_id
from dragoman.records.spans import normalise
from dragoman.store import Judgement, Told, UnitOfWork, View
from dragoman.store.tables import FACTS, articles, entry_reports, readings

Decision = Literal["accept", "reject"]


def judge(
    unit: UnitOfWork, verdict: Decision, kind: str, subject: str, *, who: str, why: str = ""
) -> Judgement:
    """Accept or reject a fact; the ledger across articles follows at once.

    Args:
        unit: The unit of work that the judgement is a part of.
        verdict: ``accept`` or ``reject``.
        kind: Of the fact.
        subject: The fact's id.
        who: Who judges.
        why: For what reason.

    Raises:
        StoreError: There is no such fact.
    """
    told = fact(unit.view, kind, subject)
    revised = effective(unit.view, told.article.reading)
    each = _of(revised, kind, told.fact.id)
    return _append(unit, verdict, each, revised.record, who=who, why=why, detail={})


def correct(
    unit: UnitOfWork, kind: str, subject: str, change: tuple[str, Any], *, who: str, why: str = ""
) -> Judgement:
    """Correct a field of a fact.

    Args:
        unit: The unit of work that the judgement is a part of.
        kind: Of the fact.
        subject: The fact's id.
        change: The field, or a part of one such as ``casualties.killed``, and its value; see
            :func:`~dragoman.crises.review.values.put`. Parties are given by id, name or code,
            words (``evidence``, ``content``, ``when.text``) by their spans in the text.
        who: Who judges.
        why: For what reason.

    Raises:
        StoreError: There is no such fact or field, or somebody is named who is not known.
        RecordError: The value is not what the field may have.
    """
    told = fact(unit.view, kind, subject)
    revised = effective(unit.view, told.article.reading)
    each = _of(revised, kind, told.fact.id)
    detail = _correction(revised.record, each, *change)
    return _append(unit, "correct", each, revised.record, who=who, why=why, detail=detail)


def _of(revised: Revised, kind: str, subject: str) -> Seen:
    """Return the fact of an id as it was read, or as it was added."""
    for each in revised.facts:
        if each.told.kind == kind and each.told.fact.id == subject:
            return _as_read(revised.record, each)
    raise StoreError(f"There is no fact {subject!r} among the {kind}.")


def _as_read(record: Record, each: Effective) -> Seen:
    """Return what a fact is known by: as it was read, whatever was corrected since."""
    told = each.told
    if each.read is not None:
        record = replaced(record, told.kind, told.number, each.read)
    return next(one for one in seen(record) if (one.kind, one.number) == (told.kind, told.number))


def _correction(record: Record, each: Seen, field: str, value: Any) -> dict[str, Any]:
    """Return the detail of a correction whose result keeps the contract."""
    cast = Cast.of(record)
    fact = getattr(record, each.kind)[each.number]
    name = field.partition(".")[0]
    plain = put(each.kind, plain_of(fact), field, value)
    plain = settled(cast, each.kind, plain, {name} & set(PARTIES[each.kind]))
    stored = plain[name]
    if "." in field:
        stored = stored[field.partition(".")[2]]
    detail = {
        "field": field,
        "value": stored,
        "actors": cast.kept(parties_in(each.kind, {name: plain[name]})),
    }
    if field in POINTED:
        detail["words"] = covered(record.article.text, stored)
    made = corrected(cast, each.kind, fact, detail)
    check(cast.complete(replaced(record, each.kind, each.number, made)))
    return {**detail, **(_target(record, made) if name == "target" else {})}


def _target(record: Record, fact: Fact) -> dict[str, Any]:
    """Return what the event is found again by that a position is on, if it is on one."""
    if not isinstance(fact, Position):
        return {}
    for each in seen(record):
        if each.kind == "events" and each.fact.id == fact.target:
            return {"target": each.anchor(record).to_dict()}
    return {}


def add(
    unit: UnitOfWork,
    article: str,
    kind: str,
    marks: Iterable[Span],
    fields: Mapping[str, Any],
    *,
    who: str,
    why: str = "",
) -> Judgement:
    """Add a fact that was not read, by marking the words that state it.

    Args:
        unit: The unit of work that the judgement is a part of.
        article: The article's id in the store.
        kind: Of the fact.
        marks: Spans of the article's text; see :func:`mark`.
        fields: The fact's fields, those that are left out have no value; as for :func:`judge`.
        who: Who judges.
        why: For what reason.

    Raises:
        StoreError: There is no such article, kind or field, or somebody is not known.
        RecordError: A value is missing, or is not what its field may have.
    """
    require_kind(kind)
    record = effective(unit.view, unit.view.article(article).reading).record
    cast = Cast.of(record)
    plain = blank(kind)
    for name, value in fields.items():
        plain = put(kind, plain, name, value)
    plain = settled(cast, kind, plain, PARTIES[kind])
    plain |= {"evidence": [list(span) for span in normalise(marks)], "confidence": 1.0}
    plain["id"] = content_id("added", record.article.id, kind, plain)
    made = appended(record, kind, fact_of(kind, plain))
    check(cast.complete(made))
    number = len(getattr(made, kind)) - 1
    whole = cast.complete(made)
    each = next(one for one in seen(whole) if (one.kind, one.number) == (kind, number))
    kept = cast.kept(parties_in(kind, plain))
    detail = {"fact": plain_of(each.fact), "actors": kept, **_target(whole, each.fact)}
    return _append(unit, "add", each, whole, who=who, why=why, detail=detail)


_LISTS = {
    "events": ("actors", "recipients", "trigger"),
    "contacts": ("topics", "outcome"),
    "statements": ("speakers", "on_behalf_of", "source", "cue", "content"),
    "positions": (),
    "attitudes": (),
}
_SINGLE: Mapping[str, Mapping[str, Any]] = {
    "events": {
        **dict.fromkeys(("type", "mode", "place", "when", "casualties")),
        **dict.fromkeys(("reported_by", "statement", "contact")),
        "modality": "asserted",
    },
    "contacts": {
        **dict.fromkeys(("initiator", "initiator_level", "counterpart", "counterpart_level")),
        **dict.fromkeys(("when", "place")),
        "initiative": "unknown",
        "channel": "unspecified",
        "status": "held",
        "basis": "reported",
    },
    "statements": {**dict.fromkeys(("medium", "addressee", "when")), "kind": "indirect"},
    "positions": {**dict.fromkeys(("holder", "target", "stance", "reporter", "statement"))}
    | {"basis": "own"},
    "attitudes": {**dict.fromkeys(("from", "toward", "sign")), "basis": "own"},
}


def blank(kind: str) -> dict[str, Any]:
    """Return the JSON form of a fact of a kind in which nothing is said yet."""
    lists: dict[str, Any] = {name: [] for name in _LISTS[kind]}
    return {"id": "", **_SINGLE[kind], **lists, "field_evidence": {}}


def mark(text: str, *words: str) -> tuple[Span, ...]:
    """Return the spans of words in a text, each at its only place.

    Raises:
        StoreError: Some do not stand in it, or stand there more than once.
    """
    spans = []
    for each in words:
        start = text.find(each) if each.strip() else -1
        if start < 0:
            raise StoreError(f"The words {each!r} do not stand in the article.")
        if text.find(each, start + 1) >= 0:
            raise StoreError(
                f"The words {each!r} stand in the article more than once.", hint="Mark more."
            )
        spans.append((start, start + len(each)))
    return normalise(spans)


def undo(unit: UnitOfWork, digest: str, *, who: str, why: str = "") -> Judgement:
    """Take a judgement back.

    Raises:
        StoreError: There is no such judgement, or it is not in force.
    """
    made = unit.judgements.undo(digest, who=who, why=why)
    _follow(unit, made)
    return made


def _append(
    unit: UnitOfWork,
    verdict: Any,
    each: Seen,
    record: Record,
    *,
    who: str,
    why: str,
    detail: dict[str, Any],
) -> Judgement:
    made = unit.judgements.judge(
        verdict,
        each.kind,
        each.fact.id,
        who=who,
        why=why,
        reader=record.reader.version,
        detail={**detail, "at": each.anchor(record).to_dict()},
    )
    _follow(unit, made)
    return made


def _follow(unit: UnitOfWork, made: Judgement) -> None:
    """Let the ledger follow; what it is made of asks this package in turn."""
    from dragoman.crises.review.following import follow

    follow(unit, [made])


def fact(view: View, kind: str, subject: str) -> Told:
    """Return a fact by its id, or by the beginning of it; from the current reading, if it is there.

    Raises:
        StoreError: There is no such fact, or several begin so.
    """
    require_kind(kind)
    table = FACTS[kind]
    asked = select(table.c.id, table.c.reading_id).order_by(
        table.c.current.desc(), table.c.reading_id.desc()
    )
    rows = view.connection.execute(asked.where(table.c.id == subject).limit(1)).all()
    places = [(row.id, row.reading_id) for row in rows] or _begun(view, kind, subject)
    if len({identity for identity, _ in places}) > 1:
        raise StoreError(f"Several {kind} begin with {subject!r}.", hint="Write more of the id.")
    for identity, reading in places:
        for each in effective(view, reading).facts:
            if each.told.kind == kind and each.told.fact.id == identity:
                return each.told
    raise StoreError(f"There is no fact {subject!r} among the {kind}.")


_LEAST = 6
"""Signs of an id that may stand for the whole of it."""


def _begun(view: View, kind: str, beginning: str) -> list[tuple[str, int]]:
    """Return ids that begin so, with a reading of each; of facts that were added as well."""
    if len(beginning) < _LEAST:
        return []
    table = FACTS[kind]
    asked = select(table.c.id, table.c.reading_id).where(
        table.c.id.startswith(beginning, autoescape=True)
    )
    rows = view.connection.execute(asked.order_by(table.c.current, table.c.reading_id)).all()
    found = {row.id: row.reading_id for row in rows}
    for each in view.judgements.in_force():
        if each.verdict == "add" and each.kind == kind and each.subject.startswith(beginning):
            found |= dict.fromkeys([each.subject], 0)
            for reading in readings_of(view, [each]):
                found[each.subject] = reading
    return list(found.items())


def readings_of(view: View, judgements: Iterable[Judgement]) -> set[int]:
    """Return the current readings that some judgements are about."""
    return {reading for each in judgements for reading in _readings_of(view, each)}


def _readings_of(view: View, judgement: Judgement) -> Iterator[int]:
    table = FACTS.get(judgement.kind)
    if table is not None:
        by_id = select(table.c.reading_id).where(table.c.id == judgement.subject, table.c.current)
        yield from view.connection.scalars(by_id)
    anchor = anchor_of(judgement)
    if anchor is None:
        return
    of_page = (
        select(readings.c.id)
        .join(articles, articles.c.id == readings.c.article_id)
        .where(articles.c.page == anchor.page, readings.c.current)
    )
    yield from view.connection.scalars(of_page)


def subjects(view: View, kind: str, named: str) -> list[str]:
    """Return the ids of the facts that are meant: one, or all that an entry was told by.

    Args:
        view: Of the store.
        kind: Of the fact or the entry.
        named: A fact's id or its beginning, or an entry's id.

    Raises:
        StoreError: There is no such fact or entry, or several facts begin so.
    """
    require_kind(kind)
    asked = (
        select(entry_reports.c.reading_id, entry_reports.c.number)
        .where(entry_reports.c.entry_id == named, entry_reports.c.kind == kind)
        .order_by(entry_reports.c.reading_id, entry_reports.c.number)
    )
    places = {(row.reading_id, row.number) for row in view.connection.execute(asked)}
    if not places:
        return [fact(view, kind, named).fact.id]
    return [
        each.told.fact.id
        for reading in sorted({reading for reading, _ in places})
        for each in effective(view, reading).facts
        if each.told.kind == kind and (reading, each.told.number) in places
    ]


def judgement_named(view: View, named: str) -> Judgement:
    """Return a judgement by its digest or the beginning of it.

    Raises:
        StoreError: There is none, or several begin so.
    """
    found = [each for each in view.judgements.all() if each.digest.startswith(named)]
    if len(named) < _LEAST or not found:
        raise StoreError(f"There is no judgement {named!r}.")
    if len(found) > 1:
        raise StoreError(f"Several judgements begin with {named!r}.", hint="Write more of it.")
    return found[0]
