"""Who reviewed how much, and how often two who judged one fact judged it alike."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import combinations
from types import MappingProxyType
from typing import Any, Literal

from sqlalchemy import Select, and_, select

from dragoman.records import FACT_KINDS
from dragoman.store import Judgement, View
from dragoman.store.portions import portions
from dragoman.store.tables import FACTS, entry_reports

Call = Literal["right", "wrong"]
"""What a judgement says of what was read: it was right, or it was not."""

Subject = tuple[str, str]
"""A fact: its kind and its id, or that of its entry."""

NONE: Mapping[Subject, str] = MappingProxyType({})
"""No entries are known: every fact stands for itself."""

_CALLS: Mapping[str, Call] = {"accept": "right", "reject": "wrong", "correct": "wrong"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Reviewer:
    """What one person judged.

    Attributes:
        who: The name that the judgements are signed with.
        facts: How many facts, each once.
        kinds: How many of each kind.
        verdicts: How many judgements of each verdict, those taken back since among them.
        first: When the first one was made.
        last: When the last one was.
    """

    who: str
    facts: int
    kinds: Mapping[str, int]
    verdicts: Mapping[str, int]
    first: datetime
    last: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """How two people, or all pairs of people, judged the facts that both judged.

    Attributes:
        one: One of the two; absent for all pairs together.
        other: The other one.
        facts: How many facts both judged; of all pairs, how many pairs of judgements.
        alike: Of these, how many alike: both found them right, or both found them wrong.
        kappa: Cohen's kappa: the agreement beyond what the two would come to by chance, 1 where
            it is complete, 0 where it is no more than chance. Absent where chance alone would
            give full agreement, or where nothing was judged by both.
    """

    one: str | None
    other: str | None
    facts: int
    alike: int
    kappa: float | None

    @property
    def share(self) -> float | None:
        """The share of facts that were judged alike; absent without any."""
        return self.alike / self.facts if self.facts else None


def reviewers(judgements: Iterable[Judgement]) -> tuple[Reviewer, ...]:
    """Return what each person judged of facts, whoever judged most first."""
    by_person: dict[str, list[Judgement]] = defaultdict(list)
    for each in judgements:
        if each.kind in FACT_KINDS and each.verdict != "undo":
            by_person[each.who].append(each)
    found = (_reviewer(who, made) for who, made in by_person.items())
    return tuple(sorted(found, key=lambda each: (-each.facts, each.who)))


def entries_of(view: View, judgements: Iterable[Judgement]) -> dict[Subject, str]:
    """Return the entries of the ledger that judged facts are reports of, by kind and fact.

    Args:
        view: Of the store.
        judgements: On facts; what is no report of an entry now is left out.
    """
    subjects: dict[str, set[str]] = defaultdict(set)
    for each in judgements:
        if each.kind in FACT_KINDS:
            subjects[each.kind].add(each.subject)
    return {
        (kind, row.id): row.entry_id
        for kind, ids in subjects.items()
        for some in portions(sorted(ids))
        for row in view.connection.execute(_reported(kind, some))
    }


def agreements(
    judgements: Iterable[Judgement], entries: Mapping[Subject, str] = NONE
) -> tuple[Agreement, ...]:
    """Return how each two people agree who judged the same facts, those with most facts first.

    Of each person the last judgement on a fact counts, undone or not: the second may have undone
    the first one's. A correction finds wrong what was read; an added fact was not read, and does
    not count.

    Args:
        judgements: All of them, in the order made.
        entries: Those of :func:`entries_of`: the reports of one entry are one fact, so that it
            counts also where each of the two judged another report of it.
    """
    pairs = _pairs(_calls(judgements, entries))
    found = (_agreement(one, other, calls) for (one, other), calls in pairs.items())
    return tuple(sorted(found, key=lambda each: (-each.facts, str(each.one), str(each.other))))


def agreement(judgements: Iterable[Judgement], entries: Mapping[Subject, str] = NONE) -> Agreement:
    """Return how all who judged the same facts agree, every pair counted, as :func:`agreements`."""
    pairs = _pairs(_calls(judgements, entries))
    return _agreement(None, None, [each for calls in pairs.values() for each in calls])


def _reviewer(who: str, made: list[Judgement]) -> Reviewer:
    facts = {(each.kind, each.subject) for each in made}
    return Reviewer(
        who=who,
        facts=len(facts),
        kinds=Counter(kind for kind, _ in facts),
        verdicts=Counter(each.verdict for each in made),
        first=min(each.made_at for each in made),
        last=max(each.made_at for each in made),
    )


def _reported(kind: str, ids: Collection[str]) -> Select[Any]:
    """Return the question for the entries of facts, those of the latest reading last."""
    facts, reports = FACTS[kind], entry_reports
    same = (
        reports.c.kind == kind,
        reports.c.reading_id == facts.c.reading_id,
        reports.c.number == facts.c.number,
    )
    asked = select(facts.c.id, reports.c.entry_id).join(reports, and_(*same))
    return asked.where(facts.c.id.in_(ids)).order_by(facts.c.reading_id)


def _calls(
    judgements: Iterable[Judgement], entries: Mapping[Subject, str]
) -> dict[Subject, dict[str, Call]]:
    """Return what each person called each fact last; of an entry's reports the last one judged."""
    found: dict[Subject, dict[str, Call]] = defaultdict(dict)
    for each in judgements:
        call = _CALLS.get(each.verdict)
        if call is not None and each.kind in FACT_KINDS:
            fact = (each.kind, each.subject)
            found[each.kind, entries.get(fact, each.subject)][each.who] = call
    return found


def _pairs(
    calls: Mapping[Subject, Mapping[str, Call]],
) -> dict[tuple[str, str], list[tuple[Call, Call]]]:
    """Return the two calls on every fact that two people judged, by the two in order."""
    found: dict[tuple[str, str], list[tuple[Call, Call]]] = defaultdict(list)
    for of_fact in calls.values():
        for one, other in combinations(sorted(of_fact), 2):
            found[one, other].append((of_fact[one], of_fact[other]))
    return found


def _agreement(one: str | None, other: str | None, calls: list[tuple[Call, Call]]) -> Agreement:
    alike = sum(first == second for first, second in calls)
    return Agreement(one=one, other=other, facts=len(calls), alike=alike, kappa=kappa(calls))


def kappa(calls: Iterable[tuple[str, str]]) -> float | None:
    """Return Cohen's kappa of pairs of calls (Cohen 1960); none where it is not defined."""
    pairs = list(calls)
    if not pairs:
        return None
    seen = sum(one == other for one, other in pairs) / len(pairs)
    chance = sum(_chances(pairs))
    return None if chance == 1 else (seen - chance) / (1 - chance)


def _chances(pairs: list[tuple[str, str]]) -> Iterator[float]:
    firsts = Counter(one for one, _ in pairs)
    seconds = Counter(other for _, other in pairs)
    for call in firsts:
        yield firsts[call] * seconds[call] / len(pairs) ** 2
