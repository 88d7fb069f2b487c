"""Many articles from a few that were read: other words, names, days and outlets, spans as before.

Words give way to others of the same length, so that every span still lies where it lay and no
article is a near-copy of another; names of persons do so alike in text and record, and recur as
they do in real articles (:mod:`benchmarks.casting`). What comes out is of the size and the
vocabulary of real records, and nothing had to be read for it.
"""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from hashlib import sha256
from typing import Any

from benchmarks.casting import Casting, by_length, other
from dragoman.records import PartialDate, Record

OUTLETS = 60
DAYS = 365
"""Over how many days the articles are spread, unless told otherwise."""

CHANGED = 0.5
"""Share of the words that give way to others."""

_WORD = re.compile(r"\b[a-z]{3,}\b")
_NAME = re.compile(r"\b[A-Z][a-z]{2,}\b")
_ID = re.compile(r"[0-9a-f]{64}")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_PARTIAL = re.compile(r"\d{4}(-\d{2})?")


class Variations:
    """Makes articles from a sample of records.

    Args:
        sample: Records that were read.
        days: Over how many days what is made of each of them is spread.
    """

    def __init__(self, sample: Sequence[Record], days: int = DAYS) -> None:
        self._days = days
        self._sample = [each.to_dict() for each in sample]
        self._words = by_length(
            word for each in sample for word in _WORD.findall(each.article.text)
        )
        self._casting = Casting(words for each in self._sample for words in _names(each))

    def __len__(self) -> int:
        return len(self._sample)

    def of(self, number: int) -> Record:
        """Return the article of a number; the same at every call."""
        chance = random.Random(number)
        copy, like = divmod(number, len(self))
        plain = self._sample[like]
        words = {word for words in _names(plain) for word in words}
        names = self._casting.names(words, like, copy)
        made: dict[str, Any] = _walked(plain, _Changes(number, number % self._days, names))
        article = made["article"]
        article["text"] = self._reworded(article["text"], chance)
        if article["title_span"] is not None:
            article["title"] = article["text"][slice(*article["title_span"])]
        article["url"] = f"https://outlet{number % OUTLETS}.example/{number}"
        article["publisher"] = f"Outlet {number % OUTLETS}"
        article["id"] = sha256(article["text"].encode()).hexdigest()
        return Record.from_json(json.dumps(made))

    def _reworded(self, text: str, chance: random.Random) -> str:
        def changed(found: re.Match[str]) -> str:
            word = found[0]
            return other(word, self._words, chance) if chance.random() < CHANGED else word

        return _WORD.sub(changed, text)


@dataclass(frozen=True, slots=True)
class _Changes:
    """What becomes of the strings of a record."""

    number: int
    earlier: int
    names: Mapping[str, str]

    def of(self, text: str) -> str:
        """Return a string with other ids, days and names."""
        if _ID.fullmatch(text):
            return sha256(f"{text} {self.number}".encode()).hexdigest()
        if _DAY.match(text):
            return _DAY.sub(self._day, text)
        return _NAME.sub(lambda found: self.names.get(found[0], found[0]), text)

    def _day(self, found: re.Match[str]) -> str:
        try:
            day = date.fromisoformat(found[0]) - timedelta(days=self.earlier)
        except (ValueError, OverflowError):
            return found[0]
        return day.isoformat()


def _walked(value: Any, changes: _Changes) -> Any:
    if isinstance(value, str):
        return changes.of(value)
    if isinstance(value, list):
        return [_walked(each, changes) for each in value]
    if isinstance(value, dict):
        return {name: _walked(_whole_day(name, each), changes) for name, each in value.items()}
    return value


def _whole_day(name: str, value: Any) -> Any:
    """Return the first or the last day of a month or year that a time begins or ends with.

    Moved by some days, it would begin after it ends where the other end is a day.
    """
    if name not in ("earliest", "latest") or not _PARTIAL.fullmatch(value or ""):
        return value
    return getattr(PartialDate.parse(value), name).isoformat()


def _names(plain: Mapping[str, Any]) -> Iterator[list[str]]:
    """Yield the words of the name of each person."""
    for each in plain["actors"]:
        if each["kind"] == "person":
            yield _NAME.findall(each["name"])
