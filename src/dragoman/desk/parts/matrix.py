"""Contacts as a table of who began them and with whom they were."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable
from dataclasses import dataclass

from dragoman.crises.questions.exchanges import Exchange
from dragoman.crises.questions.sides import Side
from dragoman.desk.parts.codes import Code, named
from dragoman.desk.parts.contacting import Contacts, Member


@dataclass(frozen=True, slots=True)
class Other:
    """How many contacts were not held but came to something else: ``status`` with its name."""

    status: Code
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """What one had with another.

    Attributes:
        initiator: Who began it, as far as that is told.
        counterpart: With whom.
        held: How many contacts took place.
        others: How many did not, by what became of them.
        channels: By which channels those held were, the most frequent first.
        differs: Whether one of them was at another level or office than the rest of its round.
    """

    initiator: Side
    counterpart: Side
    held: int
    others: tuple[Other, ...]
    channels: tuple[Code, ...]
    differs: bool

    @property
    def text(self) -> str:
        """It in words: "2 held, 1 planned; phone"."""
        told = [f"{self.held} held"] if self.held else []
        told += [f"{each.number} {each.status.name.lower()}" for each in self.others]
        known = [each.name.lower() for each in self.channels if each.code != "unspecified"]
        return "; ".join(filter(None, (", ".join(told), ", ".join(known))))


@dataclass(frozen=True, slots=True)
class Total:
    """How many contacts one had: held, and told of but not held."""

    held: int
    others: int


@dataclass(frozen=True, slots=True)
class Row:
    """One who began contacts, with a cell for each column, empty where there were none."""

    member: Member
    cells: tuple[Cell | None, ...]
    total: Total


@dataclass(frozen=True, slots=True, kw_only=True)
class Matrix:
    """Who began contacts with whom.

    Attributes:
        columns: With whom, the busiest first.
        rows: Who began.
        totals: Of the columns.
        total: Of all.
        beyond: How many sides have contacts and are no row or column that is shown.
    """

    columns: tuple[Member, ...]
    rows: tuple[Row, ...]
    totals: tuple[Total, ...]
    total: Total
    beyond: int


def matrix(contacts: Contacts, differing: Container[str] = (), *, most: int) -> Matrix:
    """Set those who began contacts and those with whom they were side by side.

    Totals count all contacts, those with sides that are not shown among them.

    Args:
        contacts: Gathered by who had them with whom.
        differing: Ids of the entries that are at another level or office than the rest.
        most: Rows, and columns, that are shown.
    """
    found = {(each.initiator, each.counterpart): each for each in contacts.exchanges}
    beginning = {each.initiator for each in contacts.exchanges}
    reached = {each.counterpart for each in contacts.exchanges}
    rows = [each for each in contacts.members if each.side in beginning][:most]
    columns = [each for each in contacts.members if each.side in reached][:most]

    def row(member: Member) -> Row:
        met = (found.get((member.side, column.side)) for column in columns)
        own = (each for each in contacts.exchanges if each.initiator == member.side)
        return Row(member, tuple(_cell(each, differing) for each in met), _total(own))

    def total(column: Member) -> Total:
        return _total(each for each in contacts.exchanges if each.counterpart == column.side)

    return Matrix(
        columns=tuple(columns),
        rows=tuple(map(row, rows)),
        totals=tuple(map(total, columns)),
        total=_total(contacts.exchanges),
        beyond=len(contacts.members) - len({each.side for each in (*rows, *columns)}),
    )


def _cell(exchange: Exchange | None, differing: Container[str]) -> Cell | None:
    if exchange is None:
        return None
    return Cell(
        initiator=exchange.initiator,
        counterpart=exchange.counterpart,
        held=exchange.number,
        others=tuple(
            Other(named("contacts", "status", status), number)
            for status, number in exchange.others.items()
        ),
        channels=tuple(named("contacts", "channel", each) for each in exchange.channels),
        differs=any(each.id in differing for each in exchange.entries),
    )


def _total(some: Iterable[Exchange]) -> Total:
    counts: Counter[str] = Counter()
    for each in some:
        counts.update(held=each.number, others=sum(each.others.values()))
    return Total(counts["held"], counts["others"])
