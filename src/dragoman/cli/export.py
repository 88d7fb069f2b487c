"""``dragoman export``: records in, other forms of them out."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.cli.read import DEAD_LETTERS, Verbose
from dragoman.exports import FORMATS, TABLES, AnyFormat, TableFormat, format_named

if TYPE_CHECKING:
    from dragoman.cli.exporting import Intake

_FAILED = 1
_STREAM = "-"

FORMATS_TOLD = "\b\nFormats:\n" + "\n".join(
    f"  {each.name:<10} {each.help}" for each in FORMATS.values()
)
"""What stands below the help of the command."""


def _format_name(name: str) -> str:
    """Refuse what is no format, and offer near ones."""
    from dragoman.errors import DragomanError

    try:
        return format_named(name).name
    except DragomanError as error:
        raise typer.BadParameter(str(error)) from error


def _table_name(name: str | None) -> str | None:
    """Refuse what is no table, and offer near ones."""
    from dragoman.errors import offered

    if name is None or name.casefold() in TABLES:
        return name and name.casefold()
    raise typer.BadParameter(f"{name!r} is no table. {offered(name.casefold(), TABLES)}")


FormatName = Annotated[
    str,
    typer.Argument(
        metavar="FORMAT",
        help="The format, as listed below.",
        callback=_format_name,
        show_default=False,
    ),
]
Sources = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="RECORDS|-",
        help="JSON of records, one a line or indented, compressed or not; - is standard input. "
        "Without any, at a terminal the store; elsewhere what is piped in, and a store is named "
        "with --db.",
        show_default=False,
    ),
]
Out = Annotated[
    str | None,
    typer.Option(
        metavar="PATH",
        help="The file to write; for tables the folder, unless --table names one. - is standard "
        "output, which also goes without saying where the format is one file of text.",
        show_default=False,
    ),
]
TableName = Annotated[
    str | None,
    typer.Option(
        metavar="TABLE",
        help=f"Only this table: {', '.join(TABLES)}. PATH is a file then.",
        callback=_table_name,
        show_default=False,
    ),
]
Where = Annotated[
    str | None,
    typer.Option(
        "--db",
        metavar="URL",
        help="Take the records of a store in place of files: path of a SQLite file or "
        "postgresql://user:password@host/name.",
        show_default=False,
    ),
]
DeadLetterFile = Annotated[
    Path,
    typer.Option(
        metavar="FILE",
        help="Append what is no record to this file, with the reason.",
        dir_okay=False,
    ),
]


def export(
    name: FormatName,
    sources: Sources = None,
    *,
    out: Out = None,
    table: TableName = None,
    where: Where = None,
    dead_letters: DeadLetterFile = DEAD_LETTERS,
    verbose: Verbose = None,
) -> None:
    """Write records in another form.

    Records come as `dragoman read --json` prints them; equal ones are written once. What is no
    record is told on standard error and put into the file of dead letters; the rest is written,
    and the exit code is 1. Files take their places when everything has been written. Those of a
    store are as people corrected them; of each article the latest is taken.
    """
    from dragoman.cli.exporting import Intake

    _check(format_named(name), out, table)
    intake = Intake(sources or [], dead_letters, db=where, verbose=verbose)
    if out in {None, _STREAM}:
        from dragoman.exports import export_to

        export_to(intake.records(), name, sys.stdout.buffer, table=table)
        sys.stdout.buffer.flush()
    else:
        _to_files(intake, name, Path(str(out)), table)
    if not intake.all_read():
        raise typer.Exit(_FAILED)


def _to_files(intake: Intake, name: str, out: Path, table: str | None) -> None:
    from dragoman.exports import export as export_to_files

    places = export_to_files(intake.records(), name, out, table=table)
    intake.wrote(out, places)


def _check(to: AnyFormat, out: str | None, table: str | None) -> None:
    """Refuse combinations that cannot be.

    Raises:
        typer.BadParameter: The format has no tables, or does not go through a stream.
    """
    has_tables = isinstance(to, TableFormat)
    if table and not has_tables:
        message = f"{to.name} has no tables."
        raise typer.BadParameter(message, param_hint="--table")
    if out not in {None, _STREAM}:
        return
    if not to.is_text:
        message = f"{to.name} is no text. Name a place to write to."
        raise typer.BadParameter(message, param_hint="--out")
    if has_tables and not table:
        message = f"{to.name} has one table a kind. Name a folder, or one table with --table."
        raise typer.BadParameter(message, param_hint="--out")
