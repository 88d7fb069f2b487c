"""Who contacted whom: how often, at what level, by what channel."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from dragoman.crises.entries import Entry, Party
from dragoman.crises.questions.sides import Side, each_once, side


@dataclass(frozen=True, slots=True)
class Call:
    """One contact between two parties; ``status`` is ``held``, ``planned`` and so on."""

    initiator: Party
    counterpart: Party
    entry: Entry

    @property
    def status(self) -> str | None:
        """What became of it."""
        return self.entry.act.get("status")

    @property
    def held(self) -> bool:
        """Whether it took place."""
        return self.status == "held"

    @property
    def day(self) -> date | None:
        """The first day that it may have been on."""
        return self.entry.first_day


@dataclass(frozen=True, slots=True)
class Pair:
    """Two persons or governments by name, with the level of office of each, and how often."""

    initiator: str
    initiator_level: int | None
    counterpart: str
    counterpart_level: int | None
    number: int


@dataclass(frozen=True, slots=True)
class Exchange:
    """All contacts that one side had with another.

    ``number`` counts those that were held, ``others`` the rest by what became of them;
    ``begun`` counts how many of the held ones the texts say that the initiator began. ``channels``
    counts the held ones. ``origins`` is the number of independent origins over all.
    """

    initiator: Side
    counterpart: Side
    number: int
    begun: int
    others: Mapping[str, int]
    channels: Mapping[str, int]
    pairs: tuple[Pair, ...]
    first_day: date | None
    last_day: date | None
    origins: int
    entries: tuple[Entry, ...]


def calls(entries: Iterable[Entry]) -> Iterator[Call]:
    """Yield each pair of parties of each contact; those within one government are left out."""
    for entry in entries:
        if entry.kind != "contacts":
            continue
        for initiator in _levelled(entry, "initiator"):
            for counterpart in _levelled(entry, "counterpart"):
                if side(initiator) != side(counterpart):
                    yield Call(initiator, counterpart, entry)


def _levelled(entry: Entry, part: str) -> tuple[Party, ...]:
    """Return who takes a part; whoever has no office of a known level has the contact's own."""
    levels = (getattr(each.told.fact, f"{part}_level", None) for each in entry.reports)
    level = next((each for each in levels if each is not None), None)
    parties = entry.parties.get(part, ())
    return tuple(each if each.level is not None else replace(each, level=level) for each in parties)


def exchanges(made: Iterable[Call]) -> tuple[Exchange, ...]:
    """Gather contacts by who had them with whom; governments first, and the busiest."""
    groups: dict[tuple[Side, Side], list[Call]] = {}
    for call in made:
        groups.setdefault((side(call.initiator), side(call.counterpart)), []).append(call)
    found = [_exchange(*key, group) for key, group in groups.items()]
    return tuple(sorted(found, key=_rank))


def _exchange(initiator: Side, counterpart: Side, group: list[Call]) -> Exchange:
    held = [call for call in group if call.held]
    days = [call.day for call in group if call.day is not None]
    known = [call for call in held if call.entry.act.get("initiative") == "known"]
    return Exchange(
        initiator=initiator,
        counterpart=counterpart,
        number=len(held),
        begun=len(known),
        others=_counts(call.status for call in group if not call.held),
        channels=_counts(call.entry.act.get("channel") for call in held),
        pairs=_pairs(group),
        first_day=min(days, default=None),
        last_day=max(days, default=None),
        origins=len({each.origin for call in group for each in call.entry.reports}),
        entries=each_once(call.entry for call in group),
    )


def _pairs(group: Iterable[Call]) -> tuple[Pair, ...]:
    counted = Counter(
        (
            *(call.initiator.name, call.initiator.level),
            *(call.counterpart.name, call.counterpart.level),
        )
        for call in group
    )
    return tuple(Pair(*key, number) for key, number in counted.most_common())


def _counts(values: Iterable[str | None]) -> dict[str, int]:
    return dict(Counter(each or "unknown" for each in values).most_common())


def _rank(exchange: Exchange) -> tuple[bool, int, date, str, str]:
    """Order contacts between governments before others, and many before few."""
    one, other = exchange.initiator, exchange.counterpart
    of_others = one.code is None or other.code is None
    return of_others, -exchange.number, exchange.first_day or date.max, one.name, other.name
