"""What the menus hold: only pages that are there. A new page adds its line here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from dragoman.desk import links
from dragoman.desk.filters import Filters


@dataclass(frozen=True, slots=True)
class Place:
    """A line of the menu at the head of every page; ``key`` goes there after ``g``."""

    name: str
    path: str
    key: str


@dataclass(frozen=True, slots=True)
class Look:
    """One way to look at a crisis; the filters go along from one to the next."""

    name: str
    link: Callable[[Filters], str]
    key: str


PLACES: tuple[Place, ...] = (
    Place("Crises", links.crises(), "c"),
    Place("Sources", links.sources(), "u"),
    Place("Alerts", links.alerts(), "a"),
    Place("Help", links.help_page(), "h"),
)

VIEWS: tuple[Look, ...] = (
    Look("Overview", links.overview, "o"),
    Look("Timeline", links.timeline, "t"),
    Look("Standings", links.standings, "p"),
    Look("Outreach", links.outreach, "c"),
    Look("Statements", links.statements, "s"),
    Look("Articles", links.articles, "a"),
    Look("Actors", links.actors, "w"),
    Look("Review", links.review, "r"),
    Look("Brief", links.brief, "b"),
    Look("Exports", links.exports, "x"),
)
