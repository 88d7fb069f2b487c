"""``dragoman review``: what people decide about what was read."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Literal

import typer

from dragoman.cli.db import AsJson, Where
from dragoman.cli.parameters import kind_names
from dragoman.cli.review.parameters import Who, Why, name_of, pairs, value_of

_FAILED = 1
_STREAM = "-"

review = typer.Typer(name="review", no_args_is_help=True, rich_markup_mode=None)


class Decision(StrEnum):
    """What can be decided about a fact that was read."""

    accept = "accept"
    reject = "reject"
    correct = "correct"


_VERDICTS: Mapping[Decision, Literal["accept", "reject"]] = {
    Decision.accept: "accept",
    Decision.reject: "reject",
}


def _one_kind(name: str) -> str:
    """Return the kind of fact that is named; refuse what is none, and offer near ones."""
    kinds = kind_names([name]) or [name]
    return kinds[0]


Kind = Annotated[
    str,
    typer.Argument(
        metavar="KIND",
        help="Kind of the fact: events, contacts, statements, positions, attitudes.",
        callback=_one_kind,
        show_default=False,
    ),
]
Article = Annotated[
    str,
    typer.Argument(metavar="ARTICLE|URL", help="The article's id or URL.", show_default=False),
]
Fields = Annotated[
    list[str] | None,
    typer.Option(
        "--set",
        metavar="FIELD=VALUE",
        help="A field and its value: mode=drone, casualties.killed=3, counterpart=France. "
        "Without a value, nothing is said. Can be given several times.",
        show_default=False,
    ),
]


@review.callback()
def _review() -> None:
    """Accept, reject, correct and add facts; see what people decided, and move it."""


@review.command("facts")
def facts(article: Article, where: Where = None, *, as_json: AsJson = False) -> None:
    """Show what the store tells of an article: its facts with their ids, judged or not."""
    from dragoman.cli.review.output import fact_rows, show_facts
    from dragoman.cli.stores import article_named, viewed
    from dragoman.crises.review import effective

    with viewed(where) as view:
        found = article_named(view, article)
        rows = fact_rows(effective(view, found.reading))
    if as_json:
        from dragoman.cli.console import print_json

        print_json(rows)
    else:
        show_facts(found, rows)


@review.command("list")
def list_judgements(
    where: Where = None,
    *,
    kind: Annotated[
        list[str] | None,
        typer.Option(
            metavar="KIND",
            help="Only on facts of this kind.",
            callback=kind_names,
            show_default=False,
        ),
    ] = None,
    who: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="Only what this person decided.", show_default=False),
    ] = None,
    vanished: Annotated[
        bool, typer.Option("--vanished", help="Only where the article tells the fact no more.")
    ] = False,
    every: Annotated[bool, typer.Option("--all", help="Also what was taken back.")] = False,
    as_json: AsJson = False,
) -> None:
    """Show what people decided, the first decision first."""
    from dragoman.cli.review.output import show_listed
    from dragoman.cli.stores import viewed
    from dragoman.crises.review import listed

    with viewed(where) as view:
        found = [
            each
            for each in listed(view, kinds=kind or (), who=who, undone=every)
            if not vanished or each.standing == "vanished"
        ]
    if as_json:
        from dragoman.cli.console import print_json

        print_json([each.to_dict() for each in found])
    else:
        show_listed(found)


@review.command("judge")
def judge(
    decision: Annotated[
        Decision,
        typer.Argument(metavar="DECISION", help="accept, reject or correct.", show_default=False),
    ],
    kind: Kind,
    subject: Annotated[
        str,
        typer.Argument(
            metavar="ID",
            help="The fact's id or its beginning; or an entry's id, all of whose reports are "
            "judged then.",
            show_default=False,
        ),
    ],
    where: Where = None,
    *,
    fields: Fields = None,
    who: Who = None,
    why: Why = "",
) -> None:
    """Accept or reject a fact, or correct fields of it."""
    from dragoman.cli.stores import written
    from dragoman.crises.review import correct, subjects
    from dragoman.crises.review import judge as decide

    changes = {name: value_of(text) for name, text in pairs(fields, "--set").items()}
    if bool(changes) != (decision is Decision.correct):
        message = "A correction needs --set FIELD=VALUE, and nothing else has it."
        raise typer.BadParameter(message, param_hint="--set")
    name = name_of(who)
    with written(where) as unit:
        ids = subjects(unit.view, kind, subject)
        if decision is Decision.correct:
            made = [
                correct(unit, kind, each, change, who=name, why=why)
                for each in ids
                for change in changes.items()
            ]
        else:
            verdict = _VERDICTS[decision]
            made = [decide(unit, verdict, kind, each, who=name, why=why) for each in ids]
    for one in made:
        typer.echo(f"{one.digest[:12]}  {one.verdict} {one.kind} {one.subject[:12]}")


@review.command("add")
def add(
    kind: Kind,
    article: Article,
    where: Where = None,
    *,
    words: Annotated[
        list[str],
        typer.Option(
            metavar="WORDS",
            help="The words of the article that state the fact. Can be given several times.",
            show_default=False,
        ),
    ],
    fields: Fields = None,
    who: Who = None,
    why: Why = "",
) -> None:
    """Add a fact that was not read, by marking the words that state it."""
    from dragoman.cli.stores import article_named, written
    from dragoman.crises.review import add as add_fact
    from dragoman.crises.review import mark

    told = {name: value_of(text) for name, text in pairs(fields, "--set").items()}
    with written(where) as unit:
        found = article_named(unit.view, article)
        marks = mark(unit.view.text(found.id), *words)
        made = add_fact(unit, found.id, kind, marks, told, who=name_of(who), why=why)
    typer.echo(f"{made.digest[:12]}  add {made.kind} {made.subject[:12]}")


@review.command("undo")
def undo(
    judgement: Annotated[
        str,
        typer.Argument(
            metavar="JUDGEMENT",
            help="The judgement's id or its beginning, as list shows it.",
            show_default=False,
        ),
    ],
    where: Where = None,
    *,
    who: Who = None,
    why: Why = "",
) -> None:
    """Take a judgement back; an undoing can be undone as well."""
    from dragoman.cli.stores import written
    from dragoman.crises.review import judgement_named
    from dragoman.crises.review import undo as take_back

    with written(where) as unit:
        taken = judgement_named(unit.view, judgement)
        made = take_back(unit, taken.digest, who=name_of(who), why=why)
    typer.echo(f"{made.digest[:12]}  undo {made.kind} {made.subject[:12]}")


@review.command("export")
def export(
    out: Annotated[
        str,
        typer.Argument(metavar="FILE|-", help="Where to; - is standard output."),
    ] = _STREAM,
    where: Where = None,
) -> None:
    """Write all judgements as lines of JSON."""
    from dragoman.cli.console import write_utf8
    from dragoman.cli.stores import viewed
    from dragoman.crises.review import export_lines
    from dragoman.errors import DragomanError

    with viewed(where) as view:
        lines = list(export_lines(view))
    if out == _STREAM:
        for line in lines:
            write_utf8(line)
        return
    try:
        text = "".join(f"{line}\n" for line in lines)
        Path(out).write_text(text, encoding="utf-8", errors="backslashreplace")
    except OSError as error:
        raise DragomanError(f"{out} cannot be written: {error.strerror}.") from error
    typer.echo(f"{len(lines)} judgements written to {out}.", err=True)


@review.command("import")
def import_judgements(
    source: Annotated[
        str,
        typer.Argument(
            metavar="FILE|-",
            help="What export wrote; - is standard input.",
            show_default=False,
        ),
    ],
    where: Where = None,
) -> None:
    """Take in judgements that export wrote; those that are there already change nothing."""
    from dragoman.cli.stores import written
    from dragoman.crises.review import import_lines
    from dragoman.errors import DragomanError

    try:
        data = sys.stdin.buffer.read() if source == _STREAM else Path(source).read_bytes()
    except OSError as error:
        raise DragomanError(f"{source} cannot be read: {error.strerror}.") from error
    with written(where) as unit:
        done = import_lines(unit, data.splitlines(), source)
    for each in done.wrong:
        typer.echo(f"Error: {each}", err=True)
    typer.echo(f"{done.new} new, {done.known} known, {len(done.wrong)} wrong.")
    if done.wrong:
        raise typer.Exit(_FAILED)


@review.command("changes")
def changes(
    source: Annotated[
        str,
        typer.Argument(
            metavar="RECORDS|ARTICLE|URL",
            help="A file of records as a newer reader prints them (dragoman read --json): what "
            "they would change. Or an article: what its latest reading changed.",
            show_default=False,
        ),
    ],
    where: Where = None,
    *,
    as_json: AsJson = False,
) -> None:
    """Show what reading anew changes, and what becomes of judgements."""
    from dragoman.cli.review.changing import compared
    from dragoman.cli.review.output import show_differences
    from dragoman.cli.stores import viewed

    with viewed(where) as view:
        found = list(compared(view, source))
    if as_json:
        from dragoman.cli.console import print_json

        print_json([{"article": title, **each.to_dict()} for title, each in found])
        return
    for title, each in found:
        show_differences(title, each)
