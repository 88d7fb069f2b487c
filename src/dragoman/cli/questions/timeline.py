"""``dragoman timeline``: what was on which day."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.cli.db import AsJson, Where
from dragoman.cli.questions.parameters import Narrowing, Words, narrowed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dragoman.cli.questions.sheet import Sheet
    from dragoman.crises.questions import Day, Item
    from dragoman.crises.questions.citations import Quote
    from dragoman.crises.questions.standings import Acts

_WIDEST_BAR = 24

Kinds = Annotated[
    list[str] | None,
    typer.Option(
        "--kind",
        metavar="KIND",
        help="Only these, by comma: contacts, events, statements, positions, attitudes.  "
        "[default: events,contacts,positions]",
        show_default=False,
    ),
]
Most = Annotated[
    int, typer.Option(metavar="NUMBER", help="Entries that are shown of a day; 0: all.", min=0)
]
Recalled = Annotated[
    bool, typer.Option("--recalled", help="Also what reports only recall from the past.")
]


@narrowed()
def timeline(
    *,
    narrowing: Narrowing,
    where: Where = None,
    kind: Kinds = None,
    recalled: Recalled = False,
    most: Most = 5,
    words: Words = False,
    as_json: AsJson = False,
) -> None:
    """Say what was on which day, and how much it weighs."""
    from dragoman.cli.console import print_json
    from dragoman.cli.stores import viewed
    from dragoman.crises.questions import Questions, quotes

    kinds = _kinds(kind)
    with viewed(where) as view:
        within = narrowing.scope(view)
        questions = Questions(view)
        days = questions.timeline(within, kinds=kinds, recalled=recalled)
        if as_json:
            print_json([day.to_dict() for day in days])
        else:
            acts = questions.acts(item.entry for day in days for item in day.items)
            show(days, most=most, acts=acts, quote=quotes(view) if words else None)


def _kinds(names: list[str] | None) -> tuple[str, ...]:
    """Return the kinds that are asked for; actors are none of the ledger."""
    from dragoman.cli.parameters import kind_names
    from dragoman.crises.entries import KINDS
    from dragoman.crises.questions.asking import HAPPENED

    found = kind_names(names)
    if found is not None and not set(found) <= set(KINDS):
        message = f"A timeline has no actors. Choose of {', '.join(KINDS)}."
        raise typer.BadParameter(message, param_hint="--kind")
    return tuple(found or HAPPENED)


def show(
    days: tuple[Day, ...], *, most: int, acts: Acts | None = None, quote: Quote | None = None
) -> None:
    """Show days, each with a bar for its weight."""
    from dragoman.cli.questions.sheet import Sheet, counted

    sheet = Sheet()
    entries = sum(len(day.items) for day in days)
    known = sum(1 for day in days if day.day is not None)
    told = f"{counted(known, 'day')}, {entries:,} {'entry' if entries == 1 else 'entries'}"
    sheet.heading("timeline", told)
    heaviest = max((day.weight for day in days), default=1)
    for day in days:
        sheet.blank()
        _day(sheet, day, heaviest)
        shown = day.items[:most] if most else day.items
        _items(sheet, shown, acts or {}, quote)
        if len(shown) < len(day.items):
            sheet.soft(f"and {len(day.items) - len(shown)} more", 7)


def _day(sheet: Sheet, day: Day, heaviest: int) -> None:
    from rich.text import Text

    from dragoman.cli.questions.days import day_text
    from dragoman.cli.questions.sheet import BETWEEN, origins_text
    from dragoman.cli.styles import BLOCK

    told = [origins_text(day.weight)]
    told += [f"intensity {_signed(day.intensity)}"] if day.intensity is not None else []
    told += [f"lowest {_signed(day.lowest)}"] if _differs(day) else []
    bar = BLOCK * max(1, round(_WIDEST_BAR * day.weight / max(heaviest, 1)))
    line = Text.assemble((day_text(day.day), "title"), "  ", (sheet.say(bar), _tone(day)), "  ")
    sheet.columns(line, BETWEEN.join(told))


def _items(sheet: Sheet, items: Iterable[Item], acts: Acts, quote: Quote | None) -> None:
    from dragoman.cli.questions.days import days_text
    from dragoman.crises.questions.citations import cited

    for item in items:
        more = [f"until {days_text(item.until, item.until)}"] if item.until else []
        more += [] if item.dated else ["undated"]
        sheet.entry(item.entry, certainty=item.certainty, more=more, acts=acts)
        for citation in cited(item.entry.reports, quote, most=1) if quote else ():
            sheet.citation(citation)


def _differs(day: Day) -> bool:
    return day.lowest is not None and day.intensity is not None and day.lowest < day.intensity


def _signed(number: float | None) -> str:
    return f"{number:+.1f}" if number is not None else ""


def _tone(day: Day) -> str:
    if day.intensity is None:
        return "soft"
    return "negative" if day.intensity < 0 else "positive"
