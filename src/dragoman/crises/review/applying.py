"""What a reading tells once people have judged it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Literal

from sqlalchemy import select

from dragoman.crises.review.adding import added_fact
from dragoman.crises.review.matching import By, anchor_of, carries, find
from dragoman.crises.review.parties import CODES_DO, Cast, kept_actors
from dragoman.crises.review.pointing import relocated
from dragoman.crises.review.seen import Anchor, Seen, seen
from dragoman.crises.review.values import (
    appended,
    fact_of,
    parties_mapped,
    plain_of,
    put,
    replaced,
)
from dragoman.errors import RecordError, StoreError
from dragoman.records import FACT_KINDS, Actor, Fact, Position, Record, check
from dragoman.store import Judgement, StoredArticle, Told, View, rows
from dragoman.store.tables import FACTS, articles, readings

Judged = Literal["accepted", "rejected", "corrected", "added"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Effective:
    """A fact as it stands after what people decided.

    ``told`` is the fact with what was corrected; its ``number`` is its place in the record of
    :class:`Revised`, where facts that a person added stand after those that were read. ``verdict``
    is ``None`` where nobody judged it. ``read`` is the fact as it was read, ``None`` where a person
    added it. ``by`` says by what the fact was found to be the one that was judged, and ``brought``
    holds, by their ids, actors that judgements brought in beside those of the reading. A fact that
    a person accepted, corrected or added has the confidence 1.
    """

    told: Told
    verdict: Judged | None = None
    read: Fact | None = None
    judgements: tuple[Judgement, ...] = ()
    corrected: tuple[str, ...] = ()
    by: By | None = None
    brought: Mapping[str, Actor] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Revised:
    """A reading with what people decided: its record and facts, and judgements without a fact.

    ``record`` has what was corrected and what was added, and actors that came with it; what was
    rejected still stands in it. ``vanished`` are the judgements in force whose fact this reading
    does not tell, or that do not fit it.
    """

    record: Record
    facts: tuple[Effective, ...]
    vanished: tuple[Judgement, ...] = ()


def applied(view: View, facts: Iterable[Told]) -> list[Effective]:
    """Return the effective facts of readings: what was read, with what people decided.

    Rejected facts are among them, with the verdict ``rejected``; so are facts that a person added
    to these articles, after those of their reading.

    Args:
        view: Of the store.
        facts: Those of one or several readings, of any kinds; added ones are given for the kinds
            that are asked for.
    """
    by_reading: dict[int, list[Told]] = {}
    for told in facts:
        by_reading.setdefault(told.article.reading, []).append(told)
    found: list[Effective] = []
    for reading, some in by_reading.items():
        page = page_of_reading(view, reading)
        judged = view.judgements.of_page(page, {each.fact.id for each in some})
        if not judged:
            found += [Effective(told=told, read=told.fact) for told in some]
            continue
        asked = {(each.kind, each.fact.id) for each in some}
        kinds = {kind for kind, _ in asked}
        made = revise(view.record_of_reading(reading), judged, some[0].article)
        found += [
            each
            for each in made.facts
            if (each.told.kind, each.told.fact.id) in asked
            or (each.read is None and each.told.kind in kinds)
        ]
    return found


def effective(view: View, reading: int) -> Revised:
    """Return a reading with what people decided.

    Raises:
        StoreError: There is no such reading.
    """
    record = view.record_of_reading(reading)
    article = article_of_reading(view, reading)
    ids = {each.id for kind in FACT_KINDS for each in getattr(record, kind)}
    judged = view.judgements.of_page(page_of_reading(view, reading), ids)
    return revise(record, judged, article)


def page_of_reading(view: View, reading: int) -> str:
    """Return the digest of the page that a reading is of.

    Raises:
        StoreError: There is no such reading.
    """
    asked = (
        select(articles.c.page)
        .join(readings, readings.c.article_id == articles.c.id)
        .where(readings.c.id == reading)
    )
    found = view.connection.scalar(asked)
    if found is None:
        raise StoreError(f"There is no reading {reading}.")
    return str(found)


def article_of_reading(view: View, reading: int) -> StoredArticle:
    """Return the article that a reading is of, as far as it is known from that reading."""
    row = view.connection.execute(
        select(readings.c.article_id, readings.c.current, readings.c.title, readings.c.told_on)
        .add_columns(readings.c.published_at)
        .where(readings.c.id == reading)
    ).one()
    return replace(
        view.article(row.article_id),
        reading=reading,
        current=row.current,
        title=row.title,
        told_on=row.told_on,
        published_at=row.published_at,
    )


def revise(record: Record, judged: Sequence[Judgement], article: StoredArticle) -> Revised:
    """Return a record with what people decided.

    Args:
        record: As it was read.
        judged: The judgements in force on its page, in the order they were made.
        article: Whose record it is.
    """
    return _Reviser(record, article).revised(judged)


@dataclass(slots=True)
class _State:
    """What has become of one fact so far."""

    kind: str
    number: int
    read: Fact | None
    verdict: Judged | None = None
    judgements: list[Judgement] = field(default_factory=list)
    corrected: list[str] = field(default_factory=list)
    by: By | None = None


class _Reviser:
    """Applies judgements to one record, in their order."""

    def __init__(self, record: Record, article: StoredArticle) -> None:
        self.record = record
        self.article = article
        self.cast = Cast.of(record)
        self.known: list[Seen] = list(seen(record))
        self.states = {
            (each.kind, each.fact.id): _State(each.kind, each.number, each.fact)
            for each in self.known
        }
        self.vanished: list[Judgement] = []

    def revised(self, judged: Sequence[Judgement]) -> Revised:
        """Apply judgements, and return what comes out."""
        anchors = {(each.kind, each.subject): anchor_of(each) for each in judged}
        for each in judged:
            if each.verdict == "undo" or each.kind not in FACTS:
                continue
            if each.verdict == "add":
                self._add(each)
            else:
                anchor = anchor_of(each) or anchors[each.kind, each.subject]
                self._judge(each, find(each.kind, each.subject, anchor, self.known))
        record = self.cast.complete(self.record)
        return Revised(record=record, facts=self._effective(record), vanished=tuple(self.vanished))

    def _judge(self, judgement: Judgement, found: Any) -> None:
        if found is None or not carries(judgement, found):
            self.vanished.append(judgement)
            return
        state = self.states[found.seen.kind, found.seen.fact.id]
        if judgement.verdict == "correct" and not self._correct(judgement, state):
            self.vanished.append(judgement)
            return
        state.judgements.append(judgement)
        state.by = found.by
        state.verdict = _verdict(judgement, state)

    def _correct(self, judgement: Judgement, state: _State) -> bool:
        """Set a field; tell whether that keeps the contract."""
        fact = getattr(self.record, state.kind)[state.number]
        try:
            detail = relocated(judgement.detail, self.record.article.text)
            changed = self._aimed(corrected(self.cast, state.kind, fact, detail), detail)
            record = self.cast.complete(replaced(self.record, state.kind, state.number, changed))
            check(record)
        except (RecordError, StoreError):
            return False
        self.record = replaced(self.record, state.kind, state.number, changed)
        state.corrected.append(str(detail["field"]))
        return True

    def _aimed(self, fact: Fact, detail: Mapping[str, Any]) -> Fact:
        """Return a position with the event it is on as this reading has it."""
        if not isinstance(fact, Position) or "target" not in detail:
            return fact
        anchor = Anchor.from_dict(detail["target"])
        found = find("events", fact.target, anchor, self.known)
        return fact if found is None else replace(fact, target=found.seen.fact.id)

    def _add(self, judgement: Judgement) -> None:
        """Add a fact, unless the reading tells it by itself by now."""
        try:
            fact = added_fact(self.record.article.text, self.cast, judgement)
            fact = self._aimed(fact, judgement.detail)
            record = self.cast.complete(appended(self.record, judgement.kind, fact))
            number = len(getattr(record, judgement.kind)) - 1
            check(record)
        except (RecordError, StoreError):
            self.vanished.append(judgement)
            return
        made = next(
            each for each in seen(record) if (each.kind, each.number) == (judgement.kind, number)
        )
        same = find(judgement.kind, made.fact.id, made.anchor(record), self.known)
        if same is not None and same.by in {"id", "gist"}:
            state = self.states[same.seen.kind, same.seen.fact.id]
            state.judgements.append(judgement)
            state.verdict, state.by = state.verdict or "accepted", same.by
            return
        self.record = appended(self.record, judgement.kind, fact)
        self.known.append(made)
        state = _State(judgement.kind, number, None, "added", [judgement], by="id")
        self.states[made.kind, made.fact.id] = state

    def _effective(self, record: Record) -> tuple[Effective, ...]:
        made = rows.rows(record)
        return tuple(
            Effective(
                told=self._told(state, record, made.facts),
                verdict=state.verdict,
                read=state.read,
                judgements=tuple(state.judgements),
                corrected=tuple(dict.fromkeys(state.corrected)),
                by=state.by,
                brought=self.cast.brought,
            )
            for state in sorted(self.states.values(), key=_in_order)
        )

    def _told(self, state: _State, record: Record, made: Mapping[str, list[rows.Row]]) -> Told:
        fact = getattr(record, state.kind)[state.number]
        if state.verdict not in {None, "rejected"}:
            fact = replace(fact, confidence=1.0)
        row = made[state.kind][state.number]
        return Told(
            kind=state.kind,
            fact=fact,
            number=state.number,
            gist=row["gist"],
            earliest=row["earliest"],
            latest=row["latest"],
            article=self.article,
        )


def corrected(cast: Cast, kind: str, fact: Fact, detail: Mapping[str, Any]) -> Fact:
    """Return a fact with a field as a judgement has it.

    Raises:
        RecordError: The judgement has another form, or the value is not what the field may have.
        StoreError: There is no such field.
    """
    kept = kept_actors(detail.get("actors", []))
    plain = put(kind, plain_of(fact), str(detail["field"]), detail["value"])
    mapped = parties_mapped(kind, plain, lambda _, party: cast.carried(str(party), kept))
    return fact_of(kind, mapped)


def settled(cast: Cast, kind: str, plain: dict[str, Any], names: Iterable[str]) -> dict[str, Any]:
    """Return a fact's JSON form with the parties of some fields as ids or codes.

    Raises:
        StoreError: Somebody is named who is not known.
    """
    wanted = set(names)

    def party(name: str, given: str) -> str:
        return cast.party(given, codes_do=name in CODES_DO) if name in wanted else given

    return parties_mapped(kind, plain, party)


def _verdict(judgement: Judgement, state: _State) -> Judged:
    if judgement.verdict == "reject":
        return "rejected"
    if state.read is None:
        return "added"
    return "corrected" if state.corrected else "accepted"


def _in_order(state: _State) -> tuple[int, int]:
    return FACT_KINDS.index(state.kind), state.number
