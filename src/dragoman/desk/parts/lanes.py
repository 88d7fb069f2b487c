"""Facts in lanes by who does them: what a chart of them draws, without a word about how."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from itertools import groupby
from typing import Literal

from dragoman.crises import Entry, Party
from dragoman.crises.questions.certainty import Certainty
from dragoman.crises.questions.citations import chosen, clean, moment
from dragoman.crises.questions.sides import members, side
from dragoman.crises.questions.turns import changes, turns
from dragoman.desk.parts.codes import named
from dragoman.desk.parts.entries import ShownEntry
from dragoman.desk.parts.labels import label

By = Literal["government", "person"]

Form = Literal["firm", "planned", "possible", "denied", "recalled"]

OWN_LANES = 12
"""Lanes that stand open; those of whoever takes part in less are folded into one."""

DOERS: Mapping[str, tuple[str, ...]] = {
    "events": ("actor",),
    "contacts": ("initiator", "counterpart"),
    "statements": ("speaker",),
    "positions": ("holder",),
    "attitudes": ("from",),
}
"""The parts of those in whose lanes a fact of each kind is."""

FORMS: Mapping[Certainty, Form] = {
    "reported": "firm",
    "claimed": "firm",
    "own": "firm",
    "announced": "planned",
    "proposed": "planned",
    "possible": "possible",
    "unknown": "possible",
    "cancelled": "denied",
    "refused": "denied",
    "denied": "denied",
    "recalled": "recalled",
}
"""The form in which a fact is drawn, by how firmly it is told."""

_NOBODY = ("?", "Not named")


@dataclass(frozen=True, slots=True)
class Lane:
    """Somebody's facts: ``key`` names the actor, and is ``?`` where nobody is named."""

    key: str
    name: str
    facts: int

    @property
    def actor(self) -> str | None:
        """What names the actor's page, where somebody is named."""
        return self.key if self.key != _NOBODY[0] else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One fact in its lanes.

    Attributes:
        fact: The id of its entry.
        kind: Of the fact.
        lanes: The numbers of the lanes that it is in.
        toward: The numbers of the lanes of those whom it is directed at.
        first: The first day that it may have been on.
        last: The last one.
        label: The fact in a few words.
        sentence: The whole of it.
        told: When each independent origin first reported it, in UTC.
        origins: How many independent origins report it.
        reports: How many articles report it, copies among them.
        form: Whether it is told as something that was, or as planned, possible, denied, recalled.
        turn: The stances before and after, where it changes what was held.
    """

    fact: str
    kind: str
    lanes: tuple[int, ...]
    toward: tuple[int, ...]
    first: date
    last: date
    label: str
    sentence: str
    told: tuple[str, ...]
    origins: int
    reports: int
    form: Form
    turn: tuple[str, str] | None


@dataclass(frozen=True, slots=True)
class Chart:
    """Lanes, the one with most facts first, and the facts that have a day."""

    lanes: tuple[Lane, ...]
    bars: tuple[Bar, ...]


def charted(
    entries: Sequence[Entry], shown: Mapping[str, ShownEntry], *, by: By = "government"
) -> Chart:
    """Put entries into lanes.

    Args:
        entries: Of any kinds.
        shown: The same as they are shown, by their ids.
        by: Whether a lane is a government's or body's, or a person's.
    """
    doers = {
        each.id: _who(each, DOERS[each.kind], by) or dict([_NOBODY])
        for each in entries
        if each.first_day
    }
    lanes = _lanes(doers.values())
    numbers = {lane.key: number for number, lane in enumerate(lanes)}
    turned = turns_of(entries)
    bars = (
        _bar(each, each.first_day, shown[each.id], turned.get(each.id), _numbers(each, by, numbers))
        for each in entries
        if each.first_day
    )
    return Chart(lanes, tuple(bars))


def turns_of(entries: Iterable[Entry]) -> dict[str, tuple[str, str]]:
    """Return the stances before and after, by the ids of the entries with which somebody turned."""
    positions = [each for each in entries if each.kind == "positions"]
    held = [
        (who.key, each.act.get("target") or "", each)
        for each in positions
        for who in dict.fromkeys(side(party) for party in members(each, "holder"))
    ]
    held.sort(key=lambda row: row[:2])
    return {
        entry.id: (_names(change.before.views), _names(change.after.views))
        for _, some in groupby(held, key=lambda row: row[:2])
        for change in changes(turns([row[2] for row in some], _stance))
        for entry in change.after.entries
        if entry.first_day == change.day
    }


def _bar(
    entry: Entry,
    first: date,
    shown: ShownEntry,
    turn: tuple[str, str] | None,
    lanes: tuple[tuple[int, ...], tuple[int, ...]],
) -> Bar:
    return Bar(
        fact=entry.id,
        kind=entry.kind,
        lanes=lanes[0],
        toward=lanes[1],
        first=first,
        last=entry.last_day or first,
        label=label(entry, shown),
        sentence=shown.sentence,
        told=tuple(_told(entry)),
        origins=entry.origins,
        reports=len(entry.reports),
        form=FORMS[shown.firmness.code],
        turn=turn,
    )


def _stance(entry: Entry) -> str | None:
    return entry.act.get("stance")


def _names(stances: Iterable[str]) -> str:
    return " and ".join(named("positions", "stance", each).name.lower() for each in stances)


def _who(entry: Entry, parts: Sequence[str], by: By) -> dict[str, str]:
    """Return who takes one of these parts, by key, with names; each once."""
    return dict(_keyed(each, by) for each in members(entry, *parts)) if parts else {}


def _keyed(party: Party, by: By) -> tuple[str, str]:
    if by == "person" and party.person:
        return party.person, clean(party.name)
    behind = side(party)
    return behind.key, clean(behind.name)


def _lanes(found: Iterable[Mapping[str, str]]) -> tuple[Lane, ...]:
    """Return a lane for each, the one with most facts first and that of nobody last."""
    counts: Counter[str] = Counter()
    names: dict[str, str] = {}
    for who in found:
        counts.update(who.keys())
        names = {**who, **names}
    ordered = sorted(counts, key=lambda key: (key == _NOBODY[0], -counts[key], names[key]))
    return tuple(Lane(key, names[key], counts[key]) for key in ordered)


def _numbers(
    entry: Entry, by: By, numbers: Mapping[str, int]
) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Return the lanes of those who do it, and of the others who take part and have lanes."""
    does = _who(entry, DOERS[entry.kind], by) or dict([_NOBODY])
    parts = [part for part in entry.parties if part not in DOERS[entry.kind]]
    toward = (key for key in _who(entry, parts, by) if key in numbers and key not in does)
    own = (numbers[key] for key in does)
    return tuple(sorted(own)), tuple(sorted(numbers[key] for key in toward))


def _told(entry: Entry) -> Iterator[str]:
    for report in chosen(entry.reports, most=entry.origins):
        if report.article.published_at is not None:
            yield _utc(moment(report)).isoformat(timespec="minutes")


def _utc(told: datetime) -> datetime:
    return told.astimezone(UTC) if told.tzinfo else told.replace(tzinfo=UTC)
