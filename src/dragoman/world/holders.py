"""Who held which office when.

The table has two parts that a person can read and correct: ``data/holders.csv``, derived from
public sources by ``tools/derive_holders``, and ``data/holders_editor.csv``, written by hand.
``data/holders_sources.toml`` says where rows come from and up to when each source knows.

A row without an end means that the person was still in office when its source was last looked
at; after that day the confidence of the row falls with the usual turnover of the role. A title
that an article prints beats this table.
"""

from __future__ import annotations

import csv
import io
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property
from importlib.resources import files
from math import exp

from dragoman.errors import DataError
from dragoman.world import names
from dragoman.world.partial_dates import first_day, last_day

HAND_OVER = timedelta(days=4)
"""How many days around a hand-over both holders are returned: news runs late and early."""

_TABLES = ("holders.csv", "holders_editor.csv")
_SOURCES = "holders_sources.toml"
_COUNTRY = re.compile(r"[A-Z][A-Z0-9]{1,9}")
_ROLE = re.compile(r"[a-z]+(_[a-z]+)*")
_LEAST_CONFIDENCE = 0.1
_MARGIN = 0.7
_DAYS_A_YEAR = 365.25


@dataclass(frozen=True, slots=True)
class Holder:
    """One person in one office for one time.

    ``aliases`` are other forms of the name in news, a family name among them where it is not the
    last word. ``office`` is the title as in English news, ``role`` and ``level`` those of the
    codebook, ``country`` the ISO 3166 alpha-3 code (``KOS`` Kosovo) or the code of an
    international body. ``start`` and ``end`` are ISO dates, as precise as they are known;
    ``None`` is open. ``source`` names one or more sources, joined by ``+``.
    """

    person: str
    aliases: tuple[str, ...]
    office: str
    role: str
    level: int
    country: str
    sectors: tuple[str, ...]
    start: str | None
    end: str | None
    source: str
    confidence: float

    def certainly(self, on: date) -> bool:
        """Whether ``on`` lies within the term, whatever the imprecise dates mean."""
        return (self.start is None or last_day(self.start) <= on) and (
            self.end is None or on <= first_day(self.end)
        )

    def possibly(self, on: date) -> bool:
        """Whether ``on`` may lie within the term or within a few days of it."""
        return (self.start is None or first_day(self.start) - HAND_OVER <= on) and (
            self.end is None or on <= last_day(self.end) + HAND_OVER
        )


@dataclass(frozen=True, slots=True)
class Sources:
    """Up to when each source knows, and how fast offices change hands (a year, by role)."""

    known_until: Mapping[str, date]
    turnover: Mapping[str, float]

    @classmethod
    def parse(cls, text: str, *, name: str = _SOURCES) -> Sources:
        """Read the table of sources; raise :class:`DataError` where it is wrong."""
        try:
            table = tomllib.loads(text)
            until = {key: source["known_until"] for key, source in table["sources"].items()}
            turnover = {role: float(rate) for role, rate in table["turnover"].items()}
        except (tomllib.TOMLDecodeError, KeyError, TypeError, ValueError) as error:
            raise DataError(f"{name}: {error!r}", hint="See the shipped file.") from error
        if not all(isinstance(day, date) for day in until.values()):
            raise DataError(f"{name}: known_until must be a date")
        return cls(until, turnover)

    def until(self, source: str) -> date:
        """The last day on which any source of a row was looked at."""
        return max(self.known_until[part] for part in source.split("+"))

    def confidence(self, holder: Holder, on: date) -> float:
        """How sure it is that ``holder`` held the office on a day."""
        sure = holder.confidence if holder.certainly(on) else holder.confidence * _MARGIN
        if holder.end is not None:
            return round(sure, 3)
        seen = max(self.until(holder.source), last_day(holder.start) if holder.start else date.min)
        years = max(0, (on - seen).days) / _DAYS_A_YEAR
        return round(sure * exp(-years * self.turnover.get(holder.role, 0.0)), 3)


def read_holders(text: str, sources: Sources, *, name: str) -> Iterator[Holder]:
    """Read a table of holders from CSV.

    Raises:
        DataError: naming file and line, where a column is missing or a value cannot be.
    """
    rows = csv.reader(io.StringIO(text))
    header = next(rows, [])
    if header != list(Holder.__slots__):
        raise DataError(f"{name}:1: the columns must be {','.join(Holder.__slots__)}")
    for row in rows:
        try:
            yield _holder(row, sources)
        except ValueError as error:
            raise DataError(f"{name}:{rows.line_num}: {error}") from error


def _holder(row: list[str], sources: Sources) -> Holder:
    if len(row) != len(Holder.__slots__):
        raise ValueError(f"{len(row)} values for {len(Holder.__slots__)} columns")
    person, aliases, office, role, level, country, sectors, start, end, source, confidence = row
    holder = Holder(
        person=person,
        aliases=_split(aliases),
        office=office,
        role=role,
        level=int(level),
        country=country,
        sectors=_split(sectors),
        start=start or None,
        end=end or None,
        source=source,
        confidence=float(confidence),
    )
    _check(holder, sources)
    return holder


def _split(joined: str) -> tuple[str, ...]:
    return tuple(joined.split("|")) if joined else ()


