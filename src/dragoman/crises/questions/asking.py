"""Questions asked of a store."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

from sqlalchemy import select, union

from dragoman.crises.entries import KINDS, Entry
from dragoman.crises.ledger import Ledger
from dragoman.crises.questions.attitudes import Regard, attitudes
from dragoman.crises.questions.brief import Brief, brief
from dragoman.crises.questions.brief.making import MOST, Asked
from dragoman.crises.questions.citations import quotes
from dragoman.crises.questions.older import acts_of, older
from dragoman.crises.questions.outreach import Outreach, outreach
from dragoman.crises.questions.sides import governments, members
from dragoman.crises.questions.standings import Acts, ActStandings, standings
from dragoman.crises.questions.timeline import Day, timeline
from dragoman.errors import StoreError
from dragoman.store import View
from dragoman.store.portions import portions
from dragoman.store.tables import entry_reports, readings, stories

HAPPENED = ("events", "contacts", "positions")
"""The kinds that a timeline holds unless others are asked for."""

_ZONES = timedelta(days=1)
"""How far the day on which an article was published may be from that day in UTC."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """What a question is narrowed down to.

    Attributes:
        code: What this state or body takes part in.
        since: What may have been on this day or later.
        until: What may have been on this day or earlier.
        story: What articles of this story report, by its id.
        crisis: What articles of the stories of this crisis report, by its id.
        confidence: What the best report is at least as sure of.
        origins: What at least as many independent origins report.
    """

    code: str | None = None
    since: date | None = None
    until: date | None = None
    story: str | None = None
    crisis: str | None = None
    confidence: float = 0.0
    origins: int = 1

    def asked(self) -> dict[str, Any]:
        """Return it as the ledger is asked."""
        return {name: getattr(self, name) for name in self.__slots__}


class Questions:
    """Asks the ledger of a store.

    with store.view() as view:
        for day in Questions(view).timeline(Scope(code="NOR")):
            print(day.day, day.weight, day.intensity)
    """

    def __init__(self, view: View) -> None:
        self._view = view
        self._ledger = Ledger(view)

    def timeline(
        self,
        scope: Scope | None = None,
        *,
        kinds: Collection[str] = HAPPENED,
        recalled: bool = False,
    ) -> tuple[Day, ...]:
        """Say what was on which day; see :func:`dragoman.crises.questions.timeline`.

        Raises:
            StoreError: There is no such kind.
        """
        return timeline(self._entries(kinds, scope or Scope()), recalled=recalled)

    def outreach(
        self,
        scope: Scope | None = None,
        *,
        expected: Collection[str] = (),
        everybody: bool = False,
    ) -> Outreach:
        """Say who contacted whom; see :func:`dragoman.crises.questions.outreach`.

        Args:
            scope: Its ``code`` is the government whose contacts are asked for.
            expected: Codes of the governments that it might have been in contact with.
            everybody: Whether to expect all that take part in anything of the scope.
        """
        asked = scope or Scope()
        wanted = set(expected) | (self._taking_part(asked) if everybody else set())
        found = self._entries(["contacts"], asked)
        return outreach(found, of=asked.code, expected=wanted)

    def standings(
        self, scope: Scope | None = None, *, act: str | None = None
    ) -> tuple[ActStandings, ...]:
        """Say who stands where on what; see :func:`dragoman.crises.questions.standings`.

        Args:
            scope: Its ``code`` is the holder that is asked for.
            act: Only what is held on this entry of the ledger, or on what these words name.
        """
        positions = list(self._entries(["positions"], scope or Scope(), parts=["holder"]))
        if act is not None:
            positions = [each for each in positions if _is_on(each, act)]
        return standings(positions, self.acts(positions))

    def attitudes(self, scope: Scope | None = None) -> tuple[Regard, ...]:
        """Say who feels what about whom; see :func:`dragoman.crises.questions.attitudes`."""
        return attitudes(self._entries(["attitudes"], scope or Scope()))

    def brief(
        self,
        scope: Scope | None = None,
        *,
        since: datetime | None = None,
        until: datetime | None = None,
        title: str = "Brief",
        by_story: bool = False,
        most: int = MOST,
        admits: Callable[[Entry], bool] = bool,
    ) -> Brief:
        """Tell what is new; see :func:`dragoman.crises.questions.brief.brief`.

        Args:
            scope: What it is narrowed down to; its days are those on which things were.
            since: Only what was reported at this moment or later.
            until: Only what was reported before this moment.
            title: The brief's.
            by_story: Whether to group it by stories.
            most: Sentences in one section.
            admits: Says of an entry of the scope whether to tell it; by default all are told.
        """
        asked = scope or Scope()
        entries = [each for each in self._told(asked, since, until) if admits(each)]
        positions = [each for each in entries if each.kind == "positions"]
        before = self._older(positions, asked, since) if since else ()
        wanted = Asked(
            since=since,
            until=until,
            acts=self.acts([*positions, *before]),
            positions=before,
            stories=self._titles(entries) if by_story else {},
            most=most,
        )
        return brief(entries, quotes(self._view), wanted, title=title)

    def acts(self, positions: Iterable[Entry]) -> Acts:
        """Return the entries of the acts that positions are about, by their ids."""
        targets = acts_of(positions)
        found = {each.id: each for each in self._ledger.some(targets)}
        grown = (self._grown(each) for each in targets if each not in found)
        return found | {before: entry for before, entry in grown if entry is not None}

    def _grown(self, identity: str) -> tuple[str, Entry | None]:
        """Return an id that an entry bore before it grew, and the entry, if there is one."""
        try:
            return identity, self._ledger.entry(identity)
        except StoreError:
            return identity, None

    def _entries(
        self, kinds: Collection[str], scope: Scope, *, parts: Collection[str] = ()
    ) -> Iterator[Entry]:
        for kind in kinds:
            asked = scope.asked()
            yield from self._ledger.entries(kind, **asked, parts=parts if scope.code else ())

    def _taking_part(self, scope: Scope) -> set[str]:
        """Return the codes of all that take part in anything of a scope."""
        wide = {**scope.asked(), "code": None}
        found = (self._ledger.entries(kind, **wide) for kind in HAPPENED)
        return {code for entries in found for code in governments(entries)}

    def _older(
        self, positions: Collection[Entry], scope: Scope, since: datetime
    ) -> tuple[Entry, ...]:
        """Return all that was ever told of stances on what some positions are on."""
        wide = Scope(story=scope.story, crisis=scope.crisis, confidence=scope.confidence)
        of_stories = self._stories_of(wide)
        found = self._ledger.some(older(self._view.connection, positions, since.date()))
        return tuple(each for each in found if _lies_in(each, wide, of_stories))

    def _told(
        self, scope: Scope, since: datetime | None, until: datetime | None
    ) -> Iterator[Entry]:
        """Yield the entries that were reported in a stretch of time."""
        if since is None:
            yield from self._entries(KINDS, scope)
            return
        of_stories = self._stories_of(scope)
        for some in portions(self._reported(since, until)):
            for entry in self._ledger.some(some):
                if _lies_in(entry, scope, of_stories):
                    yield entry

    def _reported(self, since: datetime, until: datetime | None) -> list[str]:
        """Return the ids of the entries that articles of a stretch of time report."""
        told_on = readings.c.told_on
        dated = [told_on >= since.astimezone(UTC).date() - _ZONES]
        if until is not None:
            dated.append(told_on <= until.astimezone(UTC).date() + _ZONES)
        undated = [told_on.is_(None), readings.c.read_at >= since]
        reported = (
            select(entry_reports.c.entry_id)
            .join(readings, readings.c.id == entry_reports.c.reading_id)
            .where(readings.c.current)
        )
        both = union(reported.where(*dated), reported.where(*undated))
        return sorted(self._view.connection.scalars(both))

    def _stories_of(self, scope: Scope) -> set[str] | None:
        """Return the stories that a scope is narrowed down to; ``None`` where it is not."""
        if scope.story is not None:
            return {scope.story}
        if scope.crisis is None:
            return None
        asked = select(stories.c.id).where(stories.c.crisis_id == scope.crisis)
        return set(self._view.connection.scalars(asked))

    def _titles(self, entries: Iterable[Entry]) -> Mapping[str, str]:
        wanted = sorted({each.story for each in entries if each.story is not None})
        asked = select(stories.c.id, stories.c.title)
        found: dict[str, str] = {}
        for some in portions(wanted):
            rows = self._view.connection.execute(asked.where(stories.c.id.in_(some)))
            found |= {row.id: row.title for row in rows}
        return found


def _is_on(position: Entry, act: str) -> bool:
    target = position.act.get("target") or ""
    return target == act or act.casefold() in target.casefold()


def _lies_in(entry: Entry, scope: Scope, of_stories: set[str] | None) -> bool:
    """Tell whether an entry lies in a scope, as the ledger would."""
    codes = {each.code for each in members(entry)}
    first, last = entry.first_day or date.max, entry.last_day or date.min
    return (
        (scope.code is None or scope.code in codes)
        and (scope.since is None or last >= scope.since)
        and (scope.until is None or first <= scope.until)
        and (of_stories is None or entry.story in of_stories)
        and entry.confidence >= scope.confidence
        and entry.origins >= scope.origins
        and entry.verdict != "rejected"
    )
