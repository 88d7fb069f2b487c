"""The actors of a record as parties that gold names by name, code or description."""

from __future__ import annotations

from typing import TYPE_CHECKING

from evals.metrics.names import is_pronoun, same_description, same_name, same_person

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dragoman.records import Actor, Record

LOOSE_KINDS = frozenset({"unnamed", "population"})
"""Kinds of actor that stand for nobody in particular."""


class Parties:
    """Answers whether an actor of a record is the one that the gold means."""

    def __init__(self, record: Record) -> None:
        self._actors = {actor.id: actor for actor in record.actors}
        self._texts = {actor.id: _texts(actor, record.article.text) for actor in record.actors}

    def of(self, ids: Iterable[str]) -> tuple[Actor, ...]:
        """Return the actors of these ids, and the members of those that are groups."""
        found: dict[str, Actor] = {}
        waiting = list(ids)
        for each in waiting:
            actor = self._actors.get(each)
            if actor and actor.id not in found:
                found[actor.id] = actor
                waiting.extend(actor.members)
        return tuple(found.values())

    def is_loose(self, actor_id: str) -> bool:
        """Whether the actor of this id stands for nobody in particular."""
        actor = self._actors.get(actor_id)
        return actor is not None and actor.kind in LOOSE_KINDS

    def called(self, actor: Actor, name: str) -> bool:
        """Whether the gold's name is one of the actor's.

        A person may agree by family name; everybody by any wording that refers to them.
        """
        if actor.kind == "person" and same_person(actor.name, name):
            return True
        if actor.kind in LOOSE_KINDS:
            return self.described(actor, name)
        return any(same_name(text, name) for text in self._texts[actor.id])

    def described(self, actor: Actor, words: str) -> bool:
        """Whether the gold's description fits a wording that refers to the actor."""
        return any(same_description(text, words) for text in self._texts[actor.id])

    def side(self, side: str) -> tuple[Actor, ...]:
        """Return the actors a side stands for.

        Args:
            side: an actor's id, or a code, which stands for the actors of that code other than
                persons.
        """
        if side in self._actors:
            return (self._actors[side],)
        return tuple(
            actor
            for actor in self._actors.values()
            if actor.country == side and actor.kind != "person"
        )

    def side_is(self, side: str, code: str | None, words: str | None) -> bool:
        """Whether a side has the gold's code or, that being absent, fits its words.

        Where the gold has neither, any side will do.
        """
        actors = self.side(side)
        if code is not None:
            own = side in self._actors
            return side == code or any(
                (own and actor.country == code) or same_name(actor.name, code) for actor in actors
            )
        return words is None or any(self.described(actor, words) for actor in actors)


def _texts(actor: Actor, text: str) -> tuple[str, ...]:
    wordings = dict.fromkeys([actor.name, *(text[start:end] for start, end in actor.mentions)])
    return tuple(wording for wording in wordings if not is_pronoun(wording))
