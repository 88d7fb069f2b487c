"""What is searched for: words, "phrases", either OR or, beginn*, -without.

Question and text are folded alike before a database sees them: plain Latin letters and digits,
without case. What a database adds is its stemmer of English, so that "condemn" finds "condemned".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.errors import StoreError
from dragoman.store.letters import latin

_WORD = re.compile(r"[0-9a-z]+")
_PART = re.compile(r'(-?)(?:"([^"]*)"|(\S+))')
_MOST_TERMS = 64


def folded_words(text: str) -> list[str]:
    """Return the words of a text as they are indexed."""
    return _WORD.findall(latin(text).casefold())


@dataclass(frozen=True, slots=True)
class Term:
    """Words that follow one another; ``prefix`` lets the last one go on."""

    words: tuple[str, ...]
    prefix: bool = False


@dataclass(frozen=True, slots=True)
class Query:
    """All of ``wanted`` must be found, each by one of its terms, and none of ``unwanted``."""

    wanted: tuple[tuple[Term, ...], ...]
    unwanted: tuple[Term, ...] = ()

    @classmethod
    def parse(cls, text: str) -> Query:
        """Read a question.

        Raises:
            StoreError: It names nothing to look for.
        """
        wanted: list[list[Term]] = []
        unwanted: list[Term] = []
        either = False
        for without, part, term in _parts(text):
            if part == "OR" and wanted:
                either = True
            elif term is not None and without:
                unwanted.append(term)
            elif term is not None and either:
                wanted[-1].append(term)
                either = False
            elif term is not None:
                wanted.append([term])
        if not wanted:
            raise StoreError(
                "The question names nothing to look for.",
                hint='Write words, "a phrase", one OR another, begin*, and -without.',
            )
        return cls(tuple(map(tuple, wanted)), tuple(unwanted))

    def terms(self) -> Iterator[Term]:
        """Yield every term that may be found."""
        for either in self.wanted:
            yield from either


def _parts(text: str) -> Iterator[tuple[bool, str, Term | None]]:
    """Yield each part: whether it is unwanted, as written, and the term, if it has words."""
    for number, match in enumerate(_PART.finditer(text)):
        if number == _MOST_TERMS:
            return
        phrase, word = match[2], match[3] or ""
        words = tuple(folded_words(word if phrase is None else phrase))
        term = Term(words, word.endswith("*")) if words else None
        yield bool(match[1]), word, None if word == "OR" else term
