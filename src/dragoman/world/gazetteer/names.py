"""Printed names of places, brought to the form by which the gazetteer knows them."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources

from anyascii import anyascii

from dragoman.errors import DataError

_FILE = "place_names.toml"
_SILENT = re.compile(r"['`\u2019\u2018\u02bb\u02bc\u02bf\u02be.]")
_BETWEEN = re.compile(r"[^a-z0-9]+")
_LATIN = re.compile(r"[^\W\d_a-z][^\u0250-\u02af\u0370-\u1dff\u2e80-\uffff]*")
_CODE_LENGTH = 4


@lru_cache(maxsize=1 << 14)
def key(name: str) -> str:
    """Return a name in plain lower-case words: "Deir ez-Zor" gives "deir ez zor".

    Dots and apostrophes leave nothing behind: "U.S." and "US" are one.
    """
    plain = _SILENT.sub("", name)
    plain = plain if plain.isascii() else _SILENT.sub("", anyascii(plain))
    return _BETWEEN.sub(" ", plain.lower()).strip()


def is_printable_name(name: str) -> bool:
    """Whether news in English may print a name so: in Latin letters, no code such as an airport's.

    Lists of other names also hold names in all scripts, and transliterations without capitals.
    """
    bare = _SILENT.sub("", name)
    return bool(_LATIN.fullmatch(bare)) and not (bare.isupper() and len(bare) <= _CODE_LENGTH)


@dataclass(frozen=True, slots=True)
class NameForms:
    """How one name is printed in several ways; the file says what each list is for."""

    openings: tuple[tuple[str, str], ...]
    leading: tuple[str, ...]
    articles: frozenset[str]
    divisions: Mapping[str, str]

    @classmethod
    def parse(cls, text: str, *, name: str = _FILE) -> NameForms:
        """Read the lists from TOML.

        Raises:
            DataError: A list is missing, or does not have the form it should have.
        """
        try:
            table = tomllib.loads(text)
            pairs = tuple((str(one), str(other)) for one, other in table["openings"])
            lists = {each: tuple(map(str, table[each])) for each in ("leading", "articles")}
            divisions = {str(word): str(kind) for word, kind in table["divisions"].items()}
        except (tomllib.TOMLDecodeError, KeyError, TypeError, ValueError) as error:
            raise DataError(
                f"{name}: {error!r}", hint="Compare it with the shipped file."
            ) from error
        return cls(pairs, lists["leading"], frozenset(lists["articles"]), divisions)

    def variants(self, name: str) -> Iterator[str]:
        """Yield the keys under which a printed name may be known."""
        plain = key(name)
        yield plain
        for one, other in self.openings:
            if plain.startswith(f"{one} "):
                yield f"{other}{plain[len(one) :]}"

    def shorter(self, name: str) -> Iterator[str]:
        """Yield the keys without the words before a name that the gazetteer may leave out."""
        plain = key(name)
        for words in (*self.leading, *self.articles):
            if plain.startswith(f"{words} "):
                yield plain[len(words) + 1 :]

    def division(self, name: str) -> tuple[str, str] | None:
        """Return the key without the word for a kind of place, and the class that word tells.

        "Idlib province" gives ("idlib", "A"); a name without such a word None.
        """
        words, _, last = key(name).rpartition(" ")
        return (words, self.divisions[last]) if words and last in self.divisions else None

    def without_article(self, plain: str) -> str | None:
        """Return a key without the article it begins with: "fallujah" of "al fallujah"."""
        first, _, rest = plain.partition(" ")
        return rest if rest and first in self.articles else None


@cache
def name_forms() -> NameForms:
    """Return the lists that ship with the package, read once."""
    folder = resources.files("dragoman.world") / "data"
    return NameForms.parse((folder / _FILE).read_text(encoding="utf-8"))
