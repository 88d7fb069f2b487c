"""By what names are looked up, so that a new one is compared with few others.

A *block* is what spellings of one name have in common whatever their vowels: the consonants of a
word, of two words, or of the whole name. Names that many bear have large blocks of single words;
those are not gone through where two words or the whole name can tell.
"""

from __future__ import annotations

from itertools import combinations

from dragoman.crises.persons.spelling import Name, skeleton, sound

_MOST_WORDS = 6
_WHOLE = "="
_LONE = "~"


def words_of(name: Name) -> tuple[str, ...]:
    """Return the blocks of single words."""
    return tuple(dict.fromkeys(map(skeleton, name.sounds[:_MOST_WORDS])))


def wholes_of(name: Name) -> tuple[str, ...]:
    """Return the blocks of two words and of the whole name; none for one word alone."""
    if name.lone:
        return ()
    pairs = combinations(sorted(words_of(name)), 2)
    last_first = (name.words[-1], *name.words[:-1])
    joined = (skeleton(sound("".join(words))) for words in (name.words, last_first))
    return tuple(dict.fromkeys([*map(" ".join, pairs), *(_WHOLE + each for each in joined)]))


def lone_of(name: Name) -> tuple[str, ...]:
    """Return the blocks of those spellings of one word alone that may stand for a name."""
    return tuple(_LONE + block for block in words_of(name))


def blocks_of(name: Name) -> tuple[str, ...]:
    """Return all blocks that a name is found by."""
    return words_of(name) + (lone_of(name) if name.lone else wholes_of(name))
