"""An entry from its reports."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from dragoman.crises.entries.conflicts import conflicts
from dragoman.crises.entries.model import Entry, Party, Report
from dragoman.crises.entries.taking_part import parties
from dragoman.crises.entries.weighing import most_told

REJECTED = "rejected"

_STATUSES = ("held", "cancelled", "refused", "planned", "proposed")
"""Of a contact: what came of it says more than that it was planned."""

_UNTOLD = {"channel": "unspecified", "initiative": "unknown"}

_FIELDS: Mapping[str, tuple[str, ...]] = {
    "events": ("type", "mode", "modality"),
    "contacts": ("channel", "status", "initiative", "basis"),
    "statements": ("kind", "medium"),
    "positions": ("stance", "basis"),
    "attitudes": ("sign", "basis"),
}


@dataclass(frozen=True, slots=True)
class Outline:
    """What the store says of an entry before its reports are looked at."""

    id: str
    kind: str
    first_day: date | None
    last_day: date | None
    origins: int
    confidence: float
    verdict: str | None
    story: str | None = None


Act = tuple[str | None, str | None]
"""What a position is on: the entry of an event, or words; and the event's type."""


def assembled(
    outline: Outline, reports: Iterable[tuple[Report, str | None]], acts: Mapping[str, Act]
) -> Entry:
    """Build an entry.

    Args:
        outline: What is known of it.
        reports: Its reports, each with the verdict on it.
        acts: Of positions, by the ids of their facts: what they are on.
    """
    every = sorted(reports, key=_order)
    counting = [each for each, verdict in every if verdict != REJECTED] or [
        each for each, _ in every
    ]
    place, country = _place(outline.kind, counting)
    return Entry(
        id=outline.id,
        kind=outline.kind,
        parties=_parties(outline.kind, counting),
        act=_act(outline.kind, counting, acts),
        first_day=outline.first_day,
        last_day=outline.last_day,
        place=place,
        country=country,
        story=outline.story,
        reports=tuple(each for each, _ in every),
        origins=outline.origins,
        confidence=outline.confidence,
        conflicts=conflicts(outline.kind, counting),
        verdict=outline.verdict,
    )


def _order(told: tuple[Report, str | None]) -> tuple[str, str, int]:
    report = told[0]
    moment = report.article.published_at
    said = moment.isoformat() if moment else str(report.article.told_on or "~")
    return said, report.article.id, report.told.number


def _act(kind: str, reports: Sequence[Report], acts: Mapping[str, Act]) -> dict[str, str | None]:
    act: dict[str, str | None] = {name: _code(name, reports) for name in _FIELDS[kind]}
    if kind == "contacts":
        told = {report.told.fact.status for report in reports}
        act["status"] = next(each for each in _STATUSES if each in told)
    if kind == "positions":
        on = most_told(reports, lambda report: acts.get(report.told.fact.id))
        act["target"], act["target_type"] = on or (reports[0].told.fact.target, None)
    return act


def _code(name: str, reports: Sequence[Report]) -> str | None:
    """Return the code that most origins tell; "unspecified" only where none tells more."""
    untold = _UNTOLD.get(name)

    def value(report: Report) -> str | None:
        code: str | None = getattr(report.told.fact, name)
        return None if code == untold else code

    found: str | None = most_told(reports, value)
    return found or untold


def _place(kind: str, reports: Sequence[Report]) -> tuple[str | None, str | None]:
    if kind not in {"events", "contacts"}:
        return None, None

    def value(report: Report) -> tuple[str, str | None] | None:
        place = report.told.fact.place
        return (place.name, place.country) if place else None

    return most_told(reports, value) or (None, None)


def _parties(kind: str, reports: Sequence[Report]) -> dict[str, tuple[Party, ...]]:
    """Return who takes which part."""
    return _ends(reports) if kind == "contacts" else parties(reports)


def _ends(reports: Sequence[Report]) -> dict[str, tuple[Party, ...]]:
    """Return the sides of a contact, as the reports have them that say who began, or else all."""
    knowing = [each for each in reports if each.told.fact.initiative == "known"] or list(reports)

    def ends(report: Report) -> tuple[str, ...] | None:
        return tuple(report.parties[part][0].id for part in ("initiator", "counterpart"))

    chosen = most_told(knowing, ends)
    if len(set(chosen)) == 1:
        surest = max(knowing, key=lambda each: each.told.fact.confidence)
        return {part: surest.parties[part][:1] for part in ("initiator", "counterpart")}
    return {
        part: (_fullest(identity, reports),)
        for part, identity in zip(("initiator", "counterpart"), chosen, strict=True)
    }


def _fullest(identity: str, reports: Sequence[Report]) -> Party:
    """Return a side of a contact: as a person where any report names one."""
    every = [
        each
        for report in reports
        for some in report.parties.values()
        for each in some
        if each.id == identity
    ]

    def rank(party: Party) -> tuple[bool, bool, int, int]:
        return party.person is None, party.level is None, len(party.lent), -len(party.name)

    return min(every, key=rank)
