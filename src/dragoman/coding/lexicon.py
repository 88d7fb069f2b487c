"""Nouns that denote actors: a table that says what "the Iranian NOUN" is."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Literal, get_args

from dragoman.records import codebook
from dragoman.world.tables import Row, read_table

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

    from dragoman.coding.tree import Tree

NounKind = Literal[
    "government", "body", "force", "fighter", "person", "people", "relation", "collective", "place"
]
Gender = Literal["m", "f"]

_FILE = "actor_nouns.tsv"
_COLUMNS = ("noun", "kind", "sectors", "gender")
_LONGEST = 4
_KINDS: dict[str, NounKind] = {kind: kind for kind in get_args(NounKind)}
_GENDERS: dict[str, Gender] = {gender: gender for gender in get_args(Gender)}


@dataclass(frozen=True, slots=True)
class ActorNoun:
    """A noun and what it denotes; ``kind`` is explained at the head of the table."""

    noun: str
    kind: NounKind
    sectors: tuple[str, ...] = ()
    gender: Gender | None = None


class ActorNouns:
    """The table of nouns, by their words."""

    def __init__(self, nouns: tuple[ActorNoun, ...]) -> None:
        self._first: dict[str, ActorNoun] = {}
        self._collective: set[str] = set()
        for noun in nouns:
            if noun.kind == "collective":
                self._collective.add(noun.noun)
            self._first.setdefault(noun.noun, noun)
        self._lasts = frozenset(noun.rpartition(" ")[2] for noun in self._first)

    def word(self, lemma: str) -> ActorNoun | None:
        """The entry of one lemma or phrase."""
        return self._first.get(lemma)

    def at(self, tree: Tree, head: int) -> tuple[int, ActorNoun] | None:
        """The longest entry that ends with the token ``head``: (first token, entry).

        Of entries of one length that of the word as it is printed comes first: "people" is not
        the plural of "person".
        """
        word = tree.lower[head]
        forms = dict.fromkeys((word, tree.lemmas[head], singular(word)))
        lasts = [form for form in forms if form in self._lasts]
        if not lasts:
            return None
        for first in range(max(0, head - _LONGEST + 1), head + 1):
            before = tree.lower[first:head]
            for last in lasts:
                entry = self._first.get(" ".join((*before, last)))
                if entry is not None:
                    return first, entry
        return None

    def is_collective(self, lemma: str) -> bool:
        """Whether the noun stands for sides when counted: "both leaders", "most countries"."""
        return lemma in self._collective


def singular(word: str) -> str:
    """The likely singular of an English plural, where a lemma is missing."""
    if word.endswith("ies") and len(word) > len("ties"):
        return word[:-3] + "y"
    if word.endswith("men"):
        return word[:-3] + "man"
    if word.endswith("s") and not word.endswith("ss"):
        return word[:-1]
    return word


@cache
def actor_nouns() -> ActorNouns:
    """The table that ships with the package, read once.

    Raises:
        DataError: The table is wrong; the message names file and line.
    """
    return read_actor_nouns(resources.files("dragoman.coding") / "data")


def read_actor_nouns(folder: Traversable) -> ActorNouns:
    """Read and check the table in a folder.

    Raises:
        DataError: A kind, sector or gender is unknown, or a noun has the same kind twice.
    """
    nouns: list[ActorNoun] = []
    seen: set[tuple[str, str]] = set()
    for row in read_table(folder, _FILE, _COLUMNS):
        noun = _noun(row)
        if (noun.noun, noun.kind) in seen:
            raise row.wrong(f"{noun.noun!r} is listed as {noun.kind} twice")
        seen.add((noun.noun, noun.kind))
        nouns.append(noun)
    return ActorNouns(tuple(nouns))


def _noun(row: Row) -> ActorNoun:
    kind, gender = _KINDS.get(row["kind"]), row.optional("gender")
    if kind is None:
        raise row.wrong(f"unknown kind {row['kind']!r}")
    if gender is not None and gender not in _GENDERS:
        raise row.wrong(f"unknown gender {gender!r}")
    sectors = tuple((row.optional("sectors") or "").split())
    return ActorNoun(
        row["noun"], kind, _sectors(row, sectors), _GENDERS[gender] if gender else None
    )


def _sectors(row: Row, sectors: tuple[str, ...]) -> tuple[str, ...]:
    for sector in sectors:
        if sector not in codebook().codes("sectors"):
            raise row.wrong(f"unknown sector {sector!r}")
    return sectors
