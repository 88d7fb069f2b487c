"""``dragoman watch``: sources visited again and again, what is new taken into the store."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.cli.add import LettersFile
from dragoman.cli.db import Where
from dragoman.cli.read import DEAD_LETTERS, Verbose

if TYPE_CHECKING:
    from dragoman.batch import Visited, Watch
    from dragoman.cli.batch.notices import Notices
    from dragoman.ingest.watch import SourceState, WatchedSource

_FAILED = 1

SourcesFile = Annotated[
    Path,
    typer.Argument(
        metavar="SOURCES",
        help="The file that names the sources, such as sources.toml.",
        dir_okay=False,
        show_default=False,
    ),
]
Once = Annotated[
    bool,
    typer.Option("--once", help="Visit what is due, take in what is new, and leave."),
]
Health = Annotated[
    bool,
    typer.Option("--health", help="Only say how each source is; visit none."),
]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON, with --health.")]


def watch(
    sources: SourcesFile,
    *,
    where: Where = None,
    once: Once = False,
    health: Health = False,
    as_json: AsJson = False,
    dead_letters: LettersFile = DEAD_LETTERS,
    verbose: Verbose = None,
) -> None:
    """Watch feeds, sitemaps and pages of links, and take what is new into the store.

    What was seen is remembered in the store: a watch that is ended or killed goes on where it was.
    With --health the exit code is 1 where a source fails.
    """
    from dragoman.batch import Watch
    from dragoman.cli.batch.late import LateReader
    from dragoman.cli.batch.notices import Notices
    from dragoman.ingest.watch import read_sources
    from dragoman.settings import Settings
    from dragoman.store import Store

    if as_json and not health:
        raise typer.BadParameter("It goes with --health.", param_hint="--json")
    settings = Settings.load()
    named = read_sources(sources)
    with (
        Store.open(where, settings=settings) as store,
        Watch(store, named, LateReader(settings), settings=settings) as watching,
    ):
        if health:
            _show(watching.states(), as_json=as_json)
        else:
            _go_on(watching, Notices(dead_letters, verbose=verbose), once=once)


def _go_on(watching: Watch, notices: Notices, *, once: bool) -> None:
    while True:
        with notices.progress("watching", None):
            for each in watching.round():
                _tell(each, notices)
            if not once:
                watching.rest()
        if once:
            break
    notices.sum_up()
    if notices.failed or _failing(watching.states()):
        raise typer.Exit(_FAILED)


def _tell(each: object, notices: Notices) -> None:
    from dragoman.batch import Added, Visited

    if isinstance(each, Added):
        notices.took(each)
    elif isinstance(each, Visited):
        _tell_visit(each, notices)


def _tell_visit(visited: Visited, notices: Notices) -> None:
    state = visited.state
    if state.error is not None:
        notices.error(f"{visited.source.name}: {state.error}")
        return
    for problem in state.problems:
        notices.error(f"{visited.source.name}: {problem}")
    notices.detail(f"{visited.source.name}: visited, {len(state.pending):,} to be read")


def _failing(states: tuple[tuple[WatchedSource, SourceState], ...]) -> bool:
    return any(state.failures for _, state in states)


def _show(states: tuple[tuple[WatchedSource, SourceState], ...], *, as_json: bool) -> None:
    from dragoman.cli.batch.health import health_rows, show_health
    from dragoman.cli.console import print_json

    rows = health_rows(states)
    if as_json:
        print_json(rows)
    else:
        show_health(rows)
    if _failing(states):
        raise typer.Exit(_FAILED)
