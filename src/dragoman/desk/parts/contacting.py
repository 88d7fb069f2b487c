"""Contacts by who had them with whom: governments, or the persons themselves."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Literal

from dragoman.crises.entries import Entry, Party
from dragoman.crises.questions.citations import clean
from dragoman.crises.questions.exchanges import Call, Exchange, calls, exchanges
from dragoman.crises.questions.sides import Side, side
from dragoman.desk.filters import Filters
from dragoman.desk.parts.codes import Code, named
from dragoman.desk.parts.latest import Latest, latest
from dragoman.desk.parts.parties import ShownParty, shown_party
from dragoman.desk.parts.selecting import selected
from dragoman.store import View

By = Literal["government", "person"]
"""Whether contacts are told of governments and bodies, or of the persons who had them."""

Outcome = Literal["held", "open", "off"]
"""What became of a contact: it took place, it may yet do so, or it was called off or refused."""

OUTCOMES: Mapping[str, Outcome] = {
    "held": "held",
    "planned": "open",
    "proposed": "open",
    "cancelled": "off",
    "refused": "off",
}
"""What each status of a contact comes to."""

MOST_CONTACTS = 1000
"""Contacts that are gathered; of more, the latest."""

LEVELS: Mapping[int, str] = {
    1: "heads of states, governments and bodies",
    2: "ministers, security advisers and chiefs of armed forces",
    3: "deputies, envoys, ambassadors and chiefs of secret services",
    4: "spokespersons and other officials",
}
"""Who is at each level of office."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """One who has contacts.

    Attributes:
        side: A government, body or group; a person where contacts are told of persons.
        government: The name of the state or body of a person.
        level: Of the office of the most senior who took part, from 1 (the top) to 4.
        people: Who took part for it, the most senior first.
        held: How many contacts it had, whoever began them.
        others: How many are told of that were not held.
    """

    side: Side
    government: str | None
    level: int | None
    people: tuple[ShownParty, ...]
    held: int
    others: int

    @property
    def text(self) -> str:
        """Who it is, and who took part: "Norway: Kari Lund (foreign minister)"."""
        if self.side.code is None:
            return f"{self.side.name} ({self.government})" if self.government else self.side.name
        told = (
            f"{each.name} ({each.office})" if each.office else each.name for each in self.people
        )
        return ": ".join(filter(None, (self.side.name, ", ".join(told))))


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """The contacts of two by one channel that came to the same.

    Attributes:
        initiator: Who began them, as far as it is told.
        counterpart: With whom.
        channel: With its name.
        outcome: What became of them.
        begun: How many of them the texts say that the initiator began.
        entries: Of the ledger.
    """

    initiator: Side
    counterpart: Side
    channel: Code
    outcome: Outcome
    begun: int
    entries: tuple[Entry, ...]

    @property
    def text(self) -> str:
        """It in words: "Norway to Sweden: 2 by phone"; "Norway to Sweden: 1 planned"."""
        how = "" if self.channel.code == "unspecified" else f" by {self.channel.name.lower()}"
        counted = Counter(status_of(each).name.lower() for each in self.entries)
        told = ", ".join(f"{number} {status}{how}" for status, number in counted.items())
        return f"{self.initiator.name} to {self.counterpart.name}: {told}"


@dataclass(frozen=True, slots=True)
class Contacts:
    """Contacts between sides: the exchanges, and who takes part in them, the busiest first."""

    exchanges: tuple[Exchange, ...]
    members: tuple[Member, ...]


def gathered(view: View, filters: Filters) -> tuple[Latest, list[Entry]]:
    """Return the contacts within filters, the latest where there are too many; and what they are.

    A kind of fact among the filters changes nothing.
    """
    some = latest(view, filters.but(kinds=()), "contacts", most=MOST_CONTACTS)
    return some, list(islice(selected(view, some.filters, ["contacts"]), 2 * MOST_CONTACTS))


def between(contacts: Iterable[Entry], by: By = "government") -> Contacts:
    """Gather contacts by who had them with whom.

    Args:
        contacts: Entries; contacts within one government are left out.
        by: Of governments and bodies, or of persons where articles name them.
    """
    made = list(calls(contacts))
    told = made if by == "government" else _by_person(made)
    return Contacts(exchanges(told), _members(told, made))


def lines(exchange: Exchange) -> tuple[Line, ...]:
    """Part an exchange by channel and outcome, what was held first."""
    groups: dict[tuple[Outcome, str], list[Entry]] = {}
    for entry in exchange.entries:
        key = (outcome(entry), entry.act.get("channel") or "unspecified")
        groups.setdefault(key, []).append(entry)
    order = tuple(OUTCOMES.values())
    return tuple(
        Line(
            initiator=exchange.initiator,
            counterpart=exchange.counterpart,
            channel=named("contacts", "channel", channel),
            outcome=came_to,
            begun=sum(each.act.get("initiative") == "known" for each in some),
            entries=tuple(some),
        )
        for (came_to, channel), some in sorted(
            groups.items(), key=lambda each: (order.index(each[0][0]), each[0][1])
        )
    )


def outcome(entry: Entry) -> Outcome:
    """Return what became of a contact; one of no known status may yet take place."""
    return OUTCOMES.get(entry.act.get("status") or "", "open")


def status_of(entry: Entry) -> Code:
    """Return the status of a contact with its name."""
    return named("contacts", "status", entry.act.get("status") or "unknown")


def chosen(
    found: Iterable[Exchange],
    *,
    initiator: str | None = None,
    counterpart: str | None = None,
    party: str | None = None,
) -> tuple[Exchange, ...]:
    """Return the exchanges that one began, had with one, or took part in at all, by their keys."""
    return tuple(
        each
        for each in found
        if initiator in {None, each.initiator.key}
        and counterpart in {None, each.counterpart.key}
        and party in {None, each.initiator.key, each.counterpart.key}
    )


def _by_person(made: Sequence[Call]) -> list[Call]:
    """Let each person stand for themselves, by the name that most contacts have."""
    named_by = Counter(
        (party.person, clean(party.name)) for party in _parties(made) if party.person is not None
    )
    names = {person: name for (person, name), _ in reversed(named_by.most_common())}
    return [
        replace(
            call,
            initiator=_person(call.initiator, names),
            counterpart=_person(call.counterpart, names),
        )
        for call in made
    ]


def _person(party: Party, names: Mapping[str, str]) -> Party:
    if party.person is None:
        return party
    return replace(party, id=party.person, code=None, name=names[party.person])


def _parties(made: Iterable[Call]) -> list[Party]:
    return [party for call in made for party in (call.initiator, call.counterpart)]


def _members(told: Iterable[Call], made: Iterable[Call]) -> tuple[Member, ...]:
    """Return who takes part; ``made`` are the same contacts with the governments of persons."""
    parties: dict[Side, list[Party]] = {}
    held: Counter[Side] = Counter()
    others: Counter[Side] = Counter()
    for call, own in zip(told, made, strict=True):
        ends = ((call.initiator, own.initiator), (call.counterpart, own.counterpart))
        for party, printed in ends:
            behind = side(party)
            parties.setdefault(behind, []).append(printed)
            (held if call.held else others)[behind] += 1
    found = [_member(each, some, held[each], others[each]) for each, some in parties.items()]
    return tuple(sorted(found, key=_rank))


def _member(behind: Side, parties: Collection[Party], held: int, others: int) -> Member:
    people = {each.key: each for each in map(shown_party, parties) if each.person}
    levels = [each.level for each in parties if each.level is not None]
    governments = (shown_party(each).government for each in parties)
    return Member(
        side=behind,
        government=next(filter(None, governments), None) if behind.code is None else None,
        level=min(levels, default=None),
        people=tuple(sorted(people.values(), key=lambda each: (each.level or 9, each.name))),
        held=held,
        others=others,
    )


def _rank(member: Member) -> tuple[bool, int, int, str]:
    """Order governments and their people before groups of none, and the busiest first."""
    nobodys = member.side.code is None and member.government is None
    return nobodys, -member.held, -member.others, member.side.name
