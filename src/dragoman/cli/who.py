"""``dragoman who``: who held which office when, as the table of office-holders has it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Annotated, Any, NoReturn

import typer

from dragoman.cli.parameters import day as checked_day

if TYPE_CHECKING:
    from dragoman.world.holders import Holder, Holders

NEAREST = 5
"""How many near names are offered for an unknown one."""

LOWEST = 2
"""The level of office down to which a state's holders are listed where no role is named."""

_LEAST_LIKENESS = 70
_FAILED = 1


def who(
    name: Annotated[
        str | None,
        typer.Argument(
            metavar="NAME",
            help="A full or family name, with or without titles.",
            show_default=False,
        ),
    ] = None,
    *,
    on: Annotated[
        str | None,
        typer.Option(
            metavar="DATE",
            help="The day; without it, every office of a person, or today's holders.",
            callback=checked_day,
            show_default=False,
        ),
    ] = None,
    of: Annotated[
        str | None,
        typer.Option(
            metavar="STATE",
            help="A state or body, by code or name: FRA, France, EUR.",
            show_default=False,
        ),
    ] = None,
    role: Annotated[
        str | None,
        typer.Option(
            metavar="ROLE",
            help="A role of the codebook, such as foreign_minister; without it, all of level 1 "
            "and 2.",
            show_default=False,
        ),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Say which office somebody held, or who held an office, on a day."""
    if name is None and of is None:
        message = "Give a name, or a state with --of, or both."
        raise typer.BadParameter(message, param_hint="NAME")
    code = code_of(of) if of is not None else None
    checked_role = role_of(role) if role is not None else None
    found = _found(name, code, checked_role, date.fromisoformat(on) if on else None)
    if as_json:
        from dragoman.cli.console import print_json

        rows = [_row(holder) for holder in found]
        print_json(rows)
    else:
        _show(found)


def _found(
    name: str | None, code: str | None, role: str | None, day: date | None
) -> Sequence[Holder]:
    """Return the terms that were asked for; leave with a message where there is none."""
    from dragoman.world.holders import Holders

    table = Holders.load()
    if name is None:
        found = list(_of_state(table, str(code), role, day or _today()))
        if not found:
            _fail(f"The table knows no holder of such an office of {code} on that day.")
        return found
    terms = table.known(name) if day is None else table.holders(name, day)
    found = [each for each in terms if code in {None, each.country} and role in {None, each.role}]
    if not found:
        _fail(_nobody(table, name, day))
    return found


def _today() -> date:
    return datetime.now(UTC).astimezone().date()


def _of_state(table: Holders, code: str, role: str | None, day: date) -> Iterator[Holder]:
    """Yield who held a role in a state on a day, or any role of the upper levels."""
    from dragoman.records import codebook

    roles = codebook().section("roles")
    upper = [entry.code for entry in roles if (entry.level or LOWEST) <= LOWEST]
    for each in [role] if role else upper:
        yield from table.holders_of(code, each, day)


def _nobody(table: Holders, name: str, day: date | None) -> str:
    """Say why there is no answer: another day, another spelling, or nobody known."""
    terms = table.known(name) if day is not None else ()
    if terms:
        when = "; ".join(f"{each.office}, {_term(each)}" for each in terms)
        return f"{terms[0].person} held none of the known offices on {day}. Known: {when}."
    near = _near(table, name)
    message = f"The table knows no office of {name!r}."
    return f"{message} Near names: {', '.join(near)}." if near else message


def _near(table: Holders, name: str) -> list[str]:
    """Return the persons whose names are most like a name."""
    from rapidfuzz import process
    from rapidfuzz.fuzz import WRatio

    from dragoman.world.names import fold

    persons = {fold(each.person): each.person for each in table.rows}
    matches = process.extract(
        fold(name), list(persons), scorer=WRatio, limit=NEAREST, score_cutoff=_LEAST_LIKENESS
    )
    return [persons[folded] for folded, _, _ in matches]


def code_of(name: str) -> str:
    """Return the code of a state or body; refuse one of several states, or offer near ones."""
    from difflib import get_close_matches

    from dragoman.world import world

    known = world()
    doubt = known.doubt(name)
    if doubt is not None:
        message = f"{doubt} Give the full name or the code of one."
        raise typer.BadParameter(message, param_hint="--of")
    found = known.state(name) or known.state(name.upper()) or known.organization(name)
    if found is not None:
        return found.code
    names = {state.name: None for state in known.states.values()}
    names.update(dict.fromkeys(body.name for body in known.organizations))
    near = get_close_matches(name, names, n=3)
    hint = f"Did you mean {' or '.join(near)}?" if near else "Give a code such as FRA, or a name."
    message = f"{name!r} is no state or body. {hint}"
    raise typer.BadParameter(message, param_hint="--of")


def role_of(name: str) -> str:
    """Return a role of the codebook; refuse an unknown one and offer near ones."""
    from dragoman.errors import offered
    from dragoman.records import codebook

    wanted = name.strip().casefold().replace(" ", "_").replace("-", "_")
    roles = codebook().codes("roles")
    if wanted in roles:
        return wanted
    message = f"{name!r} is no role. {offered(wanted, roles, most=3)}"
    raise typer.BadParameter(message, param_hint="--role")


def _fail(message: str) -> NoReturn:
    typer.echo(f"Error: {message}", err=True)
    raise typer.Exit(_FAILED)


def _row(holder: Holder) -> dict[str, Any]:
    from dataclasses import asdict

    return asdict(holder)


def _term(holder: Holder) -> str:
    """Return the time in office: "2018-04-26 to 2021-01-20", "since 2021"."""
    if holder.end is None:
        return f"since {holder.start}" if holder.start else "time not known"
    return f"{holder.start} to {holder.end}" if holder.start else f"until {holder.end}"


def _show(found: Sequence[Holder]) -> None:
    from rich.text import Text

    from dragoman.cli.console import WIDEST, fit, output, wrapped

    console = output()
    say = fit(console)
    width = min(console.width, WIDEST)
    for holder in found:
        head = Text.assemble((say(holder.person), "name"), say(f", {holder.office}"))
        for line in wrapped(console, head, Text(), Text("  "), width=width):
            console.print(line)
        facts = Text(say(" · ".join(_facts(holder))), style="soft")
        for line in wrapped(console, facts, Text("  "), Text("  "), width=width):
            console.print(line)


def _facts(holder: Holder) -> tuple[str, ...]:
    return (
        holder.country,
        _term(holder),
        f"{holder.role}, level {holder.level}",
        f"source: {holder.source.replace('+', ', ')}",
        f"confidence {holder.confidence:.2f}",
    )
