"""Plain text to lines: where its paragraphs are, and what one line of it looks like."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from dragoman.records import Span

_BLANK_LINES = re.compile(r"\n[^\S\n]*(?:\n[^\S\n]*)*\n|\Z")
_LINE = re.compile(r"[^\n]*\S")
_WIDEST_WRAP = 120
_NARROWEST_WRAP = 50
_CLOSERS = "\"'”’»)] "
_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]*$")
_BULLET = re.compile(r"^(?:[•●▪■‣·*➤►✓–—-]|\d{1,2}[.)])\s+")
_KEY = re.compile(r"[\W_]+")
_PROSE_WORDS = 12
_LONG_PROSE_WORDS = 25


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph, heading or item. Lines of one ``block`` have no blank line between them."""

    text: str
    block: int = 0

    @property
    def key(self) -> str:
        """The words alone in lower case, for comparison."""
        return key(self.text)


def key(text: str) -> str:
    """Return the words of a text in lower case, with single spaces between them."""
    return _KEY.sub(" ", text.casefold()).strip()


def ends_in_full_stop(text: str) -> bool:
    """Tell whether a line ends in a full stop, closing quotation marks and brackets aside."""
    return text.rstrip(_CLOSERS).endswith(".")


def ends_sentence(text: str) -> bool:
    """Tell whether a line ends as a sentence does."""
    return _SENTENCE_END.search(text) is not None


def is_prose(text: str) -> bool:
    """Tell whether a line is running text rather than a label, a name or a heading."""
    words = len(text.split())
    return words >= _LONG_PROSE_WORDS or (words >= _PROSE_WORDS and ends_sentence(text))


def without_bullet(text: str) -> str:
    """Return an item of a list without its bullet."""
    return _BULLET.sub("", text)


def has_bullet(text: str) -> bool:
    """Tell whether a line is an item of a list."""
    return _BULLET.match(text) is not None


def paragraph_spans(text: str) -> Iterator[tuple[Span, int]]:
    """Yield the span of each paragraph of plain text, with the number of its block.

    Blank lines part blocks. Within a block every line is a paragraph, unless the lines are filled
    up to a common width as mail and wire copy is: then the block is one paragraph.
    """
    width = _wrap_width(text)
    for number, (start, end) in enumerate(_blocks(text)):
        lines = [(start + m.start(), start + m.end()) for m in _LINE.finditer(text[start:end])]
        lines = [_trimmed(text, span) for span in lines]
        if width and _is_filled([text[first:last] for first, last in lines], width):
            yield (lines[0][0], lines[-1][1]), number
        else:
            yield from ((span, number) for span in lines)


def split_lines(text: str) -> list[Line]:
    """Return the paragraphs of cleaned plain text, each on one line."""
    spans = paragraph_spans(text)
    return [Line(" ".join(text[start:end].split()), block) for (start, end), block in spans]


def _blocks(text: str) -> Iterator[Span]:
    start = 0
    for gap in _BLANK_LINES.finditer(text):
        if text[start : gap.start()].strip():
            yield start, gap.start()
        start = gap.end()


def _trimmed(text: str, span: Span) -> Span:
    line = text[slice(*span)]
    return span[0] + len(line) - len(line.lstrip()), span[1]


def _wrap_width(text: str) -> int:
    """Return the width that lines are wrapped to, or 0 where some line is wider than that."""
    widest = max((len(line.rstrip()) for line in text.split("\n")), default=0)
    return widest if _NARROWEST_WRAP <= widest <= _WIDEST_WRAP else 0


def _is_filled(lines: Sequence[str], width: int) -> bool:
    """Tell whether each line is so full that the next one's first word did not fit.

    A first line that does not end a sentence while the next begins with a small letter is taken
    as filled too, since ragged wrapping leaves short lines.
    """
    pairs = list(pairwise(lines))
    full = sum(1 for one, two in pairs if len(one) + 1 + len(two.split()[0]) > width)
    running = sum(1 for one, two in pairs if two[0].islower() and not ends_sentence(one))
    return bool(pairs) and max(full, running) == len(pairs) and running > 0
