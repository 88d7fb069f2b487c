"""Naming, merging, splitting and pinning: judgements that can be taken back."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import select

from dragoman.crises.stories.settling import settle_all, settle_named
from dragoman.crises.stories.verdicts import MEMBERS, Kind, part_of, touched
from dragoman.errors import StoreError
from dragoman.records import content_id
from dragoman.store import Judgement, UnitOfWork, Verdict
from dragoman.store.dialects import hold
from dragoman.store.tables import crises, stories, story_articles

_READER = "stories"
"""What is judged is the work of no reader, but of the clustering."""


class Editor:
    """What a person does to stories and crises, within one unit of work.

    Each change is a judgement, appended with who and why, and is in force at once.

    Args:
        work: The unit of work.
        who: Who makes the changes.

    Raises:
        StoreError: By all methods, where something named is not in the store.
    """

    def __init__(self, work: UnitOfWork, who: str) -> None:
        self._work = work
        self._who = who

    def name(self, kind: Kind, group: str, title: str, *, why: str = "") -> Judgement:
        """Give a story or a crisis a title."""
        self._require(kind, [group])
        if not title.strip():
            raise StoreError("A title has words.")
        return self._judge("correct", kind, group, {"field": "title", "value": title}, why)

    def merge(self, kind: Kind, group: str, others: Collection[str], *, why: str = "") -> Judgement:
        """Make stories, or crises, part of another one."""
        self._require(kind, [group, *others])
        if not others or group in others:
            raise StoreError("A merge needs others than the one that they become part of.")
        return self._judge("merge", kind, group, {"with": list(others)}, why)

    def split(
        self, kind: Kind, group: str, into: Sequence[Collection[str]], *, why: str = ""
    ) -> tuple[Judgement, list[str]]:
        """Make one or several groups of members of a story, or a crisis, ones by themselves.

        What is not named stays, and so does what comes later.

        Returns:
            The judgement, and the ids of the parts.
        """
        self._require(kind, [group])
        members = self._members(kind, group)
        if not into or not all(into) or any(each not in members for part in into for each in part):
            raise StoreError(f"Parts are made of {MEMBERS[kind]} that are in it.")
        made = self._judge("split", kind, group, {"into": [list(part) for part in into]}, why)
        return made, [part_of(group, part) for part in into]

    def pin(self, kind: Kind, group: str, members: Collection[str], *, why: str = "") -> Judgement:
        """Put articles into a story, or stories into a crisis, whatever they are like."""
        self._require(kind, [group])
        if kind == "crises":
            self._require("stories", members)
        else:
            self._require_articles(members)
        return self._judge("accept", kind, group, {MEMBERS[kind]: list(members)}, why)

    def make(self, title: str, members: Collection[str], *, why: str = "") -> tuple[Judgement, str]:
        """Make a crisis of some stories; return the judgement and the crisis's id."""
        self._require("stories", members)
        if not title.strip() or not members:
            raise StoreError("A crisis needs a title and stories.")
        identity = content_id("crisis", title, sorted(members))
        fact = {"title": title, "stories": sorted(members)}
        return self._judge("add", "crises", identity, {"fact": fact}, why), identity

    def undo(self, made: Judgement | str, *, why: str = "") -> Judgement:
        """Take a judgement on stories or crises back, or its undoing."""
        hold(self._work.connection, "dragoman stories")
        digest = made if isinstance(made, str) else made.digest
        taken = self._work.judgements.undo(digest, who=self._who, why=why)
        if taken.kind not in MEMBERS:
            raise StoreError(f"The judgement is on {taken.kind}, not on stories or crises.")
        on_it = self._work.judgements.all(taken.subject)
        settle_named(self._work.connection, {name for each in on_it for name in touched(each)})
        return taken

    def _judge(
        self, verdict: Verdict, kind: Kind, group: str, detail: Mapping[str, Any], why: str
    ) -> Judgement:
        hold(self._work.connection, "dragoman stories")
        made = self._work.judgements.judge(
            verdict, kind, group, who=self._who, reader=_READER, why=why, detail=detail
        )
        settle_named(self._work.connection, touched(made))
        return made

    def _require(self, kind: Kind, groups: Iterable[str]) -> None:
        table = stories if kind == "stories" else crises
        for group in groups:
            if self._work.connection.scalar(select(table.c.id).where(table.c.id == group)) is None:
                name = "story" if kind == "stories" else "crisis"
                raise StoreError(f"There is no {name} {group!r} in the store.")

    def _require_articles(self, members: Collection[str]) -> None:
        for member in members:
            asked = select(story_articles.c.article_id).where(story_articles.c.article_id == member)
            if self._work.connection.scalar(asked) is None:
                raise StoreError(f"There is no current article {member!r} in the store.")

    def _members(self, kind: Kind, group: str) -> set[str]:
        if kind == "crises":
            asked = select(stories.c.id).where(stories.c.crisis_id == group)
        else:
            asked = select(story_articles.c.article_id).where(story_articles.c.story_id == group)
        return set(self._work.connection.scalars(asked))


def applied(work: UnitOfWork, made: Iterable[Judgement]) -> None:
    """Let judgements that were added otherwise, such as from a file, have their effect."""
    hold(work.connection, "dragoman stories")
    if any(each.kind in MEMBERS for each in made):
        settle_all(work.connection)
