"""A text cut into words as the reader cuts it, with a way from characters to words."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.language.features import gaps
from dragoman.language.tokens import tokenizer
from training.documents import WordSpan, covered


@dataclass(frozen=True, slots=True)
class Text:
    """Words of a text, the space before each, and where they stand."""

    words: list[str]
    spacings: list[int]
    starts: list[int]
    ends: list[int]

    @classmethod
    def cut(cls, text: str) -> Text:
        """Cut ``text`` into words."""
        tokens = [token for token in tokenizer()(text) if not token.is_space]
        starts = [token.idx for token in tokens]
        ends = [token.idx + len(token) for token in tokens]
        return cls([token.text for token in tokens], gaps(text, starts, ends), starts, ends)

    def span(self, begin: int, end: int) -> WordSpan | None:
        """The words that characters ``begin`` to ``end`` touch, ``None`` if there are none."""
        return covered(self.starts, self.ends, begin, end)
