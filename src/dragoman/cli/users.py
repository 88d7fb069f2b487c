"""``dragoman users``: who may use the desk."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.cli.db import AsJson, Where
from dragoman.cli.stores import existing

if TYPE_CHECKING:
    from dragoman.desk.accounts.users import User

users = typer.Typer(name="users", no_args_is_help=True, rich_markup_mode=None)

Name = Annotated[
    str, typer.Argument(metavar="NAME", help="The name of an account.", show_default=False)
]
FromStdin = Annotated[
    bool, typer.Option("--stdin", help="Read the password from standard input, and ask nothing.")
]


@users.callback()
def _users() -> None:
    """Say who may use the desk: make accounts, give roles and passwords, lock, hand out tokens."""


@users.command("add")
def add(
    name: Name,
    role: Annotated[
        str,
        typer.Option("--role", metavar="ROLE", help="viewer, analyst, editor or admin."),
    ] = "viewer",
    email: Annotated[
        str | None,
        typer.Option(
            "--email",
            metavar="ADDRESS",
            help="By which the provider of OpenID Connect knows them.",
            show_default=False,
        ),
    ] = None,
    where: Where = None,
    *,
    no_password: Annotated[
        bool, typer.Option("--no-password", help="They sign in by OpenID Connect alone.")
    ] = False,
    stdin: FromStdin = False,
) -> None:
    """Make an account."""
    from dragoman.desk.accounts.administering import add_user
    from dragoman.desk.accounts.users import sound_name, sound_role

    plain, sound = sound_name(name), sound_role(role)
    with existing(where) as store:
        password = None if no_password else _password(stdin=stdin)
        made = add_user(store, plain, sound, who=None, password=password, email=email)
    typer.echo(f"{made.name} may use the desk as {made.role}.")


@users.command("list")
def list_users(where: Where = None, *, as_json: AsJson = False) -> None:
    """Show all accounts."""
    from dragoman.desk.accounts.users import Users

    with existing(where) as store, store.view() as view:
        known = Users(view.connection).all()
    if as_json:
        from dragoman.cli.console import print_json

        print_json([_row(each) for each in known])
        return
    for each in known:
        typer.echo("  ".join((f"{each.name:<20}", f"{each.role:<8}", *_notes(each))).rstrip())
    if not known:
        typer.echo("There are no accounts: the desk is for whoever sits at this machine.")


@users.command("role")
def role(
    name: Name,
    given: Annotated[
        str,
        typer.Argument(
            metavar="ROLE", help="viewer, analyst, editor or admin.", show_default=False
        ),
    ],
    where: Where = None,
) -> None:
    """Give an account another role."""
    from dragoman.desk.accounts.administering import set_role

    with existing(where) as store:
        user = set_role(store, name, given, who=None)
    typer.echo(f"{user.name} is {given} now; sessions that were open have ended.")


@users.command("password")
def password(name: Name, where: Where = None, *, stdin: FromStdin = False) -> None:
    """Give an account another password."""
    from dragoman.desk.accounts.administering import set_password

    with existing(where) as store:
        user = set_password(store, name, _password(stdin=stdin), who=None)
    typer.echo(f"{user.name} has a new password; sessions that were open have ended.")


@users.command("lock")
def lock(name: Name, where: Where = None) -> None:
    """Let nobody in by an account any more."""
    from dragoman.desk.accounts.administering import lock_user

    with existing(where) as store:
        user = lock_user(store, name, who=None)
    typer.echo(f"{user.name} is locked. To take it back: dragoman users unlock {user.name}")


@users.command("unlock")
def unlock(name: Name, where: Where = None) -> None:
    """Let the user of an account in again, also after too many sign-ins that failed."""
    from dragoman.desk.accounts.administering import unlock_user

    with existing(where) as store:
        user = unlock_user(store, name, who=None)
    typer.echo(f"{user.name} may sign in.")


@users.command("remove")
def remove(name: Name, where: Where = None) -> None:
    """Remove an account; what its user judged stays, under their name."""
    from dragoman.desk.accounts.administering import remove_user

    with existing(where) as store:
        user = remove_user(store, name, who=None)
    typer.echo(f"{user.name} has no account any more.")


@users.command("token")
def token(
    name: Name,
    purpose: Annotated[
        str,
        typer.Option("--for", metavar="WORDS", help="What it is for.", show_default=False),
    ],
    scope: Annotated[
        str, typer.Option("--scope", metavar="SCOPE", help="read, write or admin.")
    ] = "read",
    days: Annotated[
        int | None,
        typer.Option("--days", metavar="N", help="Days it is good for.", show_default=False),
    ] = None,
    where: Where = None,
) -> None:
    """Make a token of the API, and print it this once."""
    from dragoman.desk.accounts.administering import add_token

    with existing(where) as store:
        made = add_token(store, name, purpose, scope, days=days, who=None)
    typer.echo(made)


def _password(*, stdin: bool) -> str:
    """Ask for a password, twice; or read it from the first line of standard input."""
    if stdin:
        return sys.stdin.readline().rstrip("\r\n")
    asked: str = typer.prompt("Password", hide_input=True, confirmation_prompt=True, err=True)
    return asked


def _notes(user: User) -> tuple[str, ...]:
    notes = (
        "locked" if user.locked_at is not None else "",
        "" if user.has_password else "no password",
        user.email or "",
    )
    return tuple(note for note in notes if note)


def _row(user: User) -> dict[str, object]:
    return {
        "name": user.name,
        "role": user.role,
        "email": user.email,
        "has_password": user.has_password,
        "locked_at": user.locked_at.isoformat() if user.locked_at is not None else None,
        "made_at": user.made_at.isoformat(),
    }
