"""Finding known phrases in words, the longest first.

A phrase and a text are both cut into pieces, so that it does not matter how a tokeniser treats
hyphens, apostrophes and the dots of an abbreviation: "Secretary-General", "secretary general" and
"Secretary", "-", "General" are the same two pieces, "U.S." and "US" the same one. Diacritics are
folded. Case is respected, piece by piece:

- a lower-case piece of a phrase fits any case ("foreign minister" fits "Foreign Minister");
- an acronym fits as it is; one of four letters and more that can be spoken also fits as British
  papers print it ("Nato");
- an article of a name fits any case ("Al-Shabaab" fits "al-Shabaab");
- a piece with a capital inside fits as it is, a long one in capitals too ("LeT" is not "Let");
- any other piece wants a capital ("Iran" fits "IRAN", not "iran").

A phrase that begins with ``=`` fits only exactly as written, diacritics too, and no acronym so
marked fits in a line of capitals: "=WHO" is not in "WHO WILL PAY".
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Generic, TypeVar

Value = TypeVar("Value")
Pieces = tuple[tuple[str, str], ...]

EXACT = "="
_TRANSPARENT = frozenset({"-", "\u2010", "\u2011", "'", "\u2019", "\u2018"})
_DOTTED = re.compile(r"\b[A-Za-z](?:\.[A-Za-z])+\b\.?")
_PART = re.compile(r"[^\W_]+|[&,+]")
_FOLDED = str.maketrans(
    {"\u0131": "i", "ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ß": "ss"}
)
_ARTICLES = frozenset({"Al", "El", "The", "Da", "La"})
_SPOKEN = re.compile(r"[A-Z]*[AEIOU][A-Z]*")
_SPOKEN_LENGTH = 4
_LINE_WINDOW = 4
_LINE_WORDS = 3
_LINE_SHARE = 0.75
_SHORT = 4


def fold(text: str) -> str:
    """Return ``text`` without diacritics: "Élysée" becomes "Elysee"."""
    if text.isascii():
        return text
    apart = unicodedata.normalize("NFKD", text.translate(_FOLDED))
    return "".join(character for character in apart if not unicodedata.combining(character))


@lru_cache(maxsize=1 << 16)
def pieces(word: str) -> Pieces:
    """Cut a word into (as printed, lower-case) pieces.

    Hyphens and apostrophes give none; any other mark is a piece that no phrase has.
    """
    if word.isalnum() and word.isascii():
        return ((word, word.lower()),)
    if word in _TRANSPARENT:
        return ()
    plain = _DOTTED.sub(lambda match: match.group().replace(".", ""), fold(word))
    parts = _PART.findall(plain) or [word]
    return tuple(("and", "and") if part == "&" else (part, part.lower()) for part in parts)


def is_transparent(word: str) -> bool:
    """Tell whether a word is a hyphen or an apostrophe, which gives no piece."""
    return word in _TRANSPARENT


def text_pieces(text: str) -> Pieces:
    """Cut a phrase of several words into pieces."""
    return tuple(piece for word in text.split() for piece in pieces(word))


def key(text: str) -> tuple[str, ...]:
    """Return the lower-case pieces of a phrase, by which phrases are told apart but for case."""
    return tuple(lower for _, lower in text_pieces(text.removeprefix(EXACT)))


@dataclass(frozen=True, slots=True)
class _Phrase(Generic[Value]):
    """A phrase as written; ``accents`` is all of it where it is exact and has diacritics."""

    pieces: tuple[str, ...]
    value: Value
    exact: bool
    accents: str | None

    def fits(self, printed: Sequence[str], text: str) -> bool:
        """Tell whether the phrase fits pieces as printed, cut from ``text``."""
        if self.exact:
            return tuple(printed) == self.pieces and self.accents in {None, text}
        return all(map(_piece_fits, self.pieces, printed))


@dataclass(slots=True)
class _Node(Generic[Value]):
    next: dict[str, _Node[Value]] = field(default_factory=dict)
    phrases: list[_Phrase[Value]] = field(default_factory=list)

    def fitting(self, printed: Sequence[str], text: str) -> list[_Phrase[Value]]:
        return [phrase for phrase in self.phrases if phrase.fits(printed, text)]


class PhraseTable(Generic[Value]):
    """Phrases with what they mean; one phrase may mean several things, in the order added."""

    def __init__(self) -> None:
        self._root: _Node[Value] = _Node()
        self._depth = 0

    def add(self, phrase: str, value: Value) -> None:
        """Add one meaning of a phrase. A meaning that the phrase already has is not added twice.

        Raises:
            ValueError: The phrase has no letter or digit.
        """
        bare = phrase.removeprefix(EXACT)
        exact = bare != phrase
        cut = text_pieces(bare)
        if not any(lower.isalnum() for _, lower in cut):
            raise ValueError(f"{phrase!r} has no letter or digit")
        node = self._root
        for _, lower in cut:
            node = node.next.setdefault(lower, _Node())
        self._depth = max(self._depth, len(cut))
        accents = bare if exact and not bare.isascii() else None
        entry = _Phrase(tuple(printed for printed, _ in cut), value, exact, accents)
        if entry not in node.phrases:
            node.phrases.append(entry)

    def get(self, text: str) -> tuple[Value, ...]:
        """Return all that the whole of ``text`` may mean."""
        cut = text_pieces(text)
        node: _Node[Value] | None = self._root if cut else None
        for _, lower in cut:
            node = node.next.get(lower) if node else None
        return _values(node.fitting([printed for printed, _ in cut], text)) if node else ()

    def find(self, words: Sequence[str]) -> Iterator[tuple[int, int, tuple[Value, ...]]]:
        """Yield (start, end, meanings) of the phrases in ``words``; no two overlap.

        From left to right, the longest phrase at each word; ``end`` is exclusive.
        """
        position = 0
        while position < len(words):
            match = self.at(words, position)
            if match is None:
                position += 1
            else:
                yield match
                position = match[1]

    def starts(self, word: str) -> bool:
        """Tell whether some phrase may begin with ``word``; cheap, for a first look."""
        cut = pieces(word)
        return bool(cut) and cut[0][1] in self._root.next

    def at(self, words: Sequence[str], start: int) -> tuple[int, int, tuple[Value, ...]] | None:
        """Return (start, end, meanings) of the longest phrase that begins at ``start``, or None."""
        if start >= len(words) or not self.starts(words[start]):
            return None
        node: _Node[Value] = self._root
        printed: list[str] = []
        best = None
        for end in range(start + 1, min(len(words), start + 2 * self._depth) + 1):
            cut = pieces(words[end - 1])
            for shown, lower in cut:
                following = node.next.get(lower)
                if following is None:
                    return best
                node = following
                printed.append(shown)
            if cut and node.phrases:
                meanings = _meanings(node, printed, words, (start, end))
                best = (start, end, meanings) if meanings else best
        return best


def _meanings(
    node: _Node[Value], printed: Sequence[str], words: Sequence[str], span: tuple[int, int]
) -> tuple[Value, ...]:
    fitting = node.fitting(printed, " ".join(words[span[0] : span[1]]))
    if any(phrase.exact for phrase in fitting) and _is_shouted(words, span):
        fitting = [phrase for phrase in fitting if not phrase.exact]
    return _values(fitting)


def _values(phrases: Sequence[_Phrase[Value]]) -> tuple[Value, ...]:
    values: list[Value] = []
    for phrase in phrases:
        if phrase.value not in values:
            values.append(phrase.value)
    return tuple(values)


def _piece_fits(piece: str, printed: str) -> bool:
    if piece == printed or piece.islower() or piece in _ARTICLES:
        return True
    if piece.isupper() and len(piece) > 1:
        spoken = len(piece) >= _SPOKEN_LENGTH and _SPOKEN.fullmatch(piece)
        return bool(spoken) and printed == piece.capitalize()
    if not piece[1:].islower() and len(piece) > 1:
        return printed.isupper() and len(piece) > _SHORT
    return printed[0].isupper() or printed[0].isdigit()


def _is_shouted(words: Sequence[str], span: tuple[int, int]) -> bool:
    """Tell whether an acronym stands, undotted, in a line of capitals."""
    start, end = span
    if not all(word.isupper() and word.isalpha() for word in words[start:end]):
        return False
    around = [*words[max(0, start - _LINE_WINDOW) : start], *words[end : end + _LINE_WINDOW]]
    letters = [word for word in around if word.isalpha() and len(word) > 1]
    capitals = sum(word.isupper() for word in letters)
    return capitals >= _LINE_WORDS and capitals >= _LINE_SHARE * len(letters)
