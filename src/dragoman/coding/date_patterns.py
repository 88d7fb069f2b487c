"""What expressions of time look like, read from ``data/date_patterns.toml``."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Literal

from dragoman.coding.calendar_words import CalendarWords, calendar_words
from dragoman.coding.date_frame import Fitting, Meaning
from dragoman.coding.date_meanings import FITTINGS, MEANINGS
from dragoman.coding.date_windows import Windows
from dragoman.errors import DataError
from dragoman.world.zones import printed_zones

_FILE = "date_patterns.toml"
_PLACE = re.compile(r"(?<!\?P)<(\w+)>")
_REACH = 24
_PREFIX_REACH = 48

Only = Literal["", "alone", "describes", "verb", "no count"]
"""In which surroundings alone a match is a time; the file says more."""

KINDS = frozenset(
    {"day", "days", "week", "month", "year", "decade", "century", "quarter", "season", "weekend",
     "feast", "told", "unit", "clock", "moment", "stretch"}
)  # fmt: skip
"""What an expression may be, for what goes with it."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """A kind of expression: what it looks like and what it means.

    A text is searched around ``hints`` (words in lower case) and ``marks`` only; ``before`` must
    match what stands right before the expression, ``unless`` must not.
    """

    name: str
    expression: re.Pattern[str]
    meaning: Meaning
    kind: str = "stretch"
    only: Only = ""
    hints: tuple[str, ...] = ()
    marks: tuple[re.Pattern[str], ...] = ()
    before: re.Pattern[str] | None = None
    unless: re.Pattern[str] | None = None

    def found_in(self, windows: Windows) -> Iterator[re.Match[str]]:
        """The matches in a text."""
        for begin, end in windows.around(self.hints, self.marks):
            for match in self.expression.finditer(windows.text, begin, end):
                if self._stands(windows.text, match.start()):
                    yield match

    def _stands(self, text: str, start: int) -> bool:
        """Whether what stands before a match is as it must be."""
        reach = max(0, start - _REACH)
        if self.before is not None and not self.before.search(text, reach, start):
            return False
        return self.unless is None or not self.unless.search(text, reach, start)


@dataclass(frozen=True, slots=True)
class Prefix:
    """Words before an expression that belong to it, and what both mean.

    ``over`` are the kinds it goes with, ``gives`` the kind of both, that of the expression where
    it is empty.
    """

    name: str
    expression: re.Pattern[str]
    fitting: Fitting
    over: frozenset[str]
    gives: str = ""
    only: Only = ""

    def match(self, text: str, end: int, floor: int) -> re.Match[str] | None:
        """The words right before ``end``, none of them before ``floor``."""
        return self.expression.search(text, max(floor, end - _PREFIX_REACH), end)


@dataclass(frozen=True, slots=True)
class Grammar:
    """All patterns and prefixes."""

    patterns: tuple[Pattern, ...]
    prefixes: tuple[Prefix, ...]


@cache
def grammar() -> Grammar:
    """The patterns and prefixes that ship with the package, read once.

    Raises:
        DataError: The file is wrong; the message names the pattern.
    """
    folder = resources.files("dragoman.coding") / "data"
    return read_grammar((folder / _FILE).read_text(encoding="utf-8"), calendar_words())


def read_grammar(text: str, words: CalendarWords, *, name: str = _FILE) -> Grammar:
    """Read and check patterns and prefixes from TOML.

    Raises:
        DataError: A key is missing, an expression is none, a part, kind or meaning is unknown.
    """
    try:
        table = tomllib.loads(text)
        lists = _lists(words)
        parts = {key: _worded(part, lists) for key, part in table["parts"].items()}
        marks = {key: re.compile(_worded(mark, lists)) for key, mark in table["marks"].items()}
        rows, prefixes = table["pattern"], table.get("prefix", [])
    except (tomllib.TOMLDecodeError, KeyError, AttributeError, re.error) as error:
        raise DataError(f"{name}: {error!r}.", hint="Compare it with the shipped file.") from error
    reading = _Reading(name, parts, marks, lists)
    return Grammar(
        tuple(reading.pattern(row) for row in rows),
        tuple(reading.prefix(row) for row in prefixes),
    )


@dataclass(frozen=True, slots=True)
class _Reading:
    """A file while it is read: its name, its parts and marks, the lists of words."""

    name: str
    parts: Mapping[str, str]
    marks: Mapping[str, re.Pattern[str]]
    lists: Mapping[str, str]

    def pattern(self, row: Mapping[str, object]) -> Pattern:
        try:
            return Pattern(
                name=str(row["name"]),
                expression=self._shape(row["shape"]),
                meaning=MEANINGS[str(row["meaning"])],
                kind=_kind(row.get("kind", "stretch")),
                only=_only(row.get("only", "")),
                hints=_strings(row.get("hints")),
                marks=tuple(self.marks[mark] for mark in _strings(row.get("marks"))),
                before=self._beside(row.get("before")),
                unless=self._beside(row.get("unless")),
            )
        except (KeyError, re.error) as error:
            raise self._wrong(row, error) from error

    def prefix(self, row: Mapping[str, object]) -> Prefix:
        try:
            return Prefix(
                name=str(row["name"]),
                expression=self._shape(row["shape"]),
                fitting=FITTINGS[str(row["fitting"])],
                over=frozenset(map(_kind, _strings(row["over"]))),
                gives=_kind(row["gives"]) if "gives" in row else "",
                only=_only(row.get("only", "")),
            )
        except (KeyError, re.error) as error:
            raise self._wrong(row, error) from error

    def _shape(self, shape: object) -> re.Pattern[str]:
        filled = str(shape)
        while _PLACE.search(filled):
            filled = _PLACE.sub(lambda match: self.parts[match[1]], filled)
        return re.compile(_worded(filled, self.lists))

    def _beside(self, shape: object) -> re.Pattern[str] | None:
        return re.compile(_worded(str(shape), self.lists)) if shape else None

    def _wrong(self, row: Mapping[str, object], error: Exception) -> DataError:
        where = f"{self.name}, pattern {row.get('name')!r}"
        return DataError(f"{where}: {error!r}.", hint="Compare it with the shipped file.")


def _kind(value: object) -> str:
    if value not in KINDS:
        raise KeyError(value)
    return str(value)


def _only(value: object) -> Only:
    known: Only
    for known in ("", "alone", "describes", "verb", "no count"):
        if value == known:
            return known
    raise KeyError(value)


def _strings(values: object) -> tuple[str, ...]:
    return tuple(map(str, values)) if isinstance(values, list) else ()


# Words of the calendar -----------------------------------------------------------------------


def _worded(part: str, lists: Mapping[str, str]) -> str:
    """A part with the words of the calendar filled in."""
    for key, listed in lists.items():
        part = part.replace(f"{{{key}}}", listed)
    return part


def _lists(words: CalendarWords) -> dict[str, str]:
    weekdays, short_weekdays = _long_and_short(words.weekdays)
    months, short_months = _long_and_short(words.months)
    zones = [zone for zone in printed_zones() if zone.isupper() or " " in zone]
    return {
        "weekdays": rf"(?:{weekdays})\b",
        "short_weekdays": short_weekdays,
        "months": rf"(?:{months})\b|(?:{short_months})\b\.?",
        "numbers": rf"\d{{1,3}}|{_composed(words)}|(?i:{_either({*words.vague, *words.numbers})})",
        "seasons": _either(words.seasons),
        "holidays": _either(words.feasts.names),
        "known": _either(words.feasts.known),
        "ordinals": _either(words.ordinals),
        "decades": _either(words.decades),
        "name_words": _either(words.name_words),
        "zones": _either(zones),
    }


def _composed(words: CalendarWords) -> str:
    """Numbers such as "twenty-five"."""
    tens = [word for word, number in words.numbers.items() if 20 <= number < 100]
    ones = [word for word, number in words.numbers.items() if 1 <= number < 10 and len(word) > 2]
    return rf"(?i:(?:{_either(tens)})[-\s](?:{_either(ones)}))"


def _either(words: Iterable[str]) -> str:
    ordered = sorted(words, key=len, reverse=True)
    return "|".join(re.escape(word).replace(r"\ ", r"\s+").replace("'", "['’]") for word in ordered)


def _long_and_short(words: Mapping[str, int]) -> tuple[str, str]:
    """The full forms, and the short ones that may have a full stop."""
    longest: dict[int, str] = {}
    for word, number in words.items():
        longest[number] = max(word, longest.get(number, ""), key=len)
    short = [word for word, number in words.items() if word != longest[number]]
    return _either(longest.values()), _either(short)
