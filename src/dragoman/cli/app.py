"""The program ``dragoman``: its commands, and what becomes of their errors.

Importing this is light: what a command needs is imported when it runs.
"""

from __future__ import annotations

import os
import sys
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from dragoman import __version__
from dragoman.cli.add import add
from dragoman.cli.codebook import codebook
from dragoman.cli.db import db
from dragoman.cli.desk import desk
from dragoman.cli.export import FORMATS_TOLD, export
from dragoman.cli.persons import persons
from dragoman.cli.places import places
from dragoman.cli.questions.alerts import alerts
from dragoman.cli.questions.attitudes import attitudes
from dragoman.cli.questions.brief import brief
from dragoman.cli.questions.outreach import outreach
from dragoman.cli.questions.standings import standings
from dragoman.cli.questions.timeline import timeline
from dragoman.cli.read import read
from dragoman.cli.review.forgetting import forget
from dragoman.cli.review.groups import review
from dragoman.cli.review.importing import import_sheet
from dragoman.cli.schema import schema
from dragoman.cli.users import users
from dragoman.cli.watch import watch
from dragoman.cli.who import who
from dragoman.cli.work import work
from dragoman.errors import DragomanError

FAILED = 1
"""Exit code where an input could not be read, or the program could not go on."""

BROKEN_PIPE = 141
"""Exit code where the reader of the output went away, as shells count it: 128 and SIGPIPE."""


class Commands(TyperGroup):
    """The group of commands; gives every error that Dragoman raises its message and exit code."""

    def invoke(self, ctx: Any) -> Any:
        """Run a command; click's own errors pass, they know how to show themselves."""
        try:
            value = super().invoke(ctx)
            sys.stdout.flush()
        except DragomanError as error:
            typer.echo(f"Error: {error}", err=True)
            raise typer.Exit(FAILED) from error
        except BrokenPipeError as error:
            _forget_standard_output()
            raise typer.Exit(BROKEN_PIPE) from error
        return value


def _forget_standard_output() -> None:
    """Send what is still to be written nowhere, so that Python does not fail when it ends."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())


def _show_version(*, wanted: bool) -> None:
    if wanted:
        typer.echo(f"dragoman {__version__}")
        raise typer.Exit


app = typer.Typer(
    name="dragoman",
    cls=Commands,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)


@app.callback()
def _program(
    *,
    version: Annotated[
        bool,
        typer.Option(
            "--version",
            help="Print the version and leave.",
            is_eager=True,
            callback=lambda value: _show_version(wanted=value),
        ),
    ] = False,
) -> None:
    """Read news reports of a crisis into records in which every fact is tied to its words."""


for command in (read, add, watch, work, desk, schema, codebook, who):
    app.command()(command)
for question in (timeline, outreach, standings, attitudes, brief):
    app.command()(question)
app.command(epilog=FORMATS_TOLD)(export)
app.add_typer(alerts)
app.add_typer(places)
app.add_typer(db)
app.add_typer(review)
app.add_typer(forget)
app.command("import")(import_sheet)
app.add_typer(persons)
app.add_typer(users)


def main() -> None:
    """Run the program with the arguments of the process."""
    app(prog_name="dragoman")
