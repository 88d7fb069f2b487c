"""``dragoman outreach``: who contacted whom, and who was left out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.cli.db import AsJson, Where
from dragoman.cli.questions.parameters import Narrowing, Words, narrowed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dragoman.cli.questions.sheet import Sheet
    from dragoman.crises import Entry
    from dragoman.crises.questions import Campaign, Exchange, Outlier, Outreach, Uncalled
    from dragoman.crises.questions.citations import Quote

EVERYBODY = "all"
"""What stands for all governments that take part in anything."""

Expected = Annotated[
    list[str] | None,
    typer.Option(
        "--expect",
        metavar="STATES",
        help="Say which of these states and bodies, by comma, --of was not in contact with; "
        f"{EVERYBODY}: of all that take part in anything.",
        show_default=False,
    ),
]


@narrowed()
def outreach(
    *,
    narrowing: Narrowing,
    where: Where = None,
    expect: Expected = None,
    words: Words = False,
    as_json: AsJson = False,
) -> None:
    """Say who contacted whom: how often, at what level, by what channel; and who was left out."""
    from dragoman.cli.console import print_json
    from dragoman.cli.questions.parameters import codes
    from dragoman.cli.stores import viewed
    from dragoman.crises.questions import Questions, quotes

    if expect and narrowing.of is None:
        message = "Say whose contacts with --of."
        raise typer.BadParameter(message, param_hint="--expect")
    everybody = EVERYBODY in (expect or [])
    expected = codes([each for each in expect or [] if each != EVERYBODY])
    with viewed(where) as view:
        within = narrowing.scope(view)
        found = Questions(view).outreach(within, expected=expected, everybody=everybody)
        if as_json:
            print_json(found.to_dict())
        else:
            show(found, asked_for=bool(expect), quote=quotes(view) if words else None)


def show(found: Outreach, *, asked_for: bool = False, quote: Quote | None = None) -> None:
    """Show contacts by who had them with whom, then campaigns, then who was left out."""
    from dragoman.cli.questions.sheet import Sheet, counted

    sheet = Sheet()
    sheet.heading("contacts", counted(len(found.exchanges), "pair"), "contact")
    for exchange in found.exchanges:
        _exchange(sheet, exchange, quote)
    if found.campaigns:
        sheet.blank()
        sheet.heading("campaigns", counted(len(found.campaigns), "campaign"), "contact")
    for campaign in found.campaigns:
        _campaign(sheet, campaign, quote)
    if asked_for:
        sheet.blank()
        sheet.heading("no contact", counted(len(found.uncalled), "government"), "contact")
    for left_out in found.uncalled:
        _uncalled(sheet, left_out)


def _exchange(sheet: Sheet, exchange: Exchange, quote: Quote | None) -> None:
    from rich.text import Text

    from dragoman.cli.questions.days import days_text
    from dragoman.cli.questions.sheet import BETWEEN, origins_text
    from dragoman.cli.styles import ARROW

    sides = f"{exchange.initiator.name} {ARROW} {exchange.counterpart.name}"
    told = [f"{exchange.number} held" if exchange.number else ""]
    told += [f"{number} {status}" for status, number in exchange.others.items()]
    told += [", ".join(_channels(exchange))]
    told += [days_text(exchange.first_day, exchange.last_day), origins_text(exchange.origins)]
    sheet.columns(Text(sheet.say(sides), "name"), BETWEEN.join(filter(None, told)), 2)
    for pair in exchange.pairs:
        if (pair.initiator, pair.counterpart) != (
            exchange.initiator.name,
            exchange.counterpart.name,
        ):
            one = _levelled(pair.initiator, pair.initiator_level)
            other = _levelled(pair.counterpart, pair.counterpart_level)
            times = f"  ×{pair.number}" if pair.number > 1 else ""
            sheet.flow(Text(sheet.say(f"{one} {ARROW} {other}{times}")), 6)
    _words(sheet, exchange.entries, quote)


def _channels(exchange: Exchange) -> list[str]:
    """Return the channels that are known, with their number where there are several contacts."""
    known = {name: number for name, number in exchange.channels.items() if name != "unspecified"}
    several = exchange.number > 1
    return [f"{number} by {name}" if several else name for name, number in known.items()]


def _levelled(name: str, level: int | None) -> str:
    return name if level is None else f"{name} (level {level})"


def _campaign(sheet: Sheet, campaign: Campaign, quote: Quote | None) -> None:
    from rich.text import Text

    from dragoman.cli.questions.days import days_text
    from dragoman.cli.questions.sheet import BETWEEN, counted

    own = "" if campaign.initiator == campaign.side.name else f"{campaign.side.name}"
    level = f"level {campaign.level}" if campaign.level is not None else ""
    behind = ", ".join(filter(None, (own, level)))
    head = f"{campaign.initiator} ({behind})" if behind else campaign.initiator
    told = [counted(len(campaign.counterparts), "government")]
    told.append(days_text(campaign.first_day, campaign.last_day))
    sheet.columns(Text(sheet.say(head), "name"), BETWEEN.join(told), 2)
    reached = [f"{number} at level {level}" for level, number in campaign.levels.items()]
    reached += [f"{len(campaign.unknown)} at a level not known"] if campaign.unknown else []
    sheet.soft(", ".join(reached), 6)
    for outlier in campaign.outliers:
        _outlier(sheet, outlier, quote)


def _outlier(sheet: Sheet, outlier: Outlier, quote: Quote | None) -> None:
    from rich.text import Text

    from dragoman.cli.questions.sheet import listed

    difference = outlier.difference
    through = listed(_with_role(each.name, each.role) for each in outlier.parties)
    rest = f"{difference.alike} of {difference.of} {_at(difference.field, difference.usual)}"
    line = Text.assemble(
        (sheet.say("differs  "), "concern"),
        (sheet.say(outlier.counterpart.name), "name"),
        sheet.say(f" {_at(difference.field, difference.found)}, with {through}; {rest}"),
    )
    sheet.flow(line, 6, 9)
    _words(sheet, outlier.entries, quote)


def _with_role(name: str, role: str | None) -> str:
    return f"{name} ({role.replace('_', ' ')})" if role else name


def _at(field: str, value: str) -> str:
    if field == "level":
        return f"at level {value}"
    return f"through the office of {value.replace('_', ' ')}"


def _uncalled(sheet: Sheet, left_out: Uncalled) -> None:
    from rich.text import Text

    tried = [each.act.get("status") or "not held" for each in left_out.tried]
    told = ", ".join(f"{tried.count(each)} {each}" for each in dict.fromkeys(tried))
    sheet.columns(Text(sheet.say(left_out.side.name), "name"), told, 2)


def _words(sheet: Sheet, entries: Iterable[Entry], quote: Quote | None) -> None:
    from dragoman.crises.questions.citations import cited

    for entry in entries if quote else ():
        for citation in cited(entry.reports, quote, most=1) if quote else ():
            sheet.citation(citation, 6)
