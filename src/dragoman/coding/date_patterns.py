"""What expressions of time look like, read from ``data/date_patterns.toml``."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

from dragoman.coding.calendar_words import CalendarWords, calendar_words
from dragoman.coding.date_meanings import MEANINGS, Meaning
from dragoman.errors import DataError

_FILE = "date_patterns.toml"
_PLACE = re.compile(r"(?<!\?P)<(\w+)>")
_REACH = 12


@dataclass(frozen=True, slots=True)
class Pattern:
    """A kind of expression: what it looks like and what it means.

    ``hints`` are words of which a text must hold one, in lower case, to be searched at all;
    ``before`` must match what stands right before the expression.
    """

    name: str
    expression: re.Pattern[str]
    meaning: Meaning
    hints: tuple[str, ...] = ()
    before: re.Pattern[str] | None = None

    def found_in(self, text: str, lowered: str) -> Iterator[re.Match[str]]:
        """The matches in a text, given in lower case as well."""
        if self.hints and not any(hint in lowered for hint in self.hints):
            return
        for match in self.expression.finditer(text):
            start = match.start()
            if self.before is None or self.before.search(text, max(0, start - _REACH), start):
                yield match


@cache
def patterns() -> tuple[Pattern, ...]:
    """The patterns that ship with the package, read once.

    Raises:
        DataError: The file is wrong; the message names the pattern.
    """
    folder = resources.files("dragoman.coding") / "data"
    return read_patterns((folder / _FILE).read_text(encoding="utf-8"), calendar_words())


def read_patterns(text: str, words: CalendarWords, *, name: str = _FILE) -> tuple[Pattern, ...]:
    """Read and check patterns from TOML.

    Raises:
        DataError: A key is missing, an expression is none, a part or meaning is unknown.
    """
    try:
        table = tomllib.loads(text)
        parts = {key: _worded(part, words) for key, part in table["parts"].items()}
        rows = table["pattern"]
    except (tomllib.TOMLDecodeError, KeyError, AttributeError) as error:
        raise DataError(f"{name}: {error!r}.", hint="Compare it with the shipped file.") from error
    return tuple(_pattern(row, parts, f"{name}, pattern {row.get('name')!r}") for row in rows)


def _pattern(row: Mapping[str, object], parts: Mapping[str, str], where: str) -> Pattern:
    try:
        shape = _PLACE.sub(lambda match: parts[match[1]], str(row["shape"]))
        before = row.get("before")
        hints = row.get("hints", ())
        return Pattern(
            name=str(row["name"]),
            expression=re.compile(shape),
            meaning=MEANINGS[str(row["meaning"])],
            hints=tuple(map(str, hints)) if isinstance(hints, list) else (),
            before=re.compile(str(before)) if before else None,
        )
    except (KeyError, re.error) as error:
        raise DataError(f"{where}: {error!r}.", hint="Compare it with the shipped file.") from error


def _worded(part: str, words: CalendarWords) -> str:
    """A part with the words of the calendar filled in."""
    lists = {
        "weekdays": _abbreviable(words.weekdays),
        "months": _abbreviable(words.months),
        "numbers": rf"\d{{1,3}}|(?i:{_either({*words.vague, *words.numbers})})",
        "seasons": _either(words.seasons),
        "holidays": _either(words.holidays),
    }
    for key, listed in lists.items():
        part = part.replace(f"{{{key}}}", listed)
    return part


def _either(words: Iterable[str]) -> str:
    ordered = sorted(words, key=len, reverse=True)
    return "|".join(re.escape(word).replace(r"\ ", r"\s+").replace("'", "['’]") for word in ordered)


def _abbreviable(words: Mapping[str, int]) -> str:
    """Full forms as they are, short forms with or without a full stop."""
    longest: dict[int, str] = {}
    for word, number in words.items():
        longest[number] = max(word, longest.get(number, ""), key=len)
    short = [word for word, number in words.items() if word != longest[number]]
    return rf"(?:{_either(longest.values())})\b|(?:{_either(short)})\b\.?"
