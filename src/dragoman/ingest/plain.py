"""Plain text with page furniture in it → a draft."""

from __future__ import annotations

from dragoman.ingest.clean import clean
from dragoman.ingest.draft import Draft, check_length
from dragoman.ingest.lines import Line, split_lines
from dragoman.ingest.sift import sift
from dragoman.ingest.title import find_title, same_words, without_site


def read_plain(text: str, draft: Draft) -> None:
    """Fill a draft from plain text.

    A title the draft has already is not looked for, and not kept twice. In text without one, the
    first line that is no furniture is the title, unless it ends in a full stop or is longer than
    150 characters.

    Raises:
        TooLarge: The text is longer than any article.
    """
    cleaned = clean(text)
    check_length(cleaned, draft)
    lines = split_lines(cleaned)
    if draft.title is None:
        index = find_title(lines)
        if index is not None:
            draft.title, site = without_site(lines[index].text)
            draft.hints += [site] if site else []
            del lines[index]
    else:
        lines = without_title(lines, draft.title)
    sift(lines, draft)


def without_title(lines: list[Line], title: str) -> list[Line]:
    """Return lines without those among the first that print the title once more."""
    return [
        line for number, line in enumerate(lines) if number > 3 or not same_words(line.text, title)
    ]
