"""Marks that stand in the text of a gold file, taken out of it and turned into extents."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dragoman.language import MarkedText

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

_BRACKETED = re.compile(r"\[([^\[\]]*)\]")
_TAG = re.compile(r"<(/?)(\w+)>")


def untagged(text: str, names: Mapping[str, str]) -> MarkedText:
    """Return a text without tags such as ``<s>`` and ``</s>``, which may stand inside one another.

    Args:
        text: the text; a tag may stand several times.
        names: the mark that each tag stands for; what looks like any other tag is text.

    Raises:
        ValueError: a tag is not closed, or closed without having been opened.
    """
    parts, marks, place, length = list[str](), [], 0, 0
    opened: dict[str, list[int]] = {name: [] for name in names}
    for match in _TAG.finditer(text):
        if match[2] not in names:
            continue
        parts.append(text[place : match.start()])
        length, place = length + len(parts[-1]), match.end()
        if not match[1]:
            opened[match[2]].append(length)
        elif opened[match[2]]:
            marks.append((names[match[2]], (opened[match[2]].pop(), length)))
        else:
            raise ValueError(f"{match[0]} closes nothing")
    if any(opened.values()):
        raise ValueError("a tag is not closed")
    return MarkedText("".join(parts) + text[place:], tuple(sorted(marks)))


def unbracketed(text: str, held: Mapping[str, str]) -> MarkedText:
    """Return a text without the brackets about some words: ``[Los Angele]s`` → ``Los Angeles``.

    Args:
        text: the text; brackets may cut a word, other brackets stay.
        held: for each mark the words in its brackets. Quotation marks are not compared, as a
            table's quoting may have changed them. A mark whose words stand in no brackets is
            left out.
    """
    found = list(_BRACKETED.finditer(text))
    chosen = sorted(_assigned(found, held), key=lambda pair: pair[1].start())
    marks = []
    for number, (mark, match) in enumerate(chosen):
        start = match.start() - 2 * number
        marks.append((mark, (start, start + len(match[1]))))
    plain = text
    for _, match in reversed(chosen):
        plain = plain[: match.start()] + match[1] + plain[match.end() :]
    return MarkedText(plain, tuple(sorted(marks)))


def _assigned(
    found: Sequence[re.Match[str]], held: Mapping[str, str]
) -> Iterator[tuple[str, re.Match[str]]]:
    """Yield each mark with the first free brackets that hold its words."""
    taken = set[int]()
    for mark, words in held.items():
        for number, match in enumerate(found):
            if number not in taken and _unquoted(match[1]) == _unquoted(words):
                taken.add(number)
                yield mark, match
                break


def _unquoted(words: str) -> str:
    return words.replace('"', "").strip()
