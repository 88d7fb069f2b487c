"""Printed names of persons, taken apart for comparing.

The words and the sounds are those of :mod:`dragoman.world.names`; what is added here
are given and family names that many bear and romanisations of one name, from ``data/names.toml``.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from itertools import pairwise

from anyascii import anyascii

from dragoman.errors import DataError
from dragoman.world import names

_FILE = "names.toml"
_ABD = re.compile(r"abd[aeiou]?[lrsznd]?")
_VOWELS = re.compile(r"[aeiou]")
_WORD = re.compile(r"[^\W\d_]+", re.UNICODE)
_CHILD = frozenset({"bin", "ibn", "bint"})
_LONGEST = 200
"""Signs of a name that are looked at; what is longer is no name."""


@dataclass(frozen=True, slots=True)
class NameLists:
    """The lists of ``data/names.toml``: by word, the first of its group; sounds of common names."""

    romanised: Mapping[str, str]
    common: frozenset[str]

    @classmethod
    def parse(cls, text: str, *, name: str = _FILE) -> NameLists:
        """Read the lists from TOML.

        Raises:
            DataError: A list is missing or wrong, or a word stands in two groups.
        """
        try:
            table = tomllib.loads(text)
            groups = [tuple(map(str, group)) for group in table["romanised"]]
            common = frozenset(names.sound(str(word)) for word in table["common"])
        except (tomllib.TOMLDecodeError, KeyError, TypeError) as error:
            raise DataError(f"{name}: {error!r}", hint="Compare it with the shipped file.") from (
                error
            )
        words = [word for group in groups for word in group]
        if len(words) != len(set(words)):
            twice = next(word for word in words if words.count(word) > 1)
            raise DataError(f"{name}: {twice!r} stands in two groups")
        return cls({word: group[0] for group in groups for word in group}, common)


@cache
def lists() -> NameLists:
    """The lists that ship with the package, read once."""
    path = files("dragoman.crises.persons") / "data" / _FILE
    return NameLists.parse(path.read_text(encoding="utf-8"))


@dataclass(frozen=True, slots=True)
class Name:
    """A printed name: its words without titles, small words and marks of a generation.

    ``sounds`` are those of the words; ``middles`` the first letters of what stands between the
    first word and the last; ``generation`` is ``"jr"``, ``"ii"`` and the like, or ``""``;
    ``fathers`` are the words that say whose son or daughter somebody is: such a name has one order
    only, and is not called by these words alone.
    """

    words: tuple[str, ...]
    sounds: tuple[str, ...]
    middles: str
    generation: str
    fathers: frozenset[str]

    @property
    def lone(self) -> bool:
        """Whether there is one name only."""
        return len(self.words) < 2

    @property
    def common(self) -> int:
        """How many of its words are names that many bear, where all of them are."""
        many = sum(sound in lists().common for sound in self.sounds)
        return many if many == len(self.sounds) else 0


@lru_cache(maxsize=65536)
def parsed(name: str) -> Name:
    """Take a printed name apart."""
    name = name[:_LONGEST]
    words = names.words(name)
    generation = ""
    marks = names.rules().generations | names.rules().numerals
    while len(words) > 1 and words[-1] in marks and not _is_only_letter(words):
        generation, words = _generation(words[-1]), words[:-1]
    whole = _whole(_without_particles(words))
    return Name(whole, tuple(map(sound, whole)), _middles(name), generation, _fathers(words))


def _is_only_letter(words: Sequence[str]) -> bool:
    """Whether the end is one letter behind a single word that may be an initial, not a number."""
    return len(words) == 2 and words[-1] not in {"i", "v", "x"} and len(words[-1]) == 1


def _generation(mark: str) -> str:
    return "jr" if mark == "junior" else mark


def _fathers(words: Sequence[str]) -> frozenset[str]:
    return frozenset(word for before, word in pairwise(words) if before in _CHILD)


def _without_particles(words: Sequence[str]) -> tuple[str, ...]:
    known = names.rules().particles
    return tuple(word for word in words if word not in known) or tuple(words)


def _whole(words: Sequence[str]) -> tuple[str, ...]:
    """Join "Abdel Fattah" and its like to one word."""
    joined: list[str] = []
    for word in words:
        if joined and _ABD.fullmatch(joined[-1]):
            joined[-1] += word
        else:
            joined.append(word)
    return tuple(joined)


def _middles(name: str) -> str:
    """The first letters of what stands between first and last word, initials among it."""
    words = _WORD.findall(anyascii(name.replace(".", ". ")).lower())
    bare = [word for word in words if word not in _ignored()]
    return "".join(word[0] for word in bare[1:-1])


@cache
def _ignored() -> frozenset[str]:
    rules = names.rules()
    return rules.honorifics | rules.particles | rules.generations | rules.suffixes | {"jr", "sr"}


def plain(word: str) -> str:
    """The first of the romanisations of a word."""
    return lists().romanised.get(word, word)


@lru_cache(maxsize=65536)
def sound(word: str) -> str:
    """The sound of a folded word, other romanisations of the same name brought together."""
    return names.sound(plain(word))


def skeleton(sound_of: str) -> str:
    """A sound without vowels, or as it is where little would be left."""
    bare = _VOWELS.sub("", sound_of)
    return bare if len(bare) > 1 else sound_of
