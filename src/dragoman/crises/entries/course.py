"""What became of a contact: proposed, planned, held, or not."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dragoman.crises.entries.model import Entry, Report


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A status that a contact had, since the day on which it was first told so."""

    status: str
    told_on: date | None
    reports: tuple[Report, ...]


def course(entry: Entry) -> tuple[Step, ...]:
    """Return the statuses that reports give a contact, in the order in which they were told.

    The same status told again is no new step, unless another one was told in between.
    """
    steps: list[Step] = []
    for report in entry.reports:
        status = report.told.fact.status
        if steps and steps[-1].status == status:
            last = steps.pop()
            step = Step(status=status, told_on=last.told_on, reports=(*last.reports, report))
        else:
            step = Step(status=status, told_on=report.article.told_on, reports=(report,))
        steps.append(step)
    return tuple(steps)
