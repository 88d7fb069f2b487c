"""``dragoman standings``: where each government stands on each act, as it changes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.cli.db import AsJson, Where
from dragoman.cli.questions.parameters import Narrowing, Words, narrowed

if TYPE_CHECKING:
    from rich.text import Text

    from dragoman.cli.questions.sheet import Sheet
    from dragoman.crises.questions import ActStandings, Standing
    from dragoman.crises.questions.citations import Quote

_STANCE = 15

Act = Annotated[
    str | None,
    typer.Option(
        "--on",
        metavar="ACT",
        help="Only what is held on this act: the id of its entry, or words of a policy.",
        show_default=False,
    ),
]
Changed = Annotated[bool, typer.Option("--changed", help="Only those whose own position changed.")]


@narrowed()
def standings(
    *,
    narrowing: Narrowing,
    where: Where = None,
    on: Act = None,
    changed: Changed = False,
    words: Words = False,
    as_json: AsJson = False,
) -> None:
    """Say where each government stands on each act: own words, changes, what others say of it."""
    from dragoman.cli.console import print_json
    from dragoman.cli.stores import viewed
    from dragoman.crises.questions import Questions, quotes

    with viewed(where) as view:
        within = narrowing.scope(view)
        found = Questions(view).standings(within, act=on)
        found = _only_changed(found) if changed else found
        if as_json:
            print_json([each.to_dict() for each in found])
        else:
            show(found, quotes(view) if words else None)


def _only_changed(found: tuple[ActStandings, ...]) -> tuple[ActStandings, ...]:
    from dataclasses import replace

    kept = (
        replace(each, standings=tuple(one for one in each.standings if one.changes))
        for each in found
    )
    return tuple(each for each in kept if each.standings)


def show(found: tuple[ActStandings, ...], quote: Quote | None = None) -> None:
    """Show acts, and under each act its holders in the order of the scale."""
    from dragoman.cli.questions.sheet import Sheet, counted

    sheet = Sheet()
    sheet.heading("standings", counted(len(found), "act"), "position")
    for on_act in found:
        sheet.blank()
        _act(sheet, on_act)
        for standing in on_act.standings:
            _standing(sheet, standing, quote)


def _act(sheet: Sheet, on_act: ActStandings) -> None:
    from rich.text import Text

    from dragoman.cli.questions.days import days_text
    from dragoman.cli.questions.sheet import BETWEEN, counted, tag, tone, who

    act = on_act.act
    if act is None:
        head = Text(sheet.say(f"“{' '.join(on_act.target.split())}”"), "name")
        told = []
    else:
        head = Text.assemble((sheet.say(tag(act)), tone(act)), "  ", (sheet.say(who(act)), "name"))
        told = [days_text(act.first_day, act.last_day), act.place or "", act.id[:12]]
    told.append(counted(len(on_act.standings), "holder"))
    sheet.columns(head, BETWEEN.join(filter(None, told)))


def _standing(sheet: Sheet, standing: Standing, quote: Quote | None) -> None:
    from rich.text import Text

    from dragoman.cli.questions.days import day_text
    from dragoman.cli.questions.sheet import BETWEEN
    from dragoman.crises.questions.citations import cited

    head = _stances(sheet, standing)
    head.append(sheet.say(f"  {standing.holder.name}"), "name")
    last = standing.turns[-1] if standing.turns else None
    told = [f"since {day_text(standing.since)}"] if standing.since else []
    told += _repeated(standing)
    sheet.columns(head, BETWEEN.join(told), 2)
    for citation in cited(last.entries[-1].reports, quote, most=1) if quote and last else ():
        sheet.citation(citation, 2 + _STANCE + 2)
    for change in standing.changes:
        line = Text.assemble(("changed  ", "concern"), day_text(change.day), "  ")
        line.append(
            sheet.say(f"{', '.join(change.before.views)} → {', '.join(change.after.views)}")
        )
        sheet.flow(line, 2 + _STANCE + 2)
    _claims(sheet, standing)


def _repeated(standing: Standing) -> list[str]:
    """Return on how many days the stance was told, where it was told on several."""
    from dragoman.cli.questions.days import day_text

    if len(standing.days) < 2:
        return []
    return [f"said on {len(standing.days)} days, last on {day_text(standing.days[-1])}"]


def _claims(sheet: Sheet, standing: Standing) -> None:
    from rich.text import Text

    from dragoman.cli.questions.days import day_text
    from dragoman.cli.questions.sheet import listed

    for claim in standing.claims:
        reporters = listed(each.name for each in claim.reporters) or "others"
        line = Text(sheet.say(f"{reporters}: {claim.stance}, {day_text(claim.day)}  "))
        style = "negative" if claim.verdict == "contradicted" else "soft"
        line.append(claim.verdict, style)
        sheet.flow(line, 2 + _STANCE + 2)


def _stances(sheet: Sheet, standing: Standing) -> Text:
    """Return the stances that are taken now, each in its colour, as a column."""
    from rich.text import Text

    cell = Text()
    for number, stance in enumerate(standing.stances):
        cell.append(", " if number else "")
        cell.append(sheet.say(stance), stance)
    if not standing.stances:
        cell.append("not its own", "soft")
    cell.pad_right(max(_STANCE - cell.cell_len, 0))
    return cell
