"""A text in which some words are marked, to ask a decision about."""

from __future__ import annotations

from typing import NamedTuple

Extent = tuple[int, int]


class MarkedText(NamedTuple):
    """A text with marks.

    Attributes:
        text: The text, one or a few sentences.
        marks: Pairs of a mark (``first``, ``second``, ``trigger``, ``content``) and the characters
            of the text it stands on, the end not included; one mark may stand several times.
    """

    text: str
    marks: tuple[tuple[str, Extent], ...] = ()
