"""Outreach: who contacted whom, in which campaigns, and who has not been called."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

from dragoman.crises.entries import Entry
from dragoman.crises.questions.campaigns import Campaign, campaigns
from dragoman.crises.questions.exchanges import Call, Exchange, calls, exchanges
from dragoman.crises.questions.plain import plain
from dragoman.crises.questions.sides import Side, each_once, side_of_code


@dataclass(frozen=True, slots=True)
class Uncalled:
    """A government with which no contact was held; ``tried`` are those that were not held."""

    side: Side
    tried: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Outreach:
    """The answer. ``uncalled`` is there where it was asked who of some governments was left out."""

    exchanges: tuple[Exchange, ...]
    campaigns: tuple[Campaign, ...]
    uncalled: tuple[Uncalled, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """Return the answer as plain values."""
        row: dict[str, Any] = plain(self)
        return row


def outreach(
    entries: Iterable[Entry], *, of: str | None = None, expected: Collection[str] = ()
) -> Outreach:
    """Say who contacted whom.

    Args:
        entries: Contacts; other kinds are passed over, and so are contacts within one government.
        of: Only contacts of this government or body, whoever began them.
        expected: Codes of the governments that ``of`` might have been in contact with; those it
            was not are told.
    """
    made = [call for call in calls(entries) if of is None or of in _codes(call)]
    left_out = _uncalled(made, of, expected) if of is not None else ()
    return Outreach(exchanges(made), campaigns(made), left_out)


def _codes(call: Call) -> set[str | None]:
    return {call.initiator.code, call.counterpart.code}


def _uncalled(made: list[Call], of: str, expected: Collection[str]) -> tuple[Uncalled, ...]:
    reached = {code for call in made if call.held for code in _codes(call)}
    left_out = set(expected) - reached - {of}
    found = (Uncalled(side_of_code(code), _tried(made, code)) for code in left_out)
    return tuple(sorted(found, key=lambda each: each.side.name))


def _tried(made: Iterable[Call], code: str) -> tuple[Entry, ...]:
    found = (call for call in made if not call.held and code in _codes(call))
    return each_once(call.entry for call in found)
