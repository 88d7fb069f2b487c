"""``dragoman db``: make, check, back up and restore the store; say what it holds."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.cli.stores import existing, unopened

if TYPE_CHECKING:
    from dragoman.store.backup import Copied
    from dragoman.store.checking import Checked
    from dragoman.store.statistics import Statistics
    from dragoman.store.store import Store

_FAILED = 1
_MOST_FAULTS = 20

db = typer.Typer(name="db", no_args_is_help=True, rich_markup_mode=None)

Where = Annotated[
    str | None,
    typer.Option(
        "--db",
        metavar="URL",
        help="The store: path of a SQLite file or postgresql://user:password@host/name.  "
        "[default: the setting db]",
        show_default=False,
    ),
]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.")]
Replace = Annotated[bool, typer.Option("--replace", help="Put it in the place of what is there.")]


@db.callback()
def _db() -> None:
    """Make, check, back up and restore the store; say what it holds."""


@db.command("upgrade")
def upgrade(where: Where = None) -> None:
    """Make the store, or bring its tables to this version."""
    from dragoman.store.schema import head

    with unopened(where) as store:
        moved = store.upgrade()
        place = _place(store)
    if moved is None:
        typer.echo(f"{place}: up to date, revision {head()}.")
    elif moved[0] is None:
        typer.echo(f"{place}: made, revision {moved[1]}.")
    else:
        typer.echo(f"{place}: brought from revision {moved[0]} to {moved[1]}.")


@db.command("check")
def check(where: Where = None, *, as_json: AsJson = False) -> None:
    """Verify every hash, span and reference."""
    from dragoman.cli.db_output import show_checked
    from dragoman.store.checking import check_store

    with existing(where) as store, _progress("checking") as progress, store.view() as view:
        checked = check_store(view, progress)
        place = _place(store)
    if as_json:
        from dragoman.cli.console import print_json

        print_json(_checked_row(checked))
    else:
        show_checked(place, checked, most=_MOST_FAULTS)
    if checked.faults:
        raise typer.Exit(_FAILED)


@db.command("backup")
def backup(
    path: Annotated[
        Path,
        typer.Argument(
            metavar="FILE",
            help="Where to: a dump, which both databases can restore, where it ends in .jsonl.gz; "
            "a SQLite file otherwise.",
            dir_okay=False,
            show_default=False,
        ),
    ],
    where: Where = None,
    *,
    replace: Replace = False,
) -> None:
    """Write a backup of the store as it is now; others may go on writing."""
    from dragoman.store.backup import back_up

    with existing(where) as store, _progress("writing") as progress:
        done = back_up(store, path, replace=replace, progress=progress)
        place = _place(store)
    typer.echo(f"{place} backed up into {done.path}: {_what(done)}.")


@db.command("restore")
def restore(
    path: Annotated[
        Path,
        typer.Argument(
            metavar="FILE", help="What backup wrote.", dir_okay=False, show_default=False
        ),
    ],
    where: Where = None,
    *,
    replace: Replace = False,
) -> None:
    """Put a backup into the store: all of it, or nothing."""
    from dragoman.store.backup import restore as put_back

    with unopened(where) as store, _progress("restoring") as progress:
        done = put_back(store, path, replace=replace, progress=progress)
        place = _place(store)
    typer.echo(f"{place} restored from {done.path}: {_what(done)}.")


@db.command("stats")
def stats(where: Where = None, *, as_json: AsJson = False) -> None:
    """Say what the store holds, from when, in how much room."""
    from dragoman.cli.db_output import show_statistics
    from dragoman.store.statistics import statistics

    with existing(where) as store, store.view() as view:
        figures = statistics(view.connection)
        place = _place(store)
    if as_json:
        from dragoman.cli.console import print_json

        print_json(_statistics_row(place, figures))
    else:
        show_statistics(place, figures)


def _place(store: Store) -> str:
    from dragoman.store.addresses import shown

    return shown(store.url)


@contextmanager
def _progress(doing: str) -> Iterator[Callable[[int, int], None] | None]:
    """Show a bar on standard error, where that is a terminal."""
    from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

    from dragoman.cli.console import notices

    console = notices()
    if not console.is_terminal:
        yield None
        return
    columns = (TextColumn("{task.description}"), BarColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task(doing, total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)


def _what(done: Copied) -> str:
    from dragoman.cli.db_output import bytes_told, counted
    from dragoman.store.tables import FACTS

    told = (
        counted(done.rows["articles"], "article"),
        counted(sum(done.rows[kind] for kind in FACTS), "fact"),
        counted(done.rows["judgements"], "judgement"),
    )
    return f"{', '.join(told)} ({done.form}, {bytes_told(done.size)})"


def _checked_row(checked: Checked) -> dict[str, object]:
    from dataclasses import asdict

    faults = [asdict(fault) for fault in checked.faults]
    return {"holds": not faults, "rows": checked.counts, "faults": faults}


def _statistics_row(place: str, figures: Statistics) -> dict[str, object]:
    from dataclasses import asdict

    return {"store": place, **asdict(figures)}
