"""Facts in words, for lists of what went wrong: names in place of ids, words in place of spans."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dragoman.records import Record

LEFT_OUT = frozenset({"id", "field_evidence"})


def told(fact: object, record: Record) -> dict[str, object]:
    """Return what a fact of a record says, without what it leaves open."""
    names: dict[str, str] = {actor.id: actor.name for actor in record.actors}
    names |= {event.id: f"{event.type} event" for event in record.events}
    names |= dict.fromkeys((statement.id for statement in record.statements), "a statement")
    names |= dict.fromkeys((contact.id for contact in record.contacts), "a contact")
    return _plain(fact, names, record.article.text)


def told_gold(fact: object) -> dict[str, object]:
    """Return what a fact of a gold record says, without what it leaves open."""
    return _plain(fact, {}, "")


def _plain(fact: object, names: Mapping[str, str], text: str) -> dict[str, object]:
    found: dict[str, object] = {}
    if is_dataclass(fact):
        for each in fields(fact):
            value = _value(getattr(fact, each.name), names, text)
            if each.name not in LEFT_OUT and value not in (None, "", [], {}):
                found[each.name.rstrip("_")] = value
    return found


def _value(value: object, names: Mapping[str, str], text: str) -> object:
    match value:
        case str():
            return names.get(value, value)
        case (int(start), int(end)):
            return text[start:end]
        case tuple():
            return [_value(part, names, text) for part in value]
        case None | int() | float():
            return value
    return _plain(value, names, text)
