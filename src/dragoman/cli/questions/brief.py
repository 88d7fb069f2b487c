"""``dragoman brief``: what is new, every sentence with its citation."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.cli.db import AsJson, Where
from dragoman.cli.questions.parameters import Narrowing, narrowed

if TYPE_CHECKING:
    from dragoman.cli.questions.sheet import Sheet
    from dragoman.crises.questions import Brief, Sentence

FORMS = (".md", ".html", ".pdf")
"""The endings of the files that a brief can be written to."""


_AGO = re.compile(r"(\d{1,5})([hd])")
_UNITS = {"h": "hours", "d": "days"}


def _moment(text: str | None) -> str | None:
    """Return a moment; one such as ``12h`` or ``2d`` lies so long before now."""
    if text is None:
        return None
    ago = _AGO.fullmatch(text)
    if ago is not None:
        return (datetime.now(UTC) - timedelta(**{_UNITS[ago[2]]: int(ago[1])})).isoformat()
    try:
        datetime.fromisoformat(text)
    except ValueError:
        message = f"{text!r} is no moment. Write it as 2020-01-04, 2020-01-04T18:00+01:00 or 12h."
        raise typer.BadParameter(message) from None
    return text


def _form(path: Path | None) -> Path | None:
    """Refuse a file whose ending names no form."""
    if path is not None and path.suffix.casefold() not in FORMS:
        message = f"{path.name!r} must end in one of {', '.join(FORMS)}."
        raise typer.BadParameter(message)
    return path


ReportedSince = Annotated[
    str | None,
    typer.Option(
        "--since",
        metavar="MOMENT",
        help="Only what was reported at this moment or later: 2020-01-04T18:00+01:00 (without "
        "a zone in UTC), or 12h or 2d ago.",
        callback=_moment,
        show_default=False,
    ),
]
ReportedUntil = Annotated[
    str | None,
    typer.Option(
        "--until",
        metavar="MOMENT",
        help="Only what was reported before this moment.",
        callback=_moment,
        show_default=False,
    ),
]
Out = Annotated[
    Path | None,
    typer.Option(
        metavar="FILE",
        help="Write it to a file that ends in .md, .html or .pdf.",
        callback=_form,
        dir_okay=False,
        show_default=False,
    ),
]
Title = Annotated[str, typer.Option(metavar="WORDS", help="The title.")]
ByStory = Annotated[bool, typer.Option("--by-story", help="Group it by stories.")]
Most = Annotated[
    int, typer.Option(metavar="NUMBER", help="Sentences in one section; 0: all.", min=0)
]


@narrowed(since=ReportedSince, until=ReportedUntil)
def brief(
    *,
    narrowing: Narrowing,
    where: Where = None,
    by_story: ByStory = False,
    title: Title = "Brief",
    most: Most = 25,
    out: Out = None,
    as_json: AsJson = False,
) -> None:
    """Tell what is new since a moment: every sentence with its reports, none without."""
    from dragoman.cli.console import print_json
    from dragoman.cli.stores import viewed
    from dragoman.crises.questions import Questions

    with viewed(where) as view:
        within = narrowing.scope_of_all_days(view)
        found = Questions(view).brief(
            within,
            since=_in_zone(narrowing.since),
            until=_in_zone(narrowing.until),
            title=title,
            by_story=by_story,
            most=most or _ALL,
        )
    if out is not None:
        write(found, out)
    if as_json:
        print_json(found.to_dict())
    elif out is None:
        show(found)


_ALL = 10**9


def _in_zone(text: str | None) -> datetime | None:
    if text is None:
        return None
    moment = datetime.fromisoformat(text)
    return moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC)


def write(brief: Brief, path: Path) -> None:
    """Write a brief in the form that the ending of a file names.

    Raises:
        DragomanError: The file cannot be written.
    """
    from dragoman.errors import DragomanError

    form = path.suffix.casefold()
    if form == ".pdf":
        data = brief.to_pdf()
    else:
        data = (brief.to_html() if form == ".html" else brief.to_markdown()).encode()
    try:
        path.write_bytes(data)
    except OSError as error:
        raise DragomanError(f"{path} cannot be written: {error.strerror}.") from error


def show(brief: Brief) -> None:
    """Show a brief: sentences, and under each the reports that it rests on."""
    from dragoman.cli.questions.sheet import Sheet
    from dragoman.crises.questions.brief.lines import NOTHING, groups, left_out, span_line

    sheet = Sheet()
    sheet.heading(brief.title)
    sheet.soft(span_line(brief))
    if brief.empty:
        sheet.soft(NOTHING)
    for group, sections in groups(brief):
        if group is not None:
            sheet.blank()
            sheet.heading(group)
        for section in sections:
            sheet.blank()
            sheet.heading(section.title, style=_STYLES.get(section.title, "title"))
            for sentence in section.sentences:
                _sentence(sheet, sentence)
            if section.left_out:
                sheet.soft(left_out(section), 2)


_STYLES = {
    "Positions": "position",
    "Changes of position": "position",
    "Contacts": "contact",
    "Events": "event",
    "Statements": "statement",
    "Attitudes": "attitude",
}


def _sentence(sheet: Sheet, sentence: Sentence) -> None:
    from rich.text import Text

    from dragoman.crises.questions.brief.lines import FURTHER, more

    line = Text(sheet.say(sentence.text))
    line.append(sheet.say(f" {FURTHER}") if sentence.news == "more" else "", "soft")
    sheet.flow(line, 2, 0)
    for citation in sentence.citations:
        sheet.citation(citation, 4)
    if more(sentence):
        sheet.soft(more(sentence), 6)
