"""The words of dates, read from ``data/calendar.toml``."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

from dragoman.errors import DataError

_FILE = "calendar.toml"


@dataclass(frozen=True, slots=True)
class CalendarWords:
    """What weekdays, months, numbers and units are called; see the file for each table.

    ``vague`` gives the least and the most a vague number means, ``units`` days, ``recent`` the
    reach in days of "recent weeks", ``holidays`` month and day, ``future_words`` lemmas and
    ``auxiliaries`` word forms that put what depends on them ahead.
    """

    weekdays: Mapping[str, int]
    months: Mapping[str, int]
    seasons: Mapping[str, int]
    holidays: Mapping[str, tuple[int, int]]
    numbers: Mapping[str, int]
    vague: Mapping[str, tuple[int, int]]
    units: Mapping[str, float]
    recent: Mapping[str, int]
    future_words: frozenset[str]
    auxiliaries: frozenset[str]

    @classmethod
    def parse(cls, text: str, *, name: str = _FILE) -> CalendarWords:
        """Read the tables from TOML.

        Raises:
            DataError: A table is missing or holds what it cannot.
        """
        try:
            table = tomllib.loads(text)
            words = cls(
                weekdays={word: int(day) for word, day in table["weekdays"].items()},
                months={word: int(month) for word, month in table["months"].items()},
                seasons={word: int(month) for word, month in table["seasons"].items()},
                holidays={word: _pair(pair) for word, pair in table["holidays"].items()},
                numbers={word: int(number) for word, number in table["numbers"].items()},
                vague={word: _pair(pair) for word, pair in table["vague"].items()},
                units={word: float(days) for word, days in table["units"].items()},
                recent={word: int(days) for word, days in table["recent"].items()},
                future_words=frozenset(table["future"]["words"]),
                auxiliaries=frozenset(table["future"]["auxiliaries"]),
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


def _pair(values: list[int]) -> tuple[int, int]:
    first, second = values
    return int(first), int(second)


@cache
def calendar_words() -> CalendarWords:
    """The words that ship with the package, read once."""
    folder = resources.files("dragoman.coding") / "data"
    return CalendarWords.parse((folder / _FILE).read_text(encoding="utf-8"))
