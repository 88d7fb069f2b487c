"""The words of dates, read from ``data/calendar.toml`` and ``data/feasts.tsv``."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Any

from dragoman.errors import DataError
from dragoman.world.tables import Row, read_table

_FILE = "calendar.toml"
_FEASTS = "feasts.tsv"
_COLUMNS = ("feast", "first", "last")

Days = tuple[date, date]


@dataclass(frozen=True, slots=True)
class Feasts:
    """Days with names of their own; see the file for each table.

    ``fixed`` gives month and day, ``easter`` and ``orthodox_easter`` days from Easter Sunday,
    ``by_weekday`` month, weekday and which of the month, ``moon`` the name in the table
    ``moons``, which gives the first and the last day of each year, ``known`` one day,
    ``attacks`` the year by month and day.
    """

    fixed: Mapping[str, tuple[int, int]]
    easter: Mapping[str, int]
    orthodox_easter: Mapping[str, int]
    by_weekday: Mapping[str, tuple[int, int, int]]
    moon: Mapping[str, str]
    moons: Mapping[str, Sequence[Days]]
    known: Mapping[str, date]
    attacks: Mapping[tuple[int, int], int]

    @property
    def names(self) -> tuple[str, ...]:
        """All that fall on a day of every year."""
        return (
            *self.fixed,
            *self.easter,
            *self.orthodox_easter,
            *self.by_weekday,
            *self.moon,
        )


@dataclass(frozen=True, slots=True)
class Ahead:
    """Words that put what depends on them ahead; see the file for each list."""

    words: frozenset[str]
    participles: frozenset[str]
    auxiliaries: frozenset[str]
    begun: frozenset[str]
    unchanging: frozenset[str]


@dataclass(frozen=True, slots=True)
class CalendarWords:
    """What weekdays, months, numbers and units are called; see the file for each table.

    ``vague`` gives the least and the most a vague number means, ``units`` days, ``recent`` the
    reach in days of "recent weeks", ``decades`` first years, ``name_words`` what makes a name of
    the weekday behind it.
    """

    weekdays: Mapping[str, int]
    months: Mapping[str, int]
    seasons: Mapping[str, int]
    ordinals: Mapping[str, int]
    decades: Mapping[str, int]
    numbers: Mapping[str, float]
    vague: Mapping[str, tuple[int, int]]
    units: Mapping[str, float]
    recent: Mapping[str, int]
    name_words: tuple[str, ...]
    feasts: Feasts
    ahead: Ahead

    @classmethod
    def parse(cls, text: str, *, name: str = _FILE) -> CalendarWords:
        """Read the tables from TOML.

        Raises:
            DataError: A table is missing or holds what it cannot.
        """
        try:
            table = tomllib.loads(text)
            words = cls(
                weekdays=_whole(table["weekdays"]),
                months=_whole(table["months"]),
                seasons=_whole(table["seasons"]),
                ordinals=_whole(table["ordinals"]),
                decades=_whole(table["decades"]),
                numbers={word: float(number) for word, number in table["numbers"].items()},
                vague={word: _pair(pair) for word, pair in table["vague"].items()},
                units={word: float(days) for word, days in table["units"].items()},
                recent=_whole(table["recent"]),
                name_words=tuple(table["name_words"]["words"]),
                feasts=_feasts(table),
                ahead=Ahead(*(frozenset(table["future"][key]) for key in Ahead.__slots__)),
            )
        except (tomllib.TOMLDecodeError, KeyError, TypeError, ValueError) as error:
            hint = "Compare it with the shipped file."
            raise DataError(f"{name}: {error!r}.", hint=hint) from error
        words.check(name)
        return words

    def check(self, name: str) -> None:
        """Raise :class:`DataError` where a number cannot be a weekday, month or day."""
        for word, day in self.weekdays.items():
            if day not in range(7):
                raise DataError(f"{name}: {word} cannot be day {day} of a week.")
        for word, month in {**self.months, **self.seasons}.items():
            if month not in range(1, 13):
                raise DataError(f"{name}: {word} cannot be month {month} of a year.")


def _feasts(table: Mapping[str, Any]) -> Feasts:
    return Feasts(
        fixed={word: _pair(pair) for word, pair in table["holidays"].items()},
        easter=_whole(table["easter"]),
        orthodox_easter=_whole(table["orthodox_easter"]),
        by_weekday={word: _three(rule) for word, rule in table["by_weekday"].items()},
        moon={word: str(feast) for word, feast in table["moon"].items()},
        moons={},
        known={word: _day(day) for word, day in table["known_days"].items()},
        attacks={
            (day.month, day.day): day.year for day in map(_day, table["attack_days"].values())
        },
    )


def _whole(table: Mapping[str, int]) -> Mapping[str, int]:
    return {word: int(number) for word, number in table.items()}


def _pair(values: Sequence[int]) -> tuple[int, int]:
    first, second = values
    return int(first), int(second)


def _three(values: Sequence[int]) -> tuple[int, int, int]:
    month, day, which = values
    return int(month), int(day), int(which)


def _day(value: object) -> date:
    if not isinstance(value, date):
        message = f"{value!r} is no date"
        raise TypeError(message)
    return value


def read_feasts(folder: Traversable, words: CalendarWords) -> CalendarWords:
    """Return the words with the days of the feasts of the moon.

    Raises:
        DataError: The table is wrong, or lacks a feast that the words name.
    """
    moons: dict[str, list[Days]] = {}
    for row in read_table(folder, _FEASTS, _COLUMNS):
        moons.setdefault(row["feast"], []).append(_days(row))
    absent = set(words.feasts.moon.values()) - moons.keys()
    if absent:
        raise DataError(f"{_FEASTS}: has no {', '.join(sorted(absent))}.")
    return replace(words, feasts=replace(words.feasts, moons=moons))


def _days(row: Row) -> Days:
    try:
        first, last = date.fromisoformat(row["first"]), date.fromisoformat(row["last"])
    except ValueError as error:
        raise row.wrong(str(error)) from error
    if last < first:
        raise row.wrong(f"{last} lies before {first}")
    return first, last


@cache
def calendar_words() -> CalendarWords:
    """The words that ship with the package, read once."""
    folder = resources.files("dragoman.coding") / "data"
    words = CalendarWords.parse((folder / _FILE).read_text(encoding="utf-8"))
    return read_feasts(folder, words)
