"""``dragoman add``: articles into the store."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.cli.db import Where
from dragoman.cli.parameters import PublishedOn
from dragoman.cli.read import DEAD_LETTERS, Verbose

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dragoman.batch import Added
    from dragoman.cli.batch.late import LateReader
    from dragoman.ingest import Source
    from dragoman.settings import Settings
    from dragoman.store import Store

_FAILED = 1

Sources = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="PATH|URL|-",
        help="Pages, plain texts, JSON lines (.jsonl), web archives (.warc) or feeds, as files or "
        "folders of them; URLs of pages, feeds or sitemaps; - is standard input.",
        show_default=False,
    ),
]
LettersFile = Annotated[
    Path,
    typer.Option(
        metavar="FILE",
        help="Append what cannot be read to this file, with the reason.",
        dir_okay=False,
    ),
]
Queue = Annotated[
    bool,
    typer.Option("--queue", help="Only put the sources into the store, as jobs for workers."),
]

Again = Annotated[
    bool,
    typer.Option(
        "--again", help="Read anew what the store holds and another version of the reader read."
    ),
]


def add(
    sources: Sources = None,
    *,
    where: Where = None,
    published: PublishedOn = None,
    queue: Queue = False,
    again: Again = False,
    dead_letters: LettersFile = DEAD_LETTERS,
    verbose: Verbose = None,
) -> None:
    """Read articles into the store.

    What the store holds already is not read again, so that the same command goes on where an
    earlier one broke off. Near-copies are kept under their original. What cannot be read is told
    on standard error and put into the file of dead letters; the rest is added, and the exit code
    is 1.
    """
    from dragoman.cli.reading.sources import Inputs, chosen, tell_left_out
    from dragoman.cli.speaking import Speaker
    from dragoman.settings import Settings
    from dragoman.store import Store

    if again and (sources or queue):
        raise typer.BadParameter("It goes without sources.", param_hint="--again")
    settings = Settings.load()
    inputs = Inputs(()) if again else chosen(sources or [], max_bytes=settings.max_bytes)
    tell_left_out(inputs, Speaker(verbose=verbose))
    with Store.open(where, settings=settings) as store:
        if queue:
            _put(store, inputs.sources, published)
            return
        coming = _again if again else _from(inputs.sources, published)
        if not _all_taken(store, coming, settings, dead_letters, verbose=verbose):
            raise typer.Exit(_FAILED)


Coming = Callable[["Store", "LateReader"], "tuple[Iterator[Added], int | None]"]
"""Gives what becomes of each article, and how many will come if that is known."""


def _again(store: Store, reader: LateReader) -> tuple[Iterator[Added], int | None]:
    from dragoman.batch import read_again
    from dragoman.batch.rereading import outdated

    return read_again(store, reader), len(outdated(store, reader.info))


def _from(inputs: Sequence[Source], published: str | None) -> Coming:
    def coming(store: Store, reader: LateReader) -> tuple[Iterator[Added], int | None]:
        from dragoman.batch import add as added
        from dragoman.batch.counting import expected

        found = added(store, inputs, reader, settings=reader.settings, published=published)
        return found, expected(inputs)

    return coming


def _all_taken(
    store: Store, coming: Coming, settings: Settings, letters: Path, *, verbose: bool | None
) -> bool:
    from dragoman.cli.batch.late import LateReader
    from dragoman.cli.batch.notices import Notices

    notices = Notices(letters, verbose=verbose)
    found, count = coming(store, LateReader(settings))
    with notices.progress("adding", count):
        for each in found:
            notices.took(each)
    notices.sum_up()
    return not notices.failed


def _put(store: Store, sources: Sequence[Source], published: str | None) -> None:
    from dragoman.batch import queue

    if any(isinstance(source, bytes) for source in sources):
        message = "Standard input cannot be put into the store as a job; name a file."
        raise typer.BadParameter(message, param_hint="PATH")
    named = [source for source in sources if not isinstance(source, bytes)]
    new = sum(queue(store, source, published=published) for source in named)
    known = f"; {len(named) - new:,} on their way already" if new < len(named) else ""
    typer.echo(f"{new:,} put in as jobs for dragoman work{known}", err=True)
