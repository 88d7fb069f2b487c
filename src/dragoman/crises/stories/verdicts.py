"""What analysts' judgements on stories and crises say, as far as they are in force.

| verdict | subject | detail | what it says |
|---|---|---|---|
| ``correct`` | story, crisis | ``field`` ``title``, ``value`` | it is called so |
| ``merge`` | story, crisis | ``with``: ids | these are part of it |
| ``split`` | story, crisis | ``into``: lists of articles, stories | each list is one by itself |
| ``accept`` | story | ``articles``: ids | these belong to it, whatever they are like |
| ``accept`` | crisis | ``stories``: ids | likewise |
| ``add`` | crisis | ``fact``: ``title``, ``stories`` | a crisis of these stories |

What is of another form, such as in a file that was imported, says nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from sqlalchemy import Connection, select

from dragoman.records import content_id
from dragoman.store import Judgement, Judgements
from dragoman.store.tables import judgements

Kind = Literal["stories", "crises"]

MEMBERS: Mapping[str, str] = {"stories": "articles", "crises": "stories"}
"""What a kind of group is made of."""


@dataclass(slots=True)
class Verdicts:
    """What is said of the groups of a kind."""

    titles: dict[str, str] = field(default_factory=dict)
    pinned: dict[str, str] = field(default_factory=dict)
    merged: dict[str, str] = field(default_factory=dict)
    parts: dict[str, dict[str, str]] = field(default_factory=dict)

    def home(self, member: str, found: str) -> str:
        """Return the group that a member is in, given the one that the program found for it."""
        home, seen = self.pinned.get(member, found), set[str]()
        while home not in seen:
            seen.add(home)
            part = self.parts.get(home, {}).get(member)
            home = part or self.merged.get(home, home)
        return home


def in_force(connection: Connection, kind: Kind) -> Verdicts:
    """Return what the judgements on stories, or on crises, say."""
    subjects = connection.scalars(
        select(judgements.c.subject).where(judgements.c.kind == kind).distinct()
    ).all()
    if not subjects:
        return Verdicts()
    made = Judgements(connection).in_force(subjects)
    return verdicts(each for each in made if each.kind == kind)


def verdicts(made: Iterable[Judgement]) -> Verdicts:
    """Put judgements together, later ones over earlier ones."""
    told = Verdicts()
    for each in made:
        said = _SAID.get(each.verdict)
        if said is not None:
            said(told, each)
    return told


def part_of(subject: str, members: Iterable[str]) -> str:
    """Return the id of a part that is split from a group."""
    return content_id("part", subject, sorted(set(members)))


def touched(made: Judgement) -> set[str]:
    """Return the ids of all groups and members that a judgement names."""
    named = {made.subject}
    detail = made.detail
    groups = [_ids(each) for each in _listed(detail.get("into"))]
    for group in groups:
        named |= {*group, part_of(made.subject, group)}
    named.update(_ids(detail.get("with")))
    for members in MEMBERS.values():
        named.update(_ids(detail.get(members)))
        named.update(_ids(_fact(made).get(members)))
    return named


def _title(told: Verdicts, made: Judgement) -> None:
    value = made.detail.get("value")
    if made.detail.get("field") == "title" and isinstance(value, str) and value.strip():
        told.titles[made.subject] = value.strip()


def _merge(told: Verdicts, made: Judgement) -> None:
    for other in _ids(made.detail.get("with")):
        if other != made.subject:
            told.merged[other] = made.subject
            if told.merged.get(made.subject) == other:
                del told.merged[made.subject]


def _split(told: Verdicts, made: Judgement) -> None:
    parts = told.parts.setdefault(made.subject, {})
    for group in _listed(made.detail.get("into")):
        members = _ids(group)
        for member in members:
            parts[member] = part_of(made.subject, members)
            told.pinned.pop(member, None)


def _pin(told: Verdicts, made: Judgement) -> None:
    for member in _ids(made.detail.get(MEMBERS.get(made.kind, ""))):
        told.pinned[member] = made.subject
        told.parts.get(made.subject, {}).pop(member, None)


def _add(told: Verdicts, made: Judgement) -> None:
    fact = _fact(made)
    title = fact.get("title")
    if isinstance(title, str) and title.strip():
        told.titles[made.subject] = title.strip()
    for member in _ids(fact.get(MEMBERS.get(made.kind, ""))):
        told.pinned[member] = made.subject


_SAID = {"correct": _title, "merge": _merge, "split": _split, "accept": _pin, "add": _add}


def _fact(made: Judgement) -> Mapping[str, Any]:
    fact = made.detail.get("fact")
    return fact if isinstance(fact, Mapping) else {}


def _listed(value: object) -> list[object]:
    return list(value) if isinstance(value, list | tuple) else []


def _ids(value: object) -> list[str]:
    return [each for each in _listed(value) if isinstance(each, str)]
