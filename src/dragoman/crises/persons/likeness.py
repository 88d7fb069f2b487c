"""How like two printed names are, in words: what agrees, and what speaks against it.

Words are paired one with another, the surest first: those of one sound, two that the other name
writes as one, initials, short forms, and at last those that are nearly alike. Names in which a word
is left over on both sides are those of two persons.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache, partial

from rapidfuzz.distance import JaroWinkler
from rapidfuzz.fuzz import ratio

from dragoman.crises.persons.spelling import Name, plain, sound
from dragoman.world import names

_NEAR = 85.0
_NEAR_LETTERS = 4
_ALIKE = 0.9
_LONGEST_RUN = 4
_ROUGH = str.maketrans({"C": "s", "S": "s", "z": "s", "p": "b", "f": "v", "t": "d", "y": "i"})


@lru_cache(maxsize=65536)
def likeness(left: Name, right: Name, *, either_end: bool = False) -> tuple[str, ...]:
    """Return what speaks for and against two names being one, by the names of the weights.

    Args:
        left: One name.
        right: The other.
        either_end: Whether the family name may stand first.
    """
    if not left.words or not right.words:
        return ("other",)
    if left.lone or right.lone:
        found = _of_lone(left, right, either_end=either_end)
    else:
        found = _of_full(left, right)
    if found == ("other",):
        return found
    return (*found, *_common(left, right), *_generations(left, right))


def _common(left: Name, right: Name) -> Iterator[str]:
    """Say it where the shorter of the two consists of names that many bear."""
    short = min((left, right), key=lambda name: len(name.words))
    if short.common:
        yield "common_family" if short.lone else "common"


def _generations(left: Name, right: Name) -> Iterator[str]:
    if left.generation != right.generation:
        one_sided = not (left.generation and right.generation)
        yield "generation_once" if one_sided else "generations"


def _of_lone(left: Name, right: Name, *, either_end: bool) -> tuple[str, ...]:
    lone, other = sorted((left, right), key=lambda name: len(name.words))
    word = lone.words[0]
    if other.lone:
        how = _how(word, other.words[0])
        return ("other",) if how is None else ("lone", *_told(how))
    ends = other.words if either_end else other.words[1:]
    if not lone.fathers:
        ends = tuple(word for word in ends if word not in other.fathers)
    hows = [_how(word, end) for end in reversed(ends)]
    if "same" in hows:
        return ("family",)
    return ("family", "near") if "near" in hows else ("other",)


def _of_full(left: Name, right: Name) -> tuple[str, ...]:
    if _share_the_last_alone(left.words, right.words):
        return ("other",)
    pairing = _Pairing(list(left.words), list(right.words))
    pairing.run()
    if pairing.left and pairing.right:
        return ("other",)
    short, long = sorted((left, right), key=lambda name: len(name.words))
    head = _head(pairing, short, long)
    if head == "other":
        return ("other",)
    if head == "same" and _middles_differ(left, right):
        return ("middles",)
    found = Counter(pairing.found)
    return (head, *sorted(found.elements()))


def _share_the_last_alone(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """Whether two names of two words each have the family name in common and nothing else.

    So it is with most of those that are compared, and it is told at once.
    """
    if len(left) != 2 or len(right) != 2:
        return False
    (one, last), (other, end) = left, right
    same = sound(last)
    if sound(end) != same or same in {sound(one), sound(other)}:
        return False
    return _how(one, other) is None


def _head(pairing: _Pairing, short: Name, long: Name) -> str:
    """Say how the two names lie: the same words, or one within the other."""
    left_over = pairing.left or pairing.right
    if not left_over and _begin_alike(short, long):
        return "same"
    if not left_over:
        return "other" if short.fathers or long.fathers else "order"
    if _begin_alike(short, long):
        return "part"
    return "tail"


def _begin_alike(short: Name, long: Name) -> bool:
    first, other = short.words[0], long.words[0]
    return _how(first, other) is not None or first[0] == other[0]


def _middles_differ(left: Name, right: Name) -> bool:
    """Whether both print initials between the first word and the last, and other ones."""
    both = left.middles and right.middles
    return bool(both) and left.middles[0] != right.middles[0]


@dataclass(slots=True)
class _Pairing:
    """The words of two names that are not paired yet, and how the others were."""

    left: list[str]
    right: list[str]
    found: list[str] = field(default_factory=list)

    def run(self) -> None:
        self._pair(lambda one, other: sound(one) == sound(other))
        self._join(self.left, self.right)
        self._join(self.right, self.left)
        self._spell_out(self.left, self.right)
        self._spell_out(self.right, self.left)
        for how in ("initial", "short_form", "near"):
            self._pair(partial(_is_alike, how), how)

    def _pair(self, alike: Callable[[str, str], bool], how: str | None = None) -> None:
        for one in list(self.left):
            other = next((each for each in self.right if alike(one, each)), None)
            if other is not None:
                self.left.remove(one)
                self.right.remove(other)
                self.found += [how] if how else []

    def _join(self, some: list[str], others: list[str]) -> None:
        """Pair a word with two that stand one after the other."""
        for one in list(some):
            for place in range(len(others) - 1):
                if sound(one) == sound(others[place] + others[place + 1]):
                    some.remove(one)
                    del others[place : place + 2]
                    break

    def _spell_out(self, some: list[str], others: list[str]) -> None:
        """Pair initials that are written together with the words they stand for."""
        for one in list(some):
            run = len(one)
            for place in range(len(others) - run + 1):
                letters = "".join(word[0] for word in others[place : place + run])
                if 1 < run <= _LONGEST_RUN and letters == one:
                    some.remove(one)
                    del others[place : place + run]
                    self.found.append("initial")
                    break


def _is_alike(how: str, one: str, other: str) -> bool:
    return _how(one, other) == how


def _told(how: str) -> tuple[str, ...]:
    return () if how == "same" else (how,)


@lru_cache(maxsize=65536)
def _how(one: str, other: str) -> str | None:
    """Say how two words are alike: the same, initial, short form, near; ``None`` if not."""
    if sound(one) == sound(other):
        return "same"
    if 1 in {len(one), len(other)}:
        return "initial" if one[0] == other[0] else None
    if _in_other_groups(one, other):
        return None
    alike = JaroWinkler.similarity(one, other) >= _ALIKE
    if not alike and names.same_given(plain(one), plain(other)):
        return "short_form"
    return "near" if _is_near(one, other) else None


def _in_other_groups(one: str, other: str) -> bool:
    """Whether both words are given names of which all spellings are known: they are two names."""
    known = names.rules().spelling
    return one in known and other in known


def _is_near(one: str, other: str) -> bool:
    """Whether two words sound nearly alike; a woman's form of a name is another name."""
    if _open(one) == _open(other):
        return True
    first, second = sorted((sound(one), sound(other)), key=len)
    if len(first) < _NEAR_LETTERS or second == f"{first}a":
        return False
    return first.translate(_ROUGH) == second.translate(_ROUGH) or ratio(first, second) >= _NEAR


def _open(word: str) -> str:
    """The sound of a word in spellings that have ``a`` where others have ``e``."""
    return sound(word.replace("e", "a"))
