"""``dragoman attitudes``: what one side feels about another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.cli.db import AsJson, Where
from dragoman.cli.questions.parameters import Narrowing, Words, narrowed

if TYPE_CHECKING:
    from dragoman.cli.questions.sheet import Sheet
    from dragoman.crises.questions import Regard
    from dragoman.crises.questions.citations import Quote


@narrowed()
def attitudes(
    *,
    narrowing: Narrowing,
    where: Where = None,
    words: Words = False,
    as_json: AsJson = False,
) -> None:
    """Say what one side feels about another, apart from any act."""
    from dragoman.cli.console import print_json
    from dragoman.cli.stores import viewed
    from dragoman.crises.questions import Questions, quotes

    with viewed(where) as view:
        within = narrowing.scope(view)
        found = Questions(view).attitudes(within)
        if as_json:
            print_json([each.to_dict() for each in found])
        else:
            show(found, quotes(view) if words else None)


def show(found: tuple[Regard, ...], quote: Quote | None = None) -> None:
    """Show pairs, the most often told first."""
    from dragoman.cli.questions.sheet import Sheet, counted

    sheet = Sheet()
    sheet.heading("attitudes", counted(len(found), "pair"), "attitude")
    for regard in found:
        _regard(sheet, regard, quote)


def _regard(sheet: Sheet, regard: Regard, quote: Quote | None) -> None:
    from rich.text import Text

    from dragoman.cli.questions.days import day_text, days_text
    from dragoman.cli.questions.sheet import BETWEEN, origins_text
    from dragoman.cli.styles import ARROW
    from dragoman.crises.questions.citations import cited

    head = Text(sheet.say(f"{regard.from_.name} {ARROW} {regard.toward.name}"), "name")
    for sign in ("positive", "negative"):
        number = getattr(regard, sign)
        head.append(f"  {sign} ×{number}" if number > 1 else f"  {sign}" if number else "", sign)
    days = [each.first_day for each in regard.entries if each.first_day is not None]
    told = [days_text(min(days, default=None), max(days, default=None))]
    sheet.columns(head, BETWEEN.join([*told, origins_text(regard.origins)]), 2)
    for change in regard.changes:
        views = f"{', '.join(change.before.views)} {ARROW} {', '.join(change.after.views)}"
        line = Text.assemble(
            ("changed  ", "concern"), day_text(change.day), sheet.say(f"  {views}")
        )
        sheet.flow(line, 6)
    for claim in regard.claims:
        style = "negative" if claim.verdict == "contradicted" else "soft"
        told_by = f"others: {claim.stance}, {day_text(claim.day)}  "
        sheet.flow(Text.assemble(told_by, (claim.verdict, style)), 6)
    for entry in regard.entries if quote else ():
        for citation in cited(entry.reports, quote, most=1) if quote else ():
            sheet.citation(citation, 6)
