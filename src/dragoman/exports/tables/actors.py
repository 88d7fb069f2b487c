"""The table of actors."""

from __future__ import annotations

from collections.abc import Callable

from dragoman.exports.columns import Column, Table
from dragoman.exports.view import View
from dragoman.records import Actor, Office


def _office(
    part: Callable[[Office], str | int | None],
) -> Callable[[View, Actor], str | int | None]:
    return lambda _, actor: part(actor.office) if actor.office else None


def _in_words(view: View, office: Office) -> str:
    return f"{office.title} ({view.name(office.of)})" if office.of else office.title


ACTORS: Table[Actor] = Table(
    "actors",
    "One row an actor of an article. The same actor has the same id in every article.",
    (
        Column("article_id", "text", "Id of the article.", lambda view, _: view.article.id),
        Column("actor_id", "text", "Id of the actor.", lambda _, each: each.id),
        Column("name", "text", "Fullest name in the article.", lambda _, each: each.name),
        Column("kind", "text", "Kind of actor.", lambda _, each: each.kind),
        Column("country", "text", "Code of the state or body.", lambda _, each: each.country),
        Column(
            *("class", "text", "PLOVER's class where it is no state."), lambda _, each: each.class_
        ),
        Column("sectors", "texts", "PLOVER's sectors.", lambda _, each: each.sectors),
        Column("member_ids", "texts", "Ids of a group's members.", lambda _, each: each.members),
        Column(
            *("members", "texts", "Names of a group's members."),
            lambda view, each: view.names(each.members),
        ),
        Column(
            *("office", "text", "Title of the office as of the article's date."),
            _office(lambda office: office.title),
        ),
        Column(
            *("office_role", "text", "Role of the office."),
            _office(lambda office: office.role),
        ),
        Column(
            *("office_level", "integer", "Level of the office, 1 the highest."),
            _office(lambda office: office.level),
        ),
        Column(
            *("office_of", "text", "Code of the state or body that the office belongs to."),
            _office(lambda office: office.of),
        ),
        Column(
            *("office_basis", "text", "How the office is known: from print or from the table."),
            _office(lambda office: office.basis),
        ),
        Column(
            *("other_offices", "texts", "Other offices."),
            lambda view, each: tuple(_in_words(view, office) for office in each.other_offices),
        ),
        Column(
            *("mentions", "integer", "How often the article refers to the actor."),
            lambda _, each: len(each.mentions),
        ),
    ),
    lambda record: record.actors,
)
