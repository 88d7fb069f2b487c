"""``dragoman forget``: articles, sources, persons and what is too old, erased for good."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.cli.db import AsJson, Where
from dragoman.cli.review.parameters import Who, name_of

if TYPE_CHECKING:
    from dragoman.crises.review.forgetting import Forgotten
    from dragoman.store import Store, UnitOfWork

    Erase = Callable[[UnitOfWork], Forgotten]

_FAILED = 1

forget = typer.Typer(
    name="forget", no_args_is_help=True, rich_markup_mode=None, invoke_without_command=True
)

DryRun = Annotated[
    bool, typer.Option("--dry-run", help="Only show what would be erased; nothing is.")
]
Yes = Annotated[bool, typer.Option("--yes", help="Do not ask.")]


@forget.callback()
def _forget(
    context: typer.Context,
    where: Where = None,
    *,
    older_than: Annotated[
        int | None,
        typer.Option(
            "--older-than",
            metavar="DAYS",
            help="Erase articles that are older; 0 takes the setting keep_days.",
            min=0,
            show_default=False,
        ),
    ] = None,
    who: Who = None,
    dry_run: DryRun = False,
    yes: Yes = False,
    as_json: AsJson = False,
) -> None:
    """Erase articles, sources or persons, with everything that the store made of them.

    Texts, readings, facts, passages, vectors, the search index, names, entries, kept pages and
    judgements go. The audit trail keeps that something was erased, and nothing of what it was.
    Backups are not touched: they are yours to erase.
    """
    if context.invoked_subcommand is not None:
        _refuse_options(context, before=context.invoked_subcommand)
        return
    if older_than is None:
        message = "Say what to forget: article, source, person, or --older-than DAYS."
        raise typer.BadParameter(message)
    days = older_than or _setting()

    def erase(unit: UnitOfWork) -> Forgotten:
        from dragoman.crises.review.forgetting import forget as erase_articles
        from dragoman.crises.review.forgetting import of_age

        return erase_articles(unit, "age", of_age(unit.view, days), who=name_of(who))

    _run(where, erase, dry_run=dry_run, yes=yes, as_json=as_json)


def _refuse_options(context: typer.Context, *, before: str) -> None:
    """Refuse options that stand before a subcommand: it would not see them, a dry run least of all.

    Raises:
        typer.BadParameter: There is one.
    """
    for each in context.command.params:
        source = context.get_parameter_source(each.name or "")
        if source is not None and source.name == "COMMANDLINE":
            message = f"Give it after the subcommand: dragoman forget {before} … {each.opts[0]}."
            raise typer.BadParameter(message, param_hint=each.opts[0])


def _setting() -> int:
    from dragoman.errors import SettingError
    from dragoman.settings import Settings

    days = Settings.load().keep_days
    if days is None:
        raise SettingError("The setting keep_days is not set.", hint="Or give --older-than DAYS.")
    return days


@forget.command("article")
def article(
    named: Annotated[
        list[str],
        typer.Argument(metavar="ARTICLE|URL …", help="Ids or URLs.", show_default=False),
    ],
    where: Where = None,
    *,
    who: Who = None,
    dry_run: DryRun = False,
    yes: Yes = False,
    as_json: AsJson = False,
) -> None:
    """Erase articles in all their versions. Near-copies elsewhere stay, and are named."""

    def erase(unit: UnitOfWork) -> Forgotten:
        from dragoman.cli.stores import article_named
        from dragoman.crises.review.forgetting import forget as erase_articles

        ids = [article_named(unit.view, each).id for each in named]
        return erase_articles(unit, "article", ids, who=name_of(who))

    _run(where, erase, dry_run=dry_run, yes=yes, as_json=as_json)


@forget.command("source")
def source(
    named: Annotated[
        str,
        typer.Argument(
            metavar="SOURCE",
            help="An outlet's name or host, a family of outlets, or an imported sheet's name.",
            show_default=False,
        ),
    ],
    where: Where = None,
    *,
    who: Who = None,
    dry_run: DryRun = False,
    yes: Yes = False,
    as_json: AsJson = False,
) -> None:
    """Erase all articles of a source. Take it out of sources.toml too, or more will come."""

    def erase(unit: UnitOfWork) -> Forgotten:
        from dragoman.crises.review.forgetting import forget as erase_articles
        from dragoman.crises.review.forgetting import of_source

        return erase_articles(unit, "source", of_source(unit.view, named), who=name_of(who))

    _run(where, erase, dry_run=dry_run, yes=yes, as_json=as_json)


@forget.command("person")
def person(
    named: Annotated[
        str,
        typer.Argument(metavar="NAME", help="Any name of the person.", show_default=False),
    ],
    where: Where = None,
    *,
    who: Who = None,
    dry_run: DryRun = False,
    yes: Yes = False,
    as_json: AsJson = False,
) -> None:
    """Erase a person: names are blanked in the texts, facts the person takes part in go."""

    def erase(unit: UnitOfWork) -> Forgotten:
        from dragoman.crises.review.forgetting_persons import forget_person

        return forget_person(unit, named, who=name_of(who))

    _run(where, erase, dry_run=dry_run, yes=yes, as_json=as_json)


class _Undone(Exception):
    """Ends a unit of work so that nothing of it is kept."""


def _run(where: str | None, erase: Erase, *, dry_run: bool, yes: bool, as_json: bool) -> None:
    """Erase; or show what would be erased, and ask."""
    from dragoman.cli.stores import existing

    with existing(where) as store:
        if dry_run or not yes:
            _show(_tried(store, erase), would=True, as_json=as_json)
        if dry_run:
            return
        if not yes:
            typer.confirm("Erase this for good?", abort=True, err=True)
        with store.work() as unit:
            done = erase(unit)
            failed = _blank(done)
        store.wipe()
    _show(done, would=False, as_json=as_json)
    for each in failed:
        typer.echo(f"Error: a kept page could not be blanked in {each}.", err=True)
    if failed:
        raise typer.Exit(_FAILED)


def _tried(store: Store, erase: Erase) -> Forgotten:
    """Erase in a unit of work that is rolled back, so that what is shown is what would happen."""
    found: list[Forgotten] = []
    with suppress(_Undone), store.work() as unit:
        found.append(erase(unit))
        raise _Undone
    return found[0]


def _blank(done: Forgotten) -> list[str]:
    """Blank kept pages while the store still names them: whoever is stopped here begins again."""
    from dragoman.crises.review.retention import finish
    from dragoman.settings import Settings

    return finish(Settings.load().pages, done)


def _show(done: Forgotten, *, would: bool, as_json: bool) -> None:
    from dragoman.cli.console import write_utf8
    from dragoman.cli.review.forgotten_output import show_forgotten

    if as_json:
        write_utf8(json.dumps({"erased": not would, **done.to_dict()}, ensure_ascii=False))
    else:
        show_forgotten(done, would=would)
