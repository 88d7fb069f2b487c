"""``dragoman persons``: who is who across the articles of the store, and what people say of it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from dragoman.cli.db import AsJson, Where
from dragoman.cli.stores import viewed, written

if TYPE_CHECKING:
    from dragoman.crises.persons import Persons
    from dragoman.store import Judgement, UnitOfWork

_FAILED = 1

persons = typer.Typer(name="persons", no_args_is_help=True, rich_markup_mode=None)

Of = Annotated[
    str | None,
    typer.Option(
        "--of",
        metavar="STATE",
        help="Only of this state or body, by code or name.",
        show_default=False,
    ),
]
Identity = Annotated[
    str, typer.Argument(metavar="ID", help="A person, as find shows it.", show_default=False)
]
Who = Annotated[str, typer.Option("--who", metavar="NAME", help="Who judges.", show_default=False)]
Why = Annotated[str, typer.Option("--why", metavar="WORDS", help="The reason.", show_default=False)]


@persons.callback()
def _persons() -> None:
    """Say who is who across articles: spellings, offices as printed; merge and split."""


@persons.command("find")
def find(
    name: Annotated[
        str,
        typer.Argument(
            metavar="NAME", help="A full or family name, in any spelling.", show_default=False
        ),
    ],
    of: Of = None,
    where: Where = None,
    *,
    as_json: AsJson = False,
) -> None:
    """Find persons by name."""
    from dragoman.cli.persons_output import person_row, show_persons

    code = _code(of)
    with _known(where) as known:
        found = known.find(name, country=code)
    if not found:
        _fail(f"The store knows nobody whose name may be {name!r}.")
    if as_json:
        from dragoman.cli.console import print_json

        print_json([person_row(each) for each in found])
    else:
        show_persons(found)


@persons.command("show")
def show(
    identity: Identity,
    where: Where = None,
    *,
    articles: Annotated[
        bool, typer.Option("--articles", help="Also list the articles that name the person.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Show a person: spellings, offices as printed and as the table has them, articles."""
    from dragoman.cli.persons_output import mention_row, person_row, show_person

    with _known(where) as known:
        person = known.person(known.resolved(identity))
        named = list(known.mentions(person.id)) if articles else []
    if not as_json:
        show_person(person, named)
        return
    row = person_row(person)
    if articles:
        row["articles"] = [mention_row(each) for each in named]
    from dragoman.cli.console import print_json

    print_json(row)


@persons.command("offices")
def offices(
    of: Annotated[
        str | None,
        typer.Argument(
            metavar="STATE", help="A state or body, by code or name.", show_default=False
        ),
    ] = None,
    role: Annotated[
        str | None,
        typer.Argument(metavar="ROLE", help="A role of the codebook.", show_default=False),
    ] = None,
    where: Where = None,
    *,
    as_json: AsJson = False,
) -> None:
    """Say who held an office as articles print it; or, without one, where the table disagrees."""
    from dragoman.cli.persons_output import office_row, show_offices

    with _known(where) as known:
        if of is None:
            found = list(known.disagreements())
        else:
            found = known.in_office(str(_code(of)), _role(role))
    if as_json:
        from dragoman.cli.console import print_json

        print_json([office_row(each) for each in found])
    elif found:
        show_offices(found)
    else:
        typer.echo("Nobody." if of else "What articles print agrees with the table.")


@persons.command("merge")
def merge(
    identity: Identity,
    others: Annotated[
        list[str],
        typer.Argument(metavar="ID…", help="Who is the same person.", show_default=False),
    ],
    who: Who,
    why: Why = "",
    where: Where = None,
) -> None:
    """Judge that several persons are one."""
    from dragoman import __version__
    from dragoman.crises.persons import Persons
    from dragoman.crises.persons import merge as merged

    with _judging(where) as unit:
        known = Persons(unit.view)
        one, *more = (known.resolved(each) for each in (identity, *others))
        made = merged(unit, one, more, who=who, why=why, reader=__version__)
    _judged(made)


@persons.command("split")
def split(
    identity: Identity,
    who: Who,
    spelling: Annotated[
        list[int] | None,
        typer.Option(
            "--spelling",
            metavar="NUMBER",
            help="A spelling that is somebody else's, by its number. May be given often.",
            show_default=False,
        ),
    ] = None,
    article: Annotated[
        list[str] | None,
        typer.Option(
            "--article",
            metavar="ID",
            help="An article in which it is somebody else. May be given often.",
            show_default=False,
        ),
    ] = None,
    why: Why = "",
    where: Where = None,
) -> None:
    """Judge that some spellings, or some articles, are somebody else's."""
    from dragoman import __version__
    from dragoman.crises.persons import Persons
    from dragoman.crises.persons import split as told_apart

    if bool(spelling) == bool(article):
        message = "Name spellings, or articles: one of the two."
        raise typer.BadParameter(message, param_hint="--spelling")
    with _judging(where) as unit:
        person = Persons(unit.view).resolved(identity)
        about = {"who": who, "why": why, "reader": __version__}
        made = told_apart(unit, person, spelling or (), articles=article or (), **about)
    _judged(made)


@persons.command("undo")
def undo(
    judgement: Annotated[
        str,
        typer.Argument(
            metavar="JUDGEMENT", help="What merge or split printed.", show_default=False
        ),
    ],
    who: Who,
    why: Why = "",
    where: Where = None,
) -> None:
    """Take a merge or a split back."""
    from dragoman.crises.persons import undo as taken_back

    with _judging(where) as unit:
        made = taken_back(unit, judgement, who=who, why=why)
    _judged(made)


@contextmanager
def _known(where: str | None) -> Iterator[Persons]:
    from dragoman.crises.persons import Persons

    with viewed(where) as view:
        yield Persons(view)


@contextmanager
def _judging(where: str | None) -> Iterator[UnitOfWork]:
    """Give a unit of work; what is judged in it holds at its end for all that hangs on it."""
    from dragoman.crises.entries import refold
    from dragoman.crises.persons import settle

    with written(where) as unit:
        yield unit
        refold(unit, settle(unit))


def _judged(made: Judgement) -> None:
    typer.echo(f"Done. To take it back: dragoman persons undo {made.digest} --who NAME")


def _code(of: str | None) -> str | None:
    from dragoman.cli.who import code_of

    return code_of(of) if of is not None else None


def _role(role: str | None) -> str:
    from dragoman.cli.who import role_of

    if role is None:
        message = "Name a role of the codebook, such as foreign_minister."
        raise typer.BadParameter(message, param_hint="ROLE")
    return role_of(role)


def _fail(message: str) -> NoReturn:
    typer.echo(f"Error: {message}", err=True)
    raise typer.Exit(_FAILED)
