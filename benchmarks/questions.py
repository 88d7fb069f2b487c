"""The questions that the benchmarks ask of stores made by :mod:`benchmarks.stores`."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import func, select

from benchmarks.multiplying import letters
from benchmarks.stores import APART, SPREAD
from dragoman.crises.questions import Questions, Scope
from dragoman.store import Store, View
from dragoman.store.tables import actors, entry_parties, readings

_CODES = 8
_NAMES = 20

WORDS = ("minister", "ships", "government", "talks", "said")
"""Words that stand in many articles."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One question as it is asked: a copy's days, and what is asked about."""

    since: date
    code: str
    name: str
    word: str

    def scope(self, days: int, **more: Any) -> Scope:
        """Return a scope of so many days."""
        return Scope(since=self.since, until=self.since + timedelta(days - 1), **more)

    def in_copy(self, copy: int) -> Asked:
        """Return the same question, asked of the days and names of a copy."""
        later = timedelta(days=APART * copy)
        return Asked(self.since + later, self.code, self.name + letters(copy), self.word)


Ask = Callable[[View, Asked], int]
"""Asks one question, and returns how many rows the answer rests on."""


def chosen(small: Path, count: int) -> list[Asked]:
    """Choose days, codes, names and words by chance, of those that the articles tell most of."""
    chance = random.Random(count)
    with Store.open(str(small)) as store, store.view() as view:
        first, last = view.connection.execute(
            select(func.min(readings.c.told_on), func.max(readings.c.told_on))
        ).one()
        codes, names = _codes(view), _names(view)
    within = (last - first).days - SPREAD // 2
    return [
        Asked(
            since=first + timedelta(days=chance.randrange(1, max(within, 2))),
            code=chance.choice(codes),
            name=chance.choice(names),
            word=chance.choice(WORDS),
        )
        for _ in range(count)
    ]


def _codes(view: View) -> list[str]:
    party = entry_parties.c.party
    asked = (
        select(party)
        .where(func.length(party) == len("NOR"), entry_parties.c.kind == "contacts")
        .group_by(party)
        .order_by(func.count().desc(), party)
        .limit(_CODES)
    )
    return list(view.connection.scalars(asked))


def _names(view: View) -> list[str]:
    name = actors.c.folded
    asked = select(name).where(actors.c.kind == "person").group_by(name)
    found = view.connection.scalars(asked.order_by(func.count().desc(), name).limit(_NAMES))
    return sorted({each.split()[-1] for each in found})


def _timeline(view: View, asked: Asked) -> int:
    days = Questions(view).timeline(asked.scope(3))
    return sum(len(each.items) for each in days)


def _outreach(view: View, asked: Asked) -> int:
    answer = Questions(view).outreach(asked.scope(14, code=asked.code))
    return sum(len(each.entries) for each in answer.exchanges)


def _standings(view: View, asked: Asked) -> int:
    acts = Questions(view).standings(asked.scope(7))
    return sum(len(each.standings) for each in acts)


def _attitudes(view: View, asked: Asked) -> int:
    return len(Questions(view).attitudes(asked.scope(14)))


def _brief(view: View, asked: Asked) -> int:
    since = datetime.combine(asked.since, datetime.min.time(), UTC)
    brief = Questions(view).brief(since=since, until=since + timedelta(days=1))
    return sum(len(each.sentences) + each.left_out for each in brief.sections)


def _all_of_one(view: View, asked: Asked) -> int:
    answer = Questions(view).outreach(Scope(code=asked.code))
    return sum(len(each.entries) for each in answer.exchanges)


def _search_name(view: View, asked: Asked) -> int:
    return len(view.search(asked.name))


def _search_days(view: View, asked: Asked) -> int:
    scope = asked.scope(7)
    return len(view.search(asked.word, since=scope.since, until=scope.until))


def _search_all(view: View, asked: Asked) -> int:
    view.search(asked.word)
    told = "SELECT count(*) FROM passage_words WHERE passage_words MATCH ?"
    return int(view.connection.exec_driver_sql(told, (f'"{asked.word}"',)).scalar_one())


QUESTIONS: Mapping[str, Ask] = {
    "timeline, 3 days": _timeline,
    "outreach of one, 14 days": _outreach,
    "standings, 7 days": _standings,
    "attitudes, 14 days": _attitudes,
    "brief, 1 day": _brief,
    "search, a name": _search_name,
    "search, a word in 7 days": _search_days,
}
"""Questions whose answers are of one size, however large the store is."""

GROWING: Mapping[str, Ask] = {
    "outreach of one, all days": _all_of_one,
    "search, a word": _search_all,
}
"""Questions whose answers grow with the store."""
