"""A decision that a form sends, and carrying it out on all the reports that it holds for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from dragoman.crises import review
from dragoman.crises.review import Effective
from dragoman.crises.review.values import plain_of
from dragoman.desk.parts.review.fields import FIELDS, OF_ONE_ARTICLE, Field
from dragoman.desk.parts.review.items import Item
from dragoman.desk.parts.review.texts import (
    Names,
    Sent,
    Texts,
    changed,
    given,
    sent_all,
    sent_one,
    texts,
)
from dragoman.desk.parts.review.values import Unfit, Value, Values
from dragoman.desk.refusals import BadQuery
from dragoman.errors import RecordError, StoreError
from dragoman.records import Record
from dragoman.store import Judgement, UnitOfWork

Verdict = Literal["accept", "reject", "correct"]
VERDICTS: tuple[Verdict, ...] = get_args(Verdict)

_LONGEST = 2000


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What a form sends.

    Attributes:
        verdict: What is decided.
        reports: The ids of the facts that it holds for; by default all of the entry.
        shown: The id of the fact that the form was filled in with.
        given: What is filled in, for a correction.
        why: For what reason.
        knowing: The digests of the judgements in force that whoever decides had seen.
        seen: How many judgements there were.
        back: The digests of judgements of others to be taken back first.
    """

    verdict: Verdict
    reports: tuple[str, ...]
    shown: str
    given: Texts
    why: str
    knowing: frozenset[str]
    seen: int
    back: tuple[str, ...]

    @classmethod
    def read(cls, kind: str, form: Sent) -> Decision:
        """Read what a form on a fact of a kind sends.

        Raises:
            BadQuery: It says nothing that can be decided.
        """
        verdict = sent_one(form, "verdict")
        found = next((each for each in VERDICTS if each == verdict), None)
        if found is None:
            raise BadQuery(f"{verdict!r} is no verdict.", hint=f"One of {', '.join(VERDICTS)}.")
        shown, seen = sent_one(form, "shown"), sent_one(form, "seen")
        if not shown:
            raise BadQuery("The form does not say which fact it is on.", hint="Load it again.")
        return cls(
            verdict=found,
            reports=sent_all(form, "report"),
            shown=shown,
            given=given(kind, form),
            why=sent_one(form, "why")[:_LONGEST],
            knowing=frozenset(sent_all(form, "knowing")),
            seen=int(seen) if seen.isascii() and seen.isdecimal() else 0,
            back=sent_all(form, "back"),
        )

    def conflicts(self, item: Item) -> bool:
        """Tell whether others judged meanwhile, or took a judgement back."""
        return set(item.knowing) != self.knowing


def filled_in(item: Item, each: Effective | None = None) -> Mapping[str, tuple[str, ...]]:
    """Return what a form on a fact of an item is filled in with; by default the one shown."""
    each = each or item.shown
    record = _record(item, each)
    return texts(item.entry.kind, plain_of(each.told.fact), record)


def decide(unit: UnitOfWork, item: Item, decision: Decision, who: str) -> list[Judgement]:
    """Carry a decision out.

    Args:
        unit: The unit of work that the judgements are a part of.
        item: What is decided on, as that unit sees it.
        decision: What is decided.
        who: Who decides.

    Returns:
        The judgements that were made, in order; those that took others back are not among them.

    Raises:
        Unfit: What is filled in cannot be taken.
    """
    for digest in decision.back:
        if digest in item.knowing:
            review.undo(unit, digest, who=who, why=decision.why)
    if decision.back:
        item = Item(unit.view, item.entry, decision.shown)
    kind = item.entry.kind
    if decision.verdict == "correct":
        return _corrected(unit, item, decision, who)
    return [
        review.judge(unit, decision.verdict, kind, subject, who=who, why=decision.why)
        for subject in _chosen(item, decision)
    ]


def _corrected(unit: UnitOfWork, item: Item, decision: Decision, who: str) -> list[Judgement]:
    kind, shown = item.entry.kind, item.of(decision.shown)
    fields = changed(kind, filled_in(item, shown), decision.given)
    if not fields:
        raise Unfit("", "Nothing is changed.", hint="Accept it as it is, or change a field.")
    names = Names(_record(item, shown))
    made = []
    for subject in _chosen(item, decision):
        for field, (name, value) in _settings(item, subject, decision, fields, names):
            try:
                made.append(
                    review.correct(unit, kind, subject, (name, value), who=who, why=decision.why)
                )
            except (RecordError, StoreError) as error:
                raise Unfit(field.name, error.message, hint=error.hint) from error
    return made


def _settings(
    item: Item, subject: str, decision: Decision, fields: tuple[Field, ...], shown: Names
) -> Iterator[tuple[Field, Value]]:
    """Yield what is to be set of one fact: of the one shown what was changed, else what differs."""
    each = item.of(subject)
    plain, record = plain_of(each.told.fact), _record(item, each)
    values = Values(Names(record), shown)
    differing = changed(item.entry.kind, filled_in(item, each), decision.given)
    for field in FIELDS[item.entry.kind]:
        apart = field.form in OF_ONE_ARTICLE and subject != decision.shown
        if field in fields and field in differing and not apart:
            for name, value in values.of(field, decision.given, plain):
                if plain.get(name) != value or field.form == "act":
                    yield field, (name, value)


def _chosen(item: Item, decision: Decision) -> tuple[str, ...]:
    """Return the facts that a decision holds for; the one shown comes first."""
    if not decision.reports:
        return item.subjects
    return tuple(each for each in item.subjects if each in decision.reports) or (decision.shown,)


def _record(item: Item, each: Effective) -> Record:
    if each is item.shown:
        return item.revised.record
    return review.effective(item.view, each.told.article.reading).record
