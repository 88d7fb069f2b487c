"""Words → word pieces of the encoder's vocabulary."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from tokenizers import Tokenizer

MOST_PIECES_A_WORD = 12


class Pieces:
    """The encoder's tokenizer with a memory of the words it has seen.

    ``Pieces(file)`` reads a ``tokenizer.json``; a word longer than
    :data:`MOST_PIECES_A_WORD` pieces is cut, since the heads read its first and last piece only.
    """

    def __init__(self, file: Path, *, remember: int = 200_000) -> None:
        self._tokenizer = Tokenizer.from_file(str(file))
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()
        self._remember = remember
        self._known: dict[str, tuple[int, ...]] = {}
        self.begin = self._required("[CLS]")
        self.end = self._required("[SEP]")
        self.pad = self._required("[PAD]")
        self._unknown = self._required("[UNK]")

    def _required(self, token: str) -> int:
        number = self._tokenizer.token_to_id(token)
        if number is None:
            from dragoman.errors import ModelError

            raise ModelError(f"the tokenizer has no {token}")
        return int(number)

    def __call__(self, words: Iterable[str]) -> list[tuple[int, ...]]:
        """The pieces of each word, never none."""
        words = list(words)
        if len(self._known) > self._remember:
            self._known.clear()
        new = list({word for word in words if word not in self._known})
        if new:
            self._learn(new)
        known = self._known
        return [known[word] for word in words]

    def _learn(self, new: list[str]) -> None:
        encoded = self._tokenizer.encode_batch(new, add_special_tokens=False)
        for word, encoding in zip(new, encoded, strict=True):
            ids = tuple(encoding.ids) or (self._unknown,)
            if len(ids) > MOST_PIECES_A_WORD:
                ids = (*ids[: MOST_PIECES_A_WORD - 1], ids[-1])
            self._known[word] = ids
