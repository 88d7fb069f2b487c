"""Contacts as a network: what a drawing of it needs to know, without a word about how."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Protocol

from dragoman.crises.questions.sides import Side
from dragoman.desk.parts.contacting import Contacts, Line, Member, lines


class Address(Protocol):
    """Gives the address of some contacts: of a party, of two, by a channel, of an outcome."""

    def __call__(self, **asked: str) -> str:
        """Return the address."""
        ...


def network(
    contacts: Contacts, reasons: Mapping[str, str], address: Address, *, most: int
) -> dict[str, Any]:
    """Return nodes and lines as plain values.

    A node has a ``level`` from 1 to 4, or none; a line leads ``from`` one node ``to`` another by
    their numbers, has a channel and an outcome, and says why it is pointed out where it is.

    Args:
        contacts: Gathered by who had them with whom.
        reasons: Why contacts are pointed out, by the ids of their entries.
        address: Of some contacts.
        most: Nodes at most, the busiest.
    """
    shown = contacts.members[:most]
    numbers = {each.side: number for number, each in enumerate(shown)}
    told = [
        _line(line, numbers, reasons, address)
        for each in contacts.exchanges
        if each.initiator in numbers and each.counterpart in numbers
        for line in lines(each)
    ]
    return {
        "nodes": [_node(each, address) for each in shown],
        "lines": told,
        "further": len(contacts.members) - len(shown),
    }


def _node(member: Member, address: Address) -> dict[str, Any]:
    return {
        "key": member.side.key,
        "name": member.side.name,
        "text": member.text,
        "level": member.level,
        "stands": member.side.code is not None or member.government is not None,
        "held": member.held,
        "others": member.others,
        "link": address(party=member.side.key),
    }


def _line(
    line: Line, numbers: Mapping[Side, int], reasons: Mapping[str, str], address: Address
) -> dict[str, Any]:
    why = dict.fromkeys(reasons[each.id] for each in line.entries if each.id in reasons)
    return {
        "from": numbers[line.initiator],
        "to": numbers[line.counterpart],
        "channel": line.channel.code,
        "outcome": line.outcome,
        "number": len(line.entries),
        "begun": line.begun,
        "text": line.text,
        "differs": " ".join(why) or None,
        "link": address(
            initiator=line.initiator.key,
            counterpart=line.counterpart.key,
            channel=line.channel.code,
            outcome=line.outcome,
        ),
    }
