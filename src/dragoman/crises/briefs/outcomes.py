"""What became of the facts behind a saved brief since it was saved."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from dragoman.crises.briefs.model import Line
from dragoman.crises.entries import Entry
from dragoman.crises.ledger import Ledger
from dragoman.crises.questions.asking import Questions
from dragoman.crises.questions.brief.making import TITLES
from dragoman.crises.questions.brief.phrases import conflict_phrase, phrase, subject
from dragoman.crises.questions.citations import clean
from dragoman.crises.questions.standings import Acts
from dragoman.errors import StoreError
from dragoman.store import View

Became = Literal["erased", "rejected", "gone", "withdrawn", "changed"]
"""What became of a line: its words were erased; somebody rejected the fact; the ledger tells it no
more; a report that it cites tells it no more; the ledger puts it in other words."""

SAID: Mapping[Became, str] = {
    "erased": "Erased with an article that it rested on.",
    "rejected": "The fact behind it was rejected since.",
    "gone": "The ledger tells this no more.",
    "withdrawn": "A report that it cites tells this no more: it was judged, or read anew.",
    "changed": "The ledger puts it otherwise now.",
}
"""What is said of it beside a sentence."""

_IN_PLAIN_WORDS = frozenset(TITLES)
"""The sections whose sentences tell one entry each, so that they can be put again."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a line; ``now`` is how the ledger puts it today, where it can be said."""

    became: Became
    now: str | None = None

    @property
    def said(self) -> str:
        """What is to be said of it."""
        return SAID[self.became]


class Outcomes:
    """Looks up what became of lines, in one look at the store.

    Args:
        view: Of the store.
        lines: Those that will be asked for, so that their entries are found together.
    """

    def __init__(self, view: View, lines: Iterable[Line] = ()) -> None:
        self._view = view
        self._ledger = Ledger(view)
        self._told_in = lru_cache(64)(self._entries_of)
        wanted = dict.fromkeys(each.entry for each in lines if each.entry is not None)
        self._found = {each.id: each for each in self._ledger.some(list(wanted))}
        self._acts = dict(Questions(view).acts(self._found.values()))

    def of(self, line: Line) -> Outcome | None:
        """Return what became of a line; ``None`` where it stands as it did."""
        if line.erased:
            entry = self.entry(line)
            return Outcome("erased", self._sentence(entry) if entry is not None else None)
        if line.kind == "note":
            return None
        if line.kind == "own":
            return self._of_own(line)
        return self._of_told(line, self.entry(line))

    def entry(self, line: Line) -> Entry | None:
        """Return the entry of the ledger that tells today what a line told, if one does."""
        if line.entry is None:
            return None
        found = self._found.get(line.entry)
        if found is not None:
            return found
        try:
            return self._ledger.entry(line.entry)
        except StoreError:
            return next(iter(self._reporting(line)), None)

    def _of_told(self, line: Line, entry: Entry | None) -> Outcome | None:
        if entry is None:
            return Outcome("gone")
        if entry.verdict == "rejected":
            return Outcome("rejected")
        now = self._sentence(entry) if line.section in _IN_PLAIN_WORDS else None
        if now is not None and now != line.told:
            return Outcome("changed", now)
        if line.section == "different" and line.told not in self._conflicts(entry):
            return Outcome("changed")
        return Outcome("withdrawn", now) if self._misses(line, entry) else None

    def _of_own(self, line: Line) -> Outcome | None:
        return Outcome("withdrawn") if self._misses(line, self.entry(line)) else None

    def _misses(self, line: Line, entry: Entry | None) -> bool:
        """Tell whether a report that a line cites tells nothing any more that counts."""
        wanted = {(each.article, each.fact) for each in line.cited}
        if entry is not None and entry.verdict != "rejected":
            wanted -= _reports(entry)
        if not wanted:
            return False
        counting = (each for each in self._reporting(line) if each.verdict != "rejected")
        return not wanted <= {report for each in counting for report in _reports(each)}

    def _reporting(self, line: Line) -> Iterator[Entry]:
        """Yield the entries that one of the reports which a line cites tells today.

        For an erased line any report that it rests on will do: those that it cited may be gone.
        """
        asked = line.sources if line.erased else line.cited
        wanted = {(each.article, each.fact) for each in asked}
        for article in dict.fromkeys(each.article for each in asked):
            for entry in self._told_in(article):
                if not wanted.isdisjoint(_reports(entry)):
                    yield entry

    def _entries_of(self, article: str) -> tuple[Entry, ...]:
        try:
            reading = self._view.article(article).reading
        except StoreError:
            return ()
        return tuple(self._ledger.told_in(reading))

    def _sentence(self, entry: Entry) -> str | None:
        if entry.verdict == "rejected":
            return None
        return clean(phrase(entry, self._acts_of(entry)))

    def _conflicts(self, entry: Entry) -> set[str]:
        told = subject(entry, self._acts_of(entry))
        return {clean(conflict_phrase(told, each)) for each in entry.conflicts}

    def _acts_of(self, entry: Entry) -> Acts:
        if entry.id not in self._found:
            self._acts |= Questions(self._view).acts([entry])
        return self._acts


def _reports(entry: Entry) -> set[tuple[str, str]]:
    """Return the articles and facts that report an entry."""
    return {(each.article.id, each.told.fact.id) for each in entry.reports}
