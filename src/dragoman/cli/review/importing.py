"""``dragoman import``: the spreadsheets that people keep, as facts of the ledger."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.cli.db import AsJson, Where
from dragoman.cli.read import DEAD_LETTERS
from dragoman.cli.review.parameters import Who, name_of, pairs

if TYPE_CHECKING:
    from dragoman.crises.review.sheets import Row, Sheet, SheetDone, SheetMap
    from dragoman.store import Store

_FAILED = 1
_XLSX = b"PK\x03\x04"
_KIND = "kind"


def import_sheet(
    path: Annotated[
        Path,
        typer.Argument(
            metavar="SHEET",
            help="CSV, TSV or XLSX (its first sheet); the first row names the columns.",
            dir_okay=False,
            show_default=False,
        ),
    ],
    columns: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="COLUMN=FIELD …",
            help="Which column is which field, and kind=KIND; in place of --map.",
            show_default=False,
        ),
    ] = None,
    where: Where = None,
    *,
    map_file: Annotated[
        Path | None,
        typer.Option(
            "--map",
            metavar="FILE",
            help="A TOML file that says which column is which field.",
            dir_okay=False,
            show_default=False,
        ),
    ] = None,
    who: Who = None,
    replace: Annotated[
        bool,
        typer.Option("--replace", help="Take out rows that stand in the sheet no more."),
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Take in a sheet of positions, contacts, statements or events, one fact a row.

    Each row becomes a fact whose origin is the sheet, and is matched to what was read: the same,
    new, or contradicting. Rows that are there already change nothing. Rows that are wrong are told
    on standard error and put into dead-letters.jsonl, and the exit code is 1.
    """
    from dragoman.cli.stores import existing
    from dragoman.crises.review.sheets import Sheet

    sheet_map = _map(map_file, columns)
    sheet = Sheet(name=path.stem, who=name_of(who), map=sheet_map)
    header, rows = _rows(path)
    with existing(where) as store:
        done = _imported(store, sheet, header, rows)
        erased = _replaced(store, sheet, done) if replace else 0
    _show(done, erased, as_json=as_json)
    _keep_wrong(done)
    if done.wrong:
        raise typer.Exit(_FAILED)


def _map(file: Path | None, columns: list[str] | None) -> SheetMap:
    """Return the map of a file, or of the command line."""
    from dragoman.crises.review.sheets import SheetMap
    from dragoman.errors import DragomanError

    if (file is None) == (not columns):
        message = "Give a map with --map, or COLUMN=FIELD for each column."
        raise typer.BadParameter(message, param_hint="--map")
    if file is None:
        named = pairs(columns, "COLUMN=FIELD")
        return SheetMap(kind=named.pop(_KIND, ""), columns=named)
    try:
        return SheetMap.from_toml(file.read_text(encoding="utf-8"), str(file))
    except (OSError, UnicodeDecodeError) as error:
        raise DragomanError(f"{file} cannot be read: {error}.") from error


def _rows(path: Path) -> tuple[tuple[str, ...], list[Row]]:
    from dragoman.crises.review.sheets import rows_of_text, rows_of_xlsx
    from dragoman.ingest.encoding import decode
    from dragoman.ingest.files import read_bytes
    from dragoman.settings import Settings

    limits = Settings.load()
    most = limits.max_decompressed
    if path.suffix.casefold() == ".xlsx":
        data = _bytes(path, limits.max_bytes)
        return rows_of_xlsx(data, most=most)
    data = read_bytes(path, max_bytes=limits.max_bytes, max_decompressed=most)
    delimiter = "\t" if path.suffix.casefold() in {".tsv", ".tab"} else None
    return rows_of_text(decode(data, source=str(path)), delimiter=delimiter)


def _bytes(path: Path, most: int) -> bytes:
    """Return the bytes of a file as they are: an XLSX is packed in its own way."""
    from dragoman.errors import DragomanError, TooLarge

    try:
        if path.stat().st_size > most:
            raise TooLarge(f"It has more than {most:,} bytes.", source=str(path))
        return path.read_bytes()
    except OSError as error:
        raise DragomanError(f"{path} cannot be read: {error.strerror}.") from error


def _imported(store: Store, sheet: Sheet, header: tuple[str, ...], rows: list[Row]) -> SheetDone:
    from dragoman.crises.review.sheets import import_sheet as take_in

    with store.work() as unit:
        return take_in(unit, sheet, header, rows)


def _replaced(store: Store, sheet: Sheet, done: SheetDone) -> int:
    """Erase the rows that stand in the sheet no more; return how many."""
    from dragoman.crises.review.forgetting import forget

    if not done.gone:
        return 0
    with store.work() as unit:
        forget(unit, "article", done.gone, who=sheet.who, lasting=False)
    store.wipe()
    return len(done.gone)


def _keep_wrong(done: SheetDone) -> None:
    from dragoman.cli.reading.letters import DeadLetters

    letters = DeadLetters(DEAD_LETTERS)
    for each in done.wrong:
        letters.add(each)
        typer.echo(f"Error: {each}", err=True)


def _show(done: SheetDone, erased: int, *, as_json: bool) -> None:
    from dragoman.cli.console import write_utf8
    from dragoman.cli.db_output import counted

    if as_json:
        write_utf8(json.dumps(_plain(done, erased), ensure_ascii=False))
        return
    fresh = sum(each.new for each in done.rows)
    told = [f"{done.count(each)} {each}" for each in ("same", "new", "contradicts")]
    typer.echo(f"{counted(len(done.rows), 'row')}, {fresh} of them not there before.")
    typer.echo(f"Beside what was read: {', '.join(told)}.")
    for each in done.rows:
        if each.found.outcome == "contradicts":
            typer.echo(f"  row {each.number} contradicts {str(each.found.fact)[:12]}")
    if done.gone and not erased:
        rows = counted(len(done.gone), "row")
        typer.echo(f"{rows} of earlier imports stand in it no more; --replace takes them out.")
    if erased:
        typer.echo(f"{counted(erased, 'row')} of earlier imports taken out.")


def _plain(done: SheetDone, erased: int) -> Mapping[str, object]:
    return {
        "rows": [
            {
                "row": each.number,
                "article": each.article,
                "new": each.new,
                "outcome": each.found.outcome,
                "fact": each.found.fact,
            }
            for each in done.rows
        ],
        "wrong": [str(each) for each in done.wrong],
        "gone": len(done.gone),
        "erased": erased,
    }
