"""Parting the lines of a page into body and furniture."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property

from dragoman.ingest.agency_lead import find_lead
from dragoman.ingest.dates import find_dates
from dragoman.ingest.draft import Draft
from dragoman.ingest.head import HeadLine, looks_like_names, read_head_line
from dragoman.ingest.lines import (
    Line,
    ends_in_full_stop,
    ends_sentence,
    has_bullet,
    is_prose,
    key,
    without_bullet,
)
from dragoman.ingest.patterns import match_line
from dragoman.records import FurnitureKind

_MOST_HEAD = 15
_MOST_TAIL = 8
_MOST_LISTED = 12
_LONGEST_HIGHLIGHT = 350
_LONGEST_POINT = 220
_LEAST_REPEATED = 5
_LABEL_ALONE = re.compile(
    r"(?:(?:last|first) )?(?:updated|published|posted|modified)(?: on)?\s*:?", re.IGNORECASE
)
_BYLINE_PARTS = re.compile(r",|\band\b|\bin\b|&")
_SENTENCES = re.compile(r"(?<=[.!?])[\"'”’)]*\s+")
_NOTE_VERB = (
    r"(?:,\s.{1,80},)?\s(?:is|was|has|writes|covers|reports|teaches|heads|leads|works|served)\b.*"
)


class Sieve:
    """One pass over the lines of one page; ``told`` holds what each line of furniture is."""

    def __init__(self, lines: Sequence[Line], draft: Draft) -> None:
        self.lines = list(lines)
        self.draft = draft
        self.told: dict[int, tuple[FurnitureKind, str]] = {}
        self.headings: dict[int, FurnitureKind] = {}

    @cached_property
    def keys(self) -> list[str]:
        """The words of each line alone, for comparison."""
        return [line.key for line in self.lines]

    def run(self) -> None:
        """Tell the furniture, stage by stage, and hand both parts to the draft."""
        self._anywhere()
        self._highlights()
        self._links()
        self._head()
        self._repeated_above()
        self._pull_quotes()
        self._tail()
        self._hand_over()

    def _untold(self) -> Iterator[tuple[int, Line]]:
        return ((i, line) for i, line in enumerate(self.lines) if i not in self.told)

    def _tell(self, index: int, kind: FurnitureKind, text: str | None = None) -> None:
        self.told.setdefault(index, (kind, self.lines[index].text if text is None else text))

    def _anywhere(self) -> None:
        for index, line in enumerate(self.lines):
            matched = match_line(line.text, "any")
            if matched is None:
                continue
            if matched.heads is not None:
                self.headings[index] = matched.heads
            self._tell(index, matched.kind, matched.text)

    def _highlights(self) -> None:
        for heading, kind in self.headings.items():
            if kind == "highlight":
                for index in self._highlights_after(heading):
                    self._tell(index, "highlight", without_bullet(self.lines[index].text))

    def _highlights_after(self, heading: int) -> Iterator[int]:
        """Yield the lines of a list of highlights, which has no end of its own."""
        first = heading + 1
        for index in range(first, min(first + _MOST_LISTED, len(self.lines))):
            if index in self.told or not self._has_prose_after(index):
                return
            if not self._is_highlight(index, first):
                return
            yield index

    def _is_highlight(self, index: int, first: int) -> bool:
        line = self.lines[index]
        if len(line.text) > _LONGEST_HIGHLIGHT or find_lead(line.text) is not None:
            return False
        if has_bullet(line.text) or not ends_sentence(line.text) or self._is_repeated(index):
            return True
        one_sentence = len(line.text) <= _LONGEST_POINT and len(_SENTENCES.split(line.text)) == 1
        return one_sentence and (index == first or line.block == self.lines[first].block)

    def _has_prose_after(self, index: int) -> bool:
        return any(is_prose(line.text) for line in self.lines[index + 1 : index + 41])

    def _is_repeated(self, index: int) -> bool:
        """Tell whether the words of a line stand within another, longer line below it."""
        words = self.keys[index]
        if len(words.split()) < _LEAST_REPEATED:
            return False
        return any(words in other and words != other for other in self.keys[index + 1 :])

    def _links(self) -> None:
        """Tell the titles listed under a heading such as "Related stories"."""
        for heading, kind in self.headings.items():
            if kind != "related":
                continue
            for index in range(heading + 1, min(heading + 1 + _MOST_LISTED, len(self.lines))):
                line = self.lines[index].text
                if index in self.told or is_prose(line) or ends_in_full_stop(line):
                    break
                self._tell(index, "related", without_bullet(line))

    def _head(self) -> None:
        """Read bylines, places and dates above the first running text."""
        waiting: list[int] = []
        label = ""
        for index, line in enumerate(self.lines[:_MOST_HEAD]):
            if index in self.told:
                self._note_stamp(index)
                continue
            if is_prose(line.text):
                break
            if _LABEL_ALONE.fullmatch(line.text):
                label = line.text.rstrip(": ") + ": "
                self._tell(index, "dateline")
                continue
            if self._head_line(index, label + line.text):
                label = ""
                continue
            if find_lead(line.text) is not None:
                break
            waiting.append(index)
            label = ""
        self._names_beside_furniture(waiting)

    def _note_stamp(self, index: int) -> None:
        kind, text = self.told[index]
        if kind == "dateline":
            self.draft.dates += find_dates(text)

    def _head_line(self, index: int, text: str) -> bool:
        read = read_head_line(text)
        if read is None:
            return self._kicker(index, text)
        if read == HeadLine():
            return self._kicker(index, text)
        read.tell(self.draft)
        if read.byline and (read.dates or read.place):
            self.draft.add("byline", read.byline)
        self._tell(index, _head_kind(read), read.byline if not read.dates else None)
        return True

    def _kicker(self, index: int, text: str) -> bool:
        matched = match_line(text, "head")
        if matched is None:
            return False
        self._tell(index, matched.kind, matched.text)
        return True

    def _names_beside_furniture(self, waiting: Sequence[int]) -> None:
        """Take a bare name for a byline where other furniture of the head is next to it."""
        for index in waiting:
            beside = {self.told[i][0] for i in (index - 1, index + 1) if i in self.told}
            if beside & {"dateline", "byline"} and looks_like_names(self.lines[index].text):
                self._tell(index, "byline")
                self.draft.byline = self.draft.byline or self.lines[index].text

    def _repeated_above(self) -> None:
        """Tell highlights without a heading: lines at the top whose words stand in the body."""
        for index, line in list(self._untold())[:_MOST_TAIL]:
            whole = len(line.text) <= _LONGEST_HIGHLIGHT and not line.text[0].islower()
            if whole and self._is_repeated(index):
                self._tell(index, "highlight", without_bullet(line.text))

    def _pull_quotes(self) -> None:
        """Tell lines whose every sentence is printed in a longer paragraph too."""
        untold = [(index, line, _sentence_keys(line.text)) for index, line in self._untold()]
        longest: dict[str, int] = {}
        for _, line, sentences in untold:
            for sentence in sentences:
                longest[sentence] = max(longest.get(sentence, 0), len(line.text))
        for index, line, sentences in untold:
            whole = len(line.text) <= _LONGEST_HIGHLIGHT and not line.text[0].islower()
            in_longer = all(longest[sentence] > len(line.text) for sentence in sentences)
            if whole and sentences and in_longer:
                self._tell(index, "highlight")

    def _tail(self) -> None:
        for index, line in list(self._untold())[-_MOST_TAIL:]:
            matched = match_line(line.text, "tail")
            if matched is not None:
                self._tell(index, matched.kind, matched.text)
                self.draft.hints.append(matched.text)
            elif self._is_author_note(line.text):
                self._tell(index, "boilerplate")

    def _is_author_note(self, line: str) -> bool:
        """Tell a note on the author ("Jo Writer is a fellow at …") at the end of a comment."""
        byline = self.draft.byline
        if not byline or len(line) > 400 or len(byline.split()) < 2:
            return False
        parts = (part.strip() for part in _BYLINE_PARTS.split(byline))
        names = [part for part in parts if looks_like_names(part)]
        return any(re.match(re.escape(name) + _NOTE_VERB, line) for name in names)

    def _hand_over(self) -> None:
        for index, line in enumerate(self.lines):
            if index in self.told:
                self.draft.add(*self.told[index])
            else:
                self.draft.body.append(line.text)


def sift(lines: Sequence[Line], draft: Draft) -> None:
    """Part lines into body and furniture, and read from the head what is not yet known."""
    unique = [replace(line, text=line.text.strip()) for line in lines if line.text.strip()]
    Sieve(unique, draft).run()


def _head_kind(read: HeadLine) -> FurnitureKind:
    if read.dates or (read.place and not read.byline):
        return "dateline"
    return "byline" if read.byline else "credit"


def _sentence_keys(text: str) -> list[str]:
    keys = [key(sentence) for sentence in _SENTENCES.split(text)]
    return [words for words in keys if len(words.split()) >= _LEAST_REPEATED]
