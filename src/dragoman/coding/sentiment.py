"""The table of words that show what one side feels towards another."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Literal, get_args

from dragoman.coding.inflection import forms
from dragoman.records import Sign
from dragoman.world.tables import Row, read_table

if TYPE_CHECKING:
    from collections.abc import Sequence
    from importlib.resources.abc import Traversable

    from dragoman.coding.tree import Tree

SentimentPart = Literal["verb", "adjective", "noun", "predicate", "relation"]

_FILE = "attitudes.tsv"
_COLUMNS = ("words", "part", "sign", "score")


@dataclass(frozen=True, slots=True)
class SentimentWords:
    """A row of the table: words in order, and what they show."""

    words: tuple[str, ...]
    part: SentimentPart
    sign: Sign
    score: float


class SentimentTable:
    """The table by part and last word (verbs: first word)."""

    def __init__(self, rows: Sequence[SentimentWords]) -> None:
        self._rows: dict[tuple[SentimentPart, str], list[SentimentWords]] = {}
        for row in sorted(rows, key=lambda item: -len(item.words)):
            key = row.words[0] if row.part == "verb" else row.words[-1]
            self._rows.setdefault((row.part, key), []).append(row)

    def verb(self, tree: Tree, token: int) -> tuple[SentimentWords, ...]:
        """The rows that a verb may begin, longest first."""
        for form in forms(tree, token):
            if ("verb", form) in self._rows:
                return tuple(self._rows["verb", form])
        return ()

    def at(self, part: SentimentPart, tree: Tree, token: int) -> SentimentWords | None:
        """The longest row of a part that ends with a token."""
        for key in forms(tree, token):
            for row in self._rows.get((part, key), ()):
                first = token - len(row.words) + 1
                before = zip(row.words[:-1], range(max(first, 0), token), strict=False)
                if first >= 0 and all(_is(tree, place, word) for word, place in before):
                    return row
        return None


def _is(tree: Tree, token: int, word: str) -> bool:
    return word in forms(tree, token)


@cache
def sentiment_table() -> SentimentTable:
    """The table that ships with the package, read once.

    Raises:
        DataError: The table is wrong; the message names file and line.
    """
    return read_sentiment(resources.files("dragoman.coding") / "data")


def read_sentiment(folder: Traversable) -> SentimentTable:
    """Read and check the table in a folder.

    Raises:
        DataError: A part or sign is unknown, a score is out of bounds, or words are twice there.
    """
    rows: list[SentimentWords] = []
    seen: set[tuple[tuple[str, ...], SentimentPart]] = set()
    for row in read_table(folder, _FILE, _COLUMNS):
        found = _words(row)
        if (found.words, found.part) in seen:
            raise row.wrong(f"{row['words']!r} is listed twice as {found.part}")
        seen.add((found.words, found.part))
        rows.append(found)
    return SentimentTable(rows)


def _words(row: Row) -> SentimentWords:
    part: SentimentPart = row.one_of("part", get_args(SentimentPart))
    sign: Sign = row.one_of("sign", get_args(Sign))
    return SentimentWords(tuple(row["words"].split()), part, sign, score_of(row))


def score_of(row: Row) -> float:
    """The score of a row, between 0 and 1.

    Raises:
        DataError: It is no number, or out of bounds.
    """
    try:
        score = float(row["score"])
    except ValueError:
        raise row.wrong(f"{row['score']!r} is no number") from None
    if not 0 < score <= 1:
        raise row.wrong(f"the score {score} is not between 0 and 1")
    return score
