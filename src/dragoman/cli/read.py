"""``dragoman read``: articles in, records out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.cli.parameters import KIND_NAMES, PublishedOn, kind_names

if TYPE_CHECKING:
    from dragoman.cli.reading.sinks import Sink

DEAD_LETTERS = Path("dead-letters.jsonl")
"""Where what could not be read goes, unless told otherwise."""

_FAILED = 1

Sources = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="PATH|URL|-",
        help="Pages, plain texts, JSON lines (.jsonl), web archives (.warc), folders of them, or "
        "URLs; - is standard input.",
        show_default=False,
    ),
]
AsJson = Annotated[
    bool,
    typer.Option("--json", help="Print JSON: one object for one article, else one a line."),
]
Html = Annotated[
    str | None,
    typer.Option(
        metavar="OUT",
        help="Write the articles with their facts marked: into one page where OUT ends in "
        ".html, into a folder of pages otherwise.",
        show_default=False,
    ),
]
Kinds = Annotated[
    list[str] | None,
    typer.Option(
        metavar="KIND",
        help=f"Show only these, by comma: {', '.join(KIND_NAMES)}. In the terminal only.",
        callback=kind_names,
        show_default=False,
    ),
]
DeadLetterFile = Annotated[
    Path | None,
    typer.Option(
        metavar="FILE",
        help="Append what cannot be read to this file.  [default: dead-letters.jsonl, for "
        "several articles]",
        dir_okay=False,
        show_default=False,
    ),
]
Verbose = Annotated[
    bool | None,
    typer.Option(
        "--verbose/--quiet",
        "-v/-q",
        help="Tell more, or nothing but errors, beside the result.",
        show_default=False,
    ),
]


def read(
    sources: Sources = None,
    *,
    as_json: AsJson = False,
    html: Html = None,
    published: PublishedOn = None,
    kind: Kinds = None,
    dead_letters: DeadLetterFile = None,
    verbose: Verbose = None,
) -> None:
    """Read articles and show their records.

    With --json or --html the record is not shown in the terminal. Of several articles, one that
    cannot be read is told on standard error and put into the file of dead letters; the others are
    read, and the exit code is 1.
    """
    from dragoman.cli.reading.letters import DeadLetters
    from dragoman.cli.reading.run import Run
    from dragoman.cli.reading.sinks import sinks
    from dragoman.cli.reading.sources import chosen, tell_left_out
    from dragoman.cli.speaking import Speaker
    from dragoman.settings import Settings

    if kind and (as_json or html):
        message = "It is for the terminal; JSON and pages hold everything."
        raise typer.BadParameter(message, param_hint="--kind")
    settings = Settings.load()
    inputs = chosen(sources or [], max_bytes=settings.max_bytes)
    tell_left_out(inputs, Speaker(verbose=verbose))
    outputs: list[Sink] = sinks(inputs, as_json=as_json, html=html, kinds=kind, verbose=verbose)
    letters = DeadLetters(dead_letters or (DEAD_LETTERS if inputs.several else None))
    run = Run(inputs, settings, outputs, letters, verbose=verbose, published=published)
    if not run.all_read():
        raise typer.Exit(_FAILED)