def _check(holder: Holder, sources: Sources) -> None:
    """Raise :class:`ValueError` for what no row may say."""
    if not holder.person or not holder.office or not all(holder.aliases):
        raise ValueError("a name or an office is empty")
    if not _ROLE.fullmatch(holder.role) or not 1 <= holder.level <= 4:
        raise ValueError(f"no such role and level: {holder.role}, {holder.level}")
    if not _COUNTRY.fullmatch(holder.country):
        raise ValueError(f"no such code: {holder.country!r}")
    if not 0 < holder.confidence <= 1:
        raise ValueError(f"confidence {holder.confidence} is not in (0, 1]")
    if unknown := set(holder.source.split("+")) - set(sources.known_until):
        raise ValueError(f"no such source: {', '.join(sorted(unknown))}")
    begin = first_day(holder.start) if holder.start else date.min
    if holder.end and last_day(holder.end) < begin:
        raise ValueError(f"the end {holder.end} lies before the start {holder.start}")


class Holders:
    """The look-ups over a table of office-holders."""

    def __init__(self, rows: Iterable[Holder], sources: Sources) -> None:
        self.rows = tuple(rows)
        self.sources = sources
        self._exact: dict[str, set[int]] = {}
        self._by_office: dict[tuple[str, str], list[int]] = {}
        for number, holder in enumerate(self.rows):
            self._by_office.setdefault((holder.country, holder.role), []).append(number)
            for form in _forms(holder):
                self._exact.setdefault(names.fold(form), set()).add(number)

    @classmethod
    def load(cls) -> Holders:
        """Read the tables that ship with the package.

        Raises:
            DataError: a table is wrong; the message names file and line.
        """
        folder = files("dragoman.world") / "data"
        sources = Sources.parse((folder / _SOURCES).read_text(encoding="utf-8"))
        rows: list[Holder] = []
        for name in _TABLES:
            text = (folder / name).read_text(encoding="utf-8")
            rows.extend(read_holders(text, sources, name=name))
        return cls(rows, sources)

    def holders(self, name: str, on: date, *, country: str | None = None) -> tuple[Holder, ...]:
        """Who of this name held an office on a day.

        ``name`` is a full or a family name, in any usual spelling, with or without titles. A
        family name alone may give several persons: they come by level, then confidence. The
        confidence of what is returned is that of the day, lower for a match that needed a looser
        comparison of names.
        """
        for numbers, factor in self._steps(name):
            found = self._on(numbers, on, country, factor)
            if found:
                return found
        return ()

    def holders_of(self, country: str, role: str, on: date) -> tuple[Holder, ...]:
        """Who held an office of this role in a country or body on a day, surest first."""
        return self._on(self._by_office.get((country, role), ()), on, None, 1.0)

    def known(self, name: str) -> tuple[Holder, ...]:
        """Every term of everyone of this name, oldest first."""
        for numbers, _ in self._steps(name):
            if numbers:
                found = [self.rows[number] for number in numbers]
                return tuple(sorted(found, key=lambda holder: holder.start or ""))
        return ()

    def _steps(self, name: str) -> Iterator[tuple[Iterable[int], float]]:
        """The rows a name may mean, by ever looser comparison, with what that costs."""
        yield self._exact.get(names.fold(name), set()), 1.0
        yield self._by_key.get(names.key(name), set()), 0.98
        yield self._by_sound.get(names.sound_key(name), set()), 0.9
        yield self._alike(name), 0.85

    def _alike(self, name: str) -> set[int]:
        """Rows whose person has a name like a printed one of two words or more."""
        parts = names.sounds(name)
        if len(parts) < 2:
            return set()
        near = set().union(*(self._by_word.get(part, set()) for part in parts))
        return {number for number in near if _is_like(name, self.rows[number])}

    def _on(
        self, numbers: Iterable[int], on: date, country: str | None, factor: float
    ) -> tuple[Holder, ...]:
        found = [
            replace(holder, confidence=round(self.sources.confidence(holder, on) * factor, 3))
            for holder in map(self.rows.__getitem__, numbers)
            if (country is None or holder.country == country) and holder.possibly(on)
        ]
        found = [holder for holder in found if holder.confidence >= _LEAST_CONFIDENCE]
        return tuple(sorted(found, key=_rank))

    @cached_property
    def _by_key(self) -> dict[str, set[int]]:
        return self._indexed(names.key)

    @cached_property
    def _by_sound(self) -> dict[str, set[int]]:
        index = self._indexed(names.sound_key)
        index.pop("", None)
        return index

    @cached_property
    def _by_word(self) -> dict[str, set[int]]:
        index: dict[str, set[int]] = {}
        for number, holder in enumerate(self.rows):
            for name in (holder.person, *holder.aliases):
                for part in names.sounds(name):
                    index.setdefault(part, set()).add(number)
        return index

    def _indexed(self, key: names.Key) -> dict[str, set[int]]:
        index: dict[str, set[int]] = {}
        for number, holder in enumerate(self.rows):
            for form in _forms(holder):
                index.setdefault(key(form), set()).add(number)
        return index


def _forms(holder: Holder) -> Iterator[str]:
    """The forms under which a row is found at once."""
    yield holder.person
    yield from holder.aliases
    yield from names.families(holder.person, holder.country)


def _is_like(name: str, holder: Holder) -> bool:
    return any(names.likeness(name, form) > 0 for form in (holder.person, *holder.aliases))


def _rank(holder: Holder) -> tuple[int, float, str, str]:
    return holder.level, -holder.confidence, holder.country, holder.person
