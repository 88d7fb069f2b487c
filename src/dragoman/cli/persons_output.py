"""What ``dragoman persons`` shows in a terminal, and as JSON."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from rich.text import Text

from dragoman.cli.console import WIDEST, fit, output, wrapped

if TYPE_CHECKING:
    from datetime import date

    from rich.console import Console

    from dragoman.crises.persons import OfficeSpell, Person, PersonMention, Spelling

SHORT = 12
"""Signs of an id that are shown; the beginning of an id stands for it."""

_NAMES = 4


def show_persons(found: Sequence[Person]) -> None:
    """Show persons, two lines each: who it is, and under which names."""
    console = output()
    for person in found:
        _head(console, person)
        names = person.names
        more = len(names) - _NAMES
        told = "; ".join(names[:_NAMES]) + (f" and {more} more" if more > 0 else "")
        _line(console, f"{_mentions(person.mentions)}, {_days(person)}: {told}", soft=True)


def show_person(person: Person, named: Sequence[PersonMention]) -> None:
    """Show all that is known of a person."""
    console = output()
    _head(console, person)
    _line(console, f"{_mentions(person.mentions)}, {_days(person)}", soft=True)
    _section(console, "spellings", map(_spelling, person.spellings))
    _section(console, "offices", map(_office, person.offices))
    _section(console, "articles", (_mention(each) for each in named))


def show_offices(found: Sequence[OfficeSpell]) -> None:
    """Show who held offices, as articles print it."""
    console = output()
    say = fit(console)
    for spell in found:
        head = Text.assemble((say(spell.name), "name"), say(f" · {spell.person[:SHORT]}"))
        console.print(head, soft_wrap=True)
        _line(console, _office(spell))


def person_row(person: Person) -> dict[str, Any]:
    """Return a person as JSON has it."""
    return {
        "id": person.id,
        "name": person.name,
        "country": person.country,
        "lone": person.lone,
        "mentions": person.mentions,
        "first_day": person.first_day,
        "last_day": person.last_day,
        "spellings": [asdict(each) for each in person.spellings],
        "offices": [office_row(each) for each in person.offices],
    }


def office_row(spell: OfficeSpell) -> dict[str, Any]:
    """Return a spell in office as JSON has it."""
    return asdict(spell)


def mention_row(mention: PersonMention) -> dict[str, Any]:
    """Return a mention as JSON has it."""
    return asdict(mention)


def _head(console: Console, person: Person) -> None:
    say = fit(console)
    country = f", {person.country}" if person.country else ""
    head = Text.assemble((say(person.name), "name"), say(f"{country} · {person.id[:SHORT]}"))
    console.print(head, soft_wrap=True)


def _section(console: Console, name: str, lines: Iterator[str]) -> None:
    told = list(lines)
    if told:
        console.print(Text(f"  {name}", style="soft"))
    for line in told:
        _line(console, line, indent="    ")


def _line(console: Console, text: str, *, indent: str = "  ", soft: bool = False) -> None:
    told = Text(fit(console)(text), style="soft" if soft else "")
    width = min(console.width, WIDEST)
    for line in wrapped(console, told, Text(indent), Text(f"{indent}  "), width=width):
        console.print(line)


def _spelling(each: Spelling) -> str:
    office = f"{each.title or each.role}, {each.of}" if each.role and each.of else each.role
    about = [part for part in (each.country, office) if part]
    told = f" ({', '.join(about)})" if about else ""
    return f"{each.number}  {each.name}{told}: {_mentions(each.mentions)}, {_days(each)}"


def _office(spell: OfficeSpell) -> str:
    title = spell.titles[0] if spell.titles else spell.role
    of = f" of {spell.of}" if spell.of else ""
    days = f"printed {spell.first_day} to {spell.last_day}"
    sources = f"first in {spell.first_article[:SHORT]}, last in {spell.last_article[:SHORT]}"
    told = f"{title}{of}, {days} ({_mentions(spell.prints)}; {sources})"
    if spell.agrees is False:
        told += f"; the table has {', '.join(spell.table)}"
    return told


def _mention(mention: PersonMention) -> str:
    return f"{mention.day or 'no day'}  {mention.article[:SHORT]}  {mention.name}"


def _mentions(count: int) -> str:
    return "once" if count == 1 else f"{count:,} times"


def _days(about: Person | Spelling) -> str:
    return _span(about.first_day, about.last_day)


def _span(first: date | None, last: date | None) -> str:
    if first is None:
        return "no day known"
    return f"on {first}" if first == last else f"{first} to {last}"
