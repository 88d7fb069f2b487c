"""Some contacts with the words they rest on: what opens from a line, a cell or a node."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date
from typing import Annotated, Self

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import HTMLResponse

from dragoman.crises.entries import Entry
from dragoman.crises.questions.exchanges import Exchange
from dragoman.crises.questions.sides import Side, each_once
from dragoman.desk import links
from dragoman.desk.context import TheDesk, TheFilters
from dragoman.desk.filters import Filters
from dragoman.desk.parts.contacting import By, Outcome, between, chosen, gathered, outcome
from dragoman.desk.parts.entries import Showing, ShownEntry
from dragoman.desk.parts.frames import Frame, framed
from dragoman.desk.refusals import NotFound
from dragoman.desk.rendering import render
from dragoman.store import View

router = APIRouter()

AT_ONCE = 40
"""Contacts that are shown at once."""

_LONGEST = 300
_FARTHEST = 10_000

Key = Annotated[str | None, Query(min_length=1, max_length=_LONGEST)]


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactsPage:
    """Some contacts with their words.

    Attributes:
        frame: What is looked at.
        title: Whose contacts they are.
        facts: The contacts, by their days.
        total: How many there are in all.
        next: The address of what follows.
        back: The address of the page of outreach.
    """

    frame: Frame
    title: str
    facts: tuple[ShownEntry, ...]
    total: int
    next: str | None
    back: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    """Which contacts are asked for: of whom, with whom, how, and what became of them."""

    by: By
    initiator: str | None
    counterpart: str | None
    party: str | None
    channel: str | None
    outcome: Outcome | None
    skip: int

    @classmethod
    def read(
        cls,
        *,
        by: By = "government",
        initiator: Key = None,
        counterpart: Key = None,
        party: Key = None,
        channel: Key = None,
        outcome: Outcome | None = None,
        skip: Annotated[int, Query(ge=0, le=_FARTHEST)] = 0,
    ) -> Self:
        """Read it from the query of an address."""
        return cls(
            by=by,
            initiator=initiator,
            counterpart=counterpart,
            party=party,
            channel=channel,
            outcome=outcome,
            skip=skip,
        )

    @property
    def end(self) -> int:
        """The place of the first contact that is not shown any more."""
        return self.skip + AT_ONCE

    def exchanges(self, contacts: Iterable[Entry]) -> tuple[Exchange, ...]:
        """Return the exchanges of those who are asked for."""
        return chosen(
            between(contacts, self.by).exchanges,
            initiator=self.initiator,
            counterpart=self.counterpart,
            party=self.party,
        )

    def admits(self, entry: Entry) -> bool:
        """Tell whether a contact is of the channel and came to the outcome that are asked for."""
        channel = entry.act.get("channel") or "unspecified"
        return self.channel in {None, channel} and self.outcome in {None, outcome(entry)}

    def title(self, found: Sequence[Exchange]) -> str:
        """Return whose contacts they are, in words."""
        ends = {side.key: side for each in found for side in (each.initiator, each.counterpart)}
        one, other, party = (_name(ends, each) for each in self._keys)
        told = [f"of {party}"] if party else []
        told += [f"begun by {one}"] if one and not other else []
        told += [f"with {other}"] if other and not one else []
        told += [f"of {one} with {other}"] if one and other else []
        return " ".join(["Contacts", *told])

    @property
    def _keys(self) -> tuple[str | None, str | None, str | None]:
        return self.initiator, self.counterpart, self.party


@router.get(links.contacts())
def contacts(
    request: Request,
    desk: TheDesk,
    filters: TheFilters,
    asked: Annotated[_Asked, Depends(_Asked.read)],
) -> HTMLResponse:
    """Show contacts with their words: a page, or only the contacts for a script of the desk."""
    with desk.store.view() as view:
        page = _page(view, filters, asked)
    part = "hx-request" in request.headers
    template = "pages/contacts_part.html" if part else "pages/contacts.html"
    return render(request, template, page, headers={"vary": "HX-Request"})


def _page(view: View, filters: Filters, asked: _Asked) -> ContactsPage:
    _, told = gathered(view, filters)
    found = asked.exchanges(told)
    listed = sorted(each_once(_entries(found, asked)), key=_day)
    if not listed:
        hint = "Take some of the filters away, or open it from the page of outreach."
        raise NotFound("There are no such contacts within these filters.", hint=hint)
    following = links.contacts(filters, **asdict(replace(asked, skip=asked.end)))
    return ContactsPage(
        frame=framed(view, filters),
        title=asked.title(found),
        facts=Showing(view).entries(listed[asked.skip : asked.end]),
        total=len(listed),
        next=following if len(listed) > asked.end else None,
        back=links.outreach(filters, by=asked.by if asked.by != "government" else ""),
    )


def _entries(found: Iterable[Exchange], asked: _Asked) -> Iterable[Entry]:
    return (entry for each in found for entry in each.entries if asked.admits(entry))


def _day(entry: Entry) -> tuple[date, str]:
    return entry.first_day or date.max, entry.id


def _name(ends: dict[str, Side], key: str | None) -> str | None:
    return ends[key].name if key in ends else key
