"""A round of calls for the pages on outreach: one of three governments is reached otherwise."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from dragoman.records import Actor, Office, Record, content_id
from dragoman.store import Store
from tests.crises.questions.telling import add, told
from tests.records.examples import call, record

ALONE: dict[str, Any] = {"positions": (), "events": (), "statements": (), "attitudes": ()}

OFFICES = (("SWE", "head_of_state", 1), ("ISL", "head_of_government", 1), ("FIN", "minister", 2))


def round_of_calls(day: int = 12) -> Record:
    """Return an article on calls by Norway's minister to a head, a head and a minister."""
    people = tuple(_person(*each) for each in OFFICES)
    calls = tuple(
        replace(
            call(),
            id=content_id("contact", each.id),
            counterpart=each.id,
            counterpart_level=each.office.level if each.office else None,
            when=None,
        )
        for each in people
    )
    return told("courier", day, actors=(*record().actors, *people), contacts=calls, **ALONE)


def add_round(store: Store) -> None:
    """Take the article in."""
    add(store, round_of_calls())


def add_planned(store: Store) -> None:
    """Take in an article on a visit of Norway's minister to Denmark that is to come."""
    visit = replace(
        call(), id=content_id("contact", "visit"), channel="visit", status="planned", when=None
    )
    add(store, told("herald", 9, contacts=(visit,), **ALONE))


def _person(code: str, role: str, level: int) -> Actor:
    office = Office(role.replace("_", " "), role, level, code, "print")
    mentions = record().actors[0].mentions
    name = {"SWE": "Ada Berg", "ISL": "Jon Arnason", "FIN": "Timo Salo"}[code]
    return Actor(code.lower(), name, "person", code, office=office, mentions=mentions)
