"""How many facts of the whole ledger began on which day, counted in an index alone.

What was rejected is counted apart and taken away: how each fact was judged stands in no index with
its day, and to look every one of them up takes ten times as long.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from datetime import date

from sqlalchemy import func, select

from dragoman.crises.entries.accounts import REJECTED
from dragoman.store import View
from dragoman.store.tables import entries


def days_of_all(view: View, kinds: Collection[str]) -> dict[date, int]:
    """Count the facts of some kinds by their first day, the first day first; none that is rejected.

    Args:
        view: Of the store.
        kinds: The kinds of fact.
    """
    own = (entries.c.kind.in_(kinds), entries.c.first_day.is_not(None))
    # In the order of the index, so that nothing has to be sorted.
    order = (entries.c.kind, entries.c.wide, entries.c.first_day)
    every = select(entries.c.first_day, func.count()).where(*own).group_by(*order)
    rejected = (
        select(entries.c.first_day, func.count())
        .where(*own, entries.c.verdict.is_not(None), entries.c.verdict == REJECTED)
        .group_by(entries.c.first_day)
    )
    counts: Counter[date] = Counter()
    for day, count in view.connection.execute(every):
        counts[day] += count
    counts.subtract({row[0]: row[1] for row in view.connection.execute(rejected)})
    return {day: counts[day] for day in sorted(counts) if counts[day]}
