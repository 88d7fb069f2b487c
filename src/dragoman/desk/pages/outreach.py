"""Who contacted whom: a network, a table, rounds of contacts, and who was not reached."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from dragoman.crises.entries import Entry
from dragoman.crises.questions import outreach as outreach_of
from dragoman.crises.questions.asking import HAPPENED
from dragoman.crises.questions.sides import Side, side_of_code
from dragoman.desk import links
from dragoman.desk.context import TheDesk, TheFilters
from dragoman.desk.filters import Filters
from dragoman.desk.parts.contacting import LEVELS, By, Contacts, between, gathered
from dragoman.desk.parts.frames import Frame, framed
from dragoman.desk.parts.latest import Latest
from dragoman.desk.parts.matrix import Matrix, matrix
from dragoman.desk.parts.network import Address, network
from dragoman.desk.parts.overview import Overview
from dragoman.desk.parts.rounds import LeftOut, Round, left_out, reasons, shown_round
from dragoman.desk.refusals import NotFound
from dragoman.desk.rendering import kept
from dragoman.store import View

router = APIRouter()

MOST_SIDES = 40
"""Rows and columns of the table, and nodes of the network."""

MOST_ROUNDS = 20
MOST_LEFT_OUT = 60

_EVERYBODY = 400
_LONGEST = 300


@dataclass(frozen=True, slots=True)
class Way:
    """A way to look at contacts: of governments or of persons, its name and its address."""

    by: By
    name: str
    link: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OutreachPage:
    """Who contacted whom.

    Attributes:
        frame: What is looked at.
        by: Whether contacts are told of governments or of persons.
        ways: The ways to look at contacts.
        matrix: Who began contacts with whom.
        levels: Who is at each level of office.
        rounds: Contacts of one with several governments within days, the largest first.
        further_rounds: How many rounds there are beyond those.
        of: Whose contacts are looked at for who was left out.
        choices: Governments and bodies with contacts, to choose ``of`` from.
        left_out: With whom that one had no contact.
        further_left_out: How many there are beyond those.
        since: The day from which on contacts are looked at, where there are too many for all.
        total: How many contacts there are in all.
        carried: What the form of the filters carries along.
        data: What the network needs to know.
    """

    frame: Frame
    by: By
    ways: tuple[Way, ...]
    matrix: Matrix
    levels: Mapping[int, str]
    rounds: tuple[Round, ...]
    further_rounds: int
    of: Side | None
    choices: tuple[Side, ...]
    left_out: tuple[LeftOut, ...]
    further_left_out: int
    since: date | None
    total: int
    carried: tuple[tuple[str, str], ...]
    data: Mapping[str, Any]


@router.get(links.outreach())
def outreach(
    request: Request,
    desk: TheDesk,
    filters: TheFilters,
    by: By = "government",
    of: Annotated[str, Query(max_length=_LONGEST)] = "",
) -> HTMLResponse:
    """Show who contacted whom; ``of`` is the one whose missing contacts are told."""

    def made(view: View) -> OutreachPage:
        frame = framed(view, filters)
        some, contacts = gathered(view, filters)
        facts = _facts(view, some.filters)
        return _page(frame, some, contacts, facts, by=by, of=of.strip().upper())

    return kept(request, desk, "pages/outreach.html", made)


def _facts(view: View, filters: Filters) -> dict[str, int]:
    """Return in how many facts each state and body takes part."""
    found = Overview(view, filters.but(kinds=tuple(HAPPENED), countries=()))
    return {each.code: each.total for each in found.taking_part(_EVERYBODY)}


def _page(
    frame: Frame,
    some: Latest,
    contacts: Sequence[Entry],
    facts: Mapping[str, int],
    *,
    by: By,
    of: str,
) -> OutreachPage:
    told = between(contacts, by)
    choices = _choices(told if by == "government" else between(contacts))
    whose = _whose(of, choices, frame.filters)
    found = outreach_of(contacts, of=whose.code if whose else None, expected=facts)
    rounds = tuple(map(shown_round, outreach_of(contacts).campaigns))
    absent = left_out(found.uncalled, facts)
    why = reasons(rounds)
    return OutreachPage(
        frame=frame,
        by=by,
        ways=_ways(frame.filters, of),
        matrix=matrix(told, why, most=MOST_SIDES),
        levels=LEVELS,
        rounds=rounds[:MOST_ROUNDS],
        further_rounds=max(0, len(rounds) - MOST_ROUNDS),
        of=whose,
        choices=tuple(sorted(choices, key=lambda each: each.name)),
        left_out=absent[:MOST_LEFT_OUT],
        further_left_out=max(0, len(absent) - MOST_LEFT_OUT),
        since=some.since,
        total=some.total,
        carried=_carried(by, of),
        data=network(told, why, _address(frame.filters, by), most=MOST_SIDES),
    )


def _ways(filters: Filters, of: str) -> tuple[Way, ...]:
    ways: tuple[tuple[By, str], ...] = (("government", "By government"), ("person", "By person"))
    return tuple(
        Way(by, name, links.outreach(filters, by=_unless_usual(by), of=of)) for by, name in ways
    )


def _choices(contacts: Contacts) -> tuple[Side, ...]:
    """Return the governments and bodies that have contacts, whoever began most of them first."""
    begun: Counter[Side] = Counter()
    for each in contacts.exchanges:
        begun[each.initiator] += each.number
    found = [each.side for each in contacts.members if each.side.code is not None]
    return tuple(sorted(found, key=lambda each: -begun[each]))


def _whose(of: str, choices: Sequence[Side], filters: Filters) -> Side | None:
    """Return whose missing contacts are told: who is asked for, else who began most contacts."""
    if not of:
        of = filters.countries[0] if len(filters.countries) == 1 else ""
        return side_of_code(of) if of else next(iter(choices), None)
    found = side_of_code(of)
    if found not in choices and found.name == of:
        raise NotFound(f"There is no state or body {of!r}.", hint="Give a code such as NOR.")
    return found


def _address(filters: Filters, by: By) -> Address:
    """Return what gives some of the contacts that are looked at their address."""
    return lambda **asked: links.contacts(filters, by=_unless_usual(by), **asked)


def _carried(by: By, of: str) -> tuple[tuple[str, str], ...]:
    told = (("by", _unless_usual(by)), ("of", of))
    return tuple((name, value) for name, value in told if value)


def _unless_usual(by: By) -> str:
    return "" if by == "government" else by
