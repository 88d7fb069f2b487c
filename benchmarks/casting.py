"""The persons of made articles: others than in the sample, who recur as persons do in real ones.

All names of an article give way to those of one cast, in which each word has one other word for it;
so whoever recurs within the sample recurs within a cast. An article draws its cast as its copies
before it did, or a new one: the more there are, the seldomer a new one. What is told of persons
nobody has told of before grows with all that is told, to the power 0.80 in 10,000 articles; in the
last 50 to 150 of 200 articles of the Guardian on Syria the power is 0.81 to 0.83.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

GROWTH = 0.76
"""The casts of an article grow with its copies to this power."""

Pool = Mapping[int, Sequence[str]]


class Casting:
    """Gives names to persons.

    Words that several names begin with, and none ends with, give way to one another: many bear a
    given name. Others give way to words of the beginning of one and the end of another.

    Args:
        names: The words of each name of the sample.
    """

    def __init__(self, names: Iterable[Sequence[str]]) -> None:
        every = [words for words in {tuple(each) for each in names} if words]
        begun = Counter(words[0] for words in every if len(words) > 1)
        ends = {words[-1] for words in every}
        self._given = {word for word, count in begun.items() if count > 1 and word not in ends}
        self._begun = by_length(self._given)
        self._others = by_length({word for words in every for word in words} - self._given)

    def names(self, words: Iterable[str], like: int, copy: int) -> dict[str, str]:
        """Return the words that those of an article's names give way to.

        Args:
            words: Of names.
            like: The number of the article of the sample.
            copy: How many were made of it before.
        """
        cast = cast_of(like, copy)
        return {word: self._other(word, cast) for word in words}

    def _other(self, word: str, cast: int) -> str:
        chance = random.Random(f"{word} {cast}")
        if word in self._given:
            return other(word, self._begun, chance)
        half = (len(word) + 1) // 2
        begins, ends = (other(word, self._others, chance) for _ in range(2))
        return begins[:half] + ends[half:]


def cast_of(like: int, copy: int) -> int:
    """Return the cast of a copy of an article: that of an earlier one, or one of its own.

    A Chinese restaurant (Pitman, Combinatorial Stochastic Processes, 2006, chapter 3) whose guests
    sit down beside somebody drawn from all who came before.
    """
    while copy:
        chance = random.Random(f"{like}/{copy}")
        if chance.random() < GROWTH * (copy + 1) ** (GROWTH - 1):
            break
        copy = chance.randrange(copy)
    return copy


def by_length(words: Iterable[str]) -> Pool:
    """Return words by their lengths."""
    pool: dict[int, set[str]] = {}
    for word in words:
        pool.setdefault(len(word), set()).add(word)
    return {length: sorted(found) for length, found in pool.items()}


def other(word: str, pool: Pool, chance: random.Random) -> str:
    """Draw a word of the same length."""
    return chance.choice(pool.get(len(word)) or [word])
