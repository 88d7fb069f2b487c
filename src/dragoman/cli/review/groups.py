"""``dragoman review``: name, merge, split and pin stories and crises; merge and split entries."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.cli.db import AsJson, Where
from dragoman.cli.parameters import day
from dragoman.cli.review.commands import review
from dragoman.cli.review.parameters import Who, Why, name_of

if TYPE_CHECKING:
    from dragoman.store import Judgement, UnitOfWork

__all__ = ["review"]


class Group(StrEnum):
    """What has members that a person can move."""

    stories = "stories"
    crises = "crises"


class Mergeable(StrEnum):
    """What can be merged and split here."""

    stories = "stories"
    crises = "crises"
    entries = "entries"


Since = Annotated[
    str | None,
    typer.Option(metavar="DAY", help="Only those told of on this day or later.", callback=day),
]
Until = Annotated[
    str | None,
    typer.Option(metavar="DAY", help="Only those told of on this day or earlier.", callback=day),
]
One = Annotated[
    str,
    typer.Argument(metavar="ID", help="Its id, or the beginning of it.", show_default=False),
]


@review.command("stories")
def list_stories(
    where: Where = None,
    *,
    since: Since = None,
    until: Until = None,
    crisis: Annotated[
        str | None,
        typer.Option(metavar="ID", help="Only those of this crisis.", show_default=False),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Show the stories with their ids, the latest first."""
    from dragoman.cli.review.grouping import crisis_named
    from dragoman.cli.review.groups_output import show_stories, story_row
    from dragoman.cli.stores import viewed
    from dragoman.crises.stories import Stories

    with viewed(where) as view:
        of = crisis_named(view, crisis) if crisis is not None else None
        found = list(Stories(view).all(_day(since), _day(until), crisis=of))
    if as_json:
        from dragoman.cli.console import print_json

        print_json([story_row(each) for each in found])
    else:
        show_stories(found)


@review.command("crises")
def list_crises(
    where: Where = None, *, since: Since = None, until: Until = None, as_json: AsJson = False
) -> None:
    """Show the crises with their ids, the latest first."""
    from dragoman.cli.review.groups_output import crisis_row, show_crises
    from dragoman.cli.stores import viewed
    from dragoman.crises.stories import Crises

    with viewed(where) as view:
        found = list(Crises(view).all(_day(since), _day(until)))
    if as_json:
        from dragoman.cli.console import print_json

        print_json([crisis_row(each) for each in found])
    else:
        show_crises(found)


@review.command("name")
def name(
    kind: Annotated[Group, typer.Argument(metavar="KIND", help="stories or crises.")],
    group: One,
    title: Annotated[str, typer.Argument(metavar="TITLE", show_default=False)],
    where: Where = None,
    *,
    who: Who = None,
    why: Why = "",
) -> None:
    """Give a story or a crisis a title of your own."""
    from dragoman.cli.review.grouping import group_named
    from dragoman.crises.stories import Editor

    def change(unit: UnitOfWork) -> Judgement:
        one = group_named(unit.view, kind, group)
        return Editor(unit, name_of(who)).name(kind.value, one, title, why=why)

    _judge(where, change)


@review.command("merge")
def merge(
    kind: Annotated[Mergeable, typer.Argument(metavar="KIND", help="stories, crises or entries.")],
    group: One,
    others: Annotated[
        list[str],
        typer.Argument(metavar="ID …", help="What becomes part of it.", show_default=False),
    ],
    where: Where = None,
    *,
    who: Who = None,
    why: Why = "",
) -> None:
    """Make several stories, crises or entries one."""
    from dragoman.cli.review.grouping import merged

    _judge(where, lambda unit: merged(unit, kind.value, [group, *others], name_of(who), why))


@review.command("split")
def split(
    kind: Annotated[Mergeable, typer.Argument(metavar="KIND", help="stories, crises or entries.")],
    group: One,
    members: Annotated[
        list[str],
        typer.Argument(
            metavar="MEMBER …",
            help="What becomes one by itself: articles of a story, stories of a crisis, facts of "
            "an entry.",
            show_default=False,
        ),
    ],
    where: Where = None,
    *,
    who: Who = None,
    why: Why = "",
) -> None:
    """Take members out of a story, a crisis or an entry, and make one of them."""
    from dragoman.cli.review.grouping import parted

    _judge(where, lambda unit: parted(unit, kind.value, [group, *members], name_of(who), why))


@review.command("pin")
def pin(
    kind: Annotated[Group, typer.Argument(metavar="KIND", help="stories or crises.")],
    group: One,
    members: Annotated[
        list[str],
        typer.Argument(
            metavar="MEMBER …", help="Articles, or stories of a crisis.", show_default=False
        ),
    ],
    where: Where = None,
    *,
    who: Who = None,
    why: Why = "",
) -> None:
    """Put articles into a story, or stories into a crisis, whatever they are like."""
    from dragoman.cli.review.grouping import group_named, member_named
    from dragoman.crises.stories import Editor

    def change(unit: UnitOfWork) -> Judgement:
        one = group_named(unit.view, kind, group)
        some = [member_named(unit.view, kind, each) for each in members]
        return Editor(unit, name_of(who)).pin(kind.value, one, some, why=why)

    _judge(where, change)


@review.command("make")
def make(
    title: Annotated[str, typer.Argument(metavar="TITLE", show_default=False)],
    stories: Annotated[
        list[str], typer.Argument(metavar="STORY …", help="Its stories.", show_default=False)
    ],
    where: Where = None,
    *,
    who: Who = None,
    why: Why = "",
) -> None:
    """Make a crisis of some stories."""
    from dragoman.cli.review.grouping import group_named
    from dragoman.crises.stories import Editor

    def change(unit: UnitOfWork) -> Judgement:
        some = [group_named(unit.view, "stories", each) for each in stories]
        made, _ = Editor(unit, name_of(who)).make(title, some, why=why)
        return made

    _judge(where, change)


def _judge(where: str | None, change: Callable[[UnitOfWork], Judgement]) -> None:
    """Make a change, and print its judgement for ``undo``."""
    from dragoman.cli.stores import written

    with written(where) as unit:
        made = change(unit)
    typer.echo(f"{made.digest[:12]}  {made.verdict} {made.kind} {made.subject[:12]}")


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text is not None else None
