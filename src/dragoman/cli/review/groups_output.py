"""Stories and crises as rows, and for a terminal."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from rich.text import Text

from dragoman.cli.console import fit, output
from dragoman.cli.db_output import counted

if TYPE_CHECKING:
    from dragoman.crises.stories import Crisis, Story

_SHORT = 12


def story_row(story: Story) -> Mapping[str, object]:
    """Return a story as plain values."""
    return {
        "id": story.id,
        "title": story.title,
        "named": story.named,
        "keywords": list(story.keywords),
        "first_day": _told(story.first_day),
        "last_day": _told(story.last_day),
        "articles": story.articles,
        "copies": story.copies,
        "crisis": story.crisis,
    }


def crisis_row(crisis: Crisis) -> Mapping[str, object]:
    """Return a crisis as plain values."""
    return {
        "id": crisis.id,
        "title": crisis.title,
        "named": crisis.named,
        "first_day": _told(crisis.first_day),
        "last_day": _told(crisis.last_day),
        "stories": crisis.stories,
        "articles": crisis.articles,
    }


def _told(day: date | None) -> str | None:
    return day.isoformat() if day is not None else None


def show_stories(found: Sequence[Story]) -> None:
    """Show stories, one a line."""
    for each in found:
        _show(each.id, each.title, each.first_day, each.last_day, counted(each.articles, "article"))
    output().print(f"{len(found):,} {'story' if len(found) == 1 else 'stories'}")


def show_crises(found: Sequence[Crisis]) -> None:
    """Show crises, one a line."""
    for each in found:
        held = f"{each.stories:,} {'story' if each.stories == 1 else 'stories'}"
        articles = counted(each.articles, "article")
        _show(each.id, each.title, each.first_day, each.last_day, f"{held}, {articles}")
    output().print(f"{len(found):,} {'crisis' if len(found) == 1 else 'crises'}")


def _show(identity: str, title: str, first: date | None, last: date | None, held: str) -> None:
    console = output()
    say = fit(console)
    days = " to ".join(dict.fromkeys(each.isoformat() for each in (first, last) if each))
    line = Text.assemble((f"{identity[:_SHORT]}  ", "soft"), (say(title), "name"))
    line.append(f"  {', '.join(each for each in (days, held) if each)}", style="soft")
    console.print(line, soft_wrap=True)
