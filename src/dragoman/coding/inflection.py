"""What the base form of an English word may be, for tables that list base forms.

The reader's lemmas are learned and err now and then ("warne" for "warned"); a table of words is
asked for the lemma first, and then for these.
"""

from __future__ import annotations

from functools import cache, lru_cache
from importlib import resources
from typing import TYPE_CHECKING

from dragoman.world.tables import read_table

if TYPE_CHECKING:
    from collections.abc import Container

    from dragoman.coding.tree import Tree

_IRREGULAR = "irregular_forms.tsv"
_SHORTEST = 3
_VOWELS = frozenset("aeiou")


@lru_cache(maxsize=20_000)
def bases(word: str) -> tuple[str, ...]:
    """Candidate base forms of a word in lower case, itself first.

    Irregular verbs are looked up, the rest goes by regular endings.

    >>> bases("warned")
    ('warned', 'warne', 'warn')
    >>> bases("threw")
    ('threw', 'throw')
    """
    found = [word, *irregular(word)]
    for ending, rest in _ENDINGS:
        stem = word.removesuffix(ending)
        if stem != word and len(stem) >= _SHORTEST - (rest != ""):
            found.append(stem + rest)
            if rest == "" and ending in {"ed", "ing"}:
                found.extend(_undoubled(stem))
    return tuple(dict.fromkeys(found))


_ENDINGS = (
    ("ies", "y"),
    ("ied", "y"),
    ("ves", "fe"),
    ("ves", "f"),
    ("es", ""),
    ("s", ""),
    ("d", ""),
    ("ed", ""),
    ("ing", ""),
    ("ing", "e"),
)


def irregular(word: str) -> tuple[str, ...]:
    """The verb that a word is an irregular form of, as far as the table knows."""
    found = _irregular().get(word)
    return () if found is None else (found,)


@cache
def _irregular() -> dict[str, str]:
    folder = resources.files("dragoman.coding") / "data"
    return {row["form"]: row["lemma"] for row in read_table(folder, _IRREGULAR, ("form", "lemma"))}


def _undoubled(stem: str) -> tuple[str, ...]:
    """Undo a doubled consonant: stopp → stop."""
    doubled = stem[-1] == stem[-2] and stem[-1] not in _VOWELS
    return (stem[:-1],) if doubled else ()


@lru_cache(maxsize=20_000)
def _forms(lemma: str, word: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys((lemma, *bases(word))))


def forms(tree: Tree, token: int) -> tuple[str, ...]:
    """What a table may list a token as: its lemma, its word, other likely base forms."""
    return _forms(tree.lemmas[token], tree.lower[token])


def is_one_of(tree: Tree, token: int, words: Container[str]) -> bool:
    """Whether a table of base forms has a token."""
    return any(form in words for form in _forms(tree.lemmas[token], tree.lower[token]))
