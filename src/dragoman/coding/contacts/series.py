"""Names in a row, read off the surface where the tree does not join them.

Titles before names break up many lists in the tree: "spoke with British Foreign Secretary A,
German Foreign Minister B and C".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.coding.cast import unique
from dragoman.coding.events.arguments import NOBODY, Side

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from dragoman.coding.cast import Cast, Mention
    from dragoman.coding.tree import Tree

_AND = frozenset({"and", "&"})
_COMMA = frozenset({","})
_BEFORE_NAMES = frozenset({"ADJ", "NOUN", "PROPN", "DET"})
_INSIDE_TITLES = frozenset({"of", "for", "'s", "’s", "-", "his", "her", "its", "their"})
_BREAKS = frozenset({"VERB", "AUX", "SCONJ"})
_LONGEST_TITLE = 8
_FARTHEST = 10


class Series:
    """Finds names in a row in one article."""

    def __init__(self, tree: Tree, cast: Cast) -> None:
        self.tree = tree
        self.cast = cast
        self._starting = {
            mention.start: mention for mention in cast.mentions if self._is_person(mention)
        }

    def continued(self, side: Side) -> Side:
        """A side with the persons whose names follow in the same row: "A, B and C"."""
        found = side
        for head in side.heads:
            last = max(self._named_at(head, side), key=lambda each: each.end, default=None)
            if last is not None:
                row = list(self._row(last))
                found = found + Side(
                    tuple(each.actor for each in row), tuple(each.root for each in row)
                )
        return found

    def behind(self, head: int, cases: Collection[str]) -> Side:
        """The first name behind a word and one of some prepositions: "talks with Premier A"."""
        _, end = self.tree.sentence(head)
        for token in range(head + 1, min(head + 1 + _FARTHEST, end)):
            if self.tree.tags[token] in _BREAKS:
                return NOBODY
            if self.tree.lower[token] in cases:
                mention = self._next(token + 1)
                return Side((mention.actor,), (mention.root,)) if mention else NOBODY
        return NOBODY

    def _named_at(self, head: int, side: Side) -> Iterator[Mention]:
        for mention in self.cast.mentions_at(head):
            if mention.actor in side.actors and self._is_person(mention):
                yield mention

    def _row(self, mention: Mention) -> Iterator[Mention]:
        """The names that follow one, up to the last that is joined by "and"."""
        waiting: list[Mention] = []
        seen = {mention.actor}
        while True:
            start, joined = self._separator(mention.end)
            following = self._next(start) if start > mention.end else None
            if following is None or following.actor in seen or self._begins_clause(following):
                return
            waiting.append(following)
            seen.add(following.actor)
            if joined:
                yield from waiting
                waiting = []
            mention = following

    def _separator(self, place: int) -> tuple[int, bool]:
        _, end = self.tree.sentence(place - 1)
        joined = False
        while place < end and self.tree.lower[place] in _AND | _COMMA:
            joined = joined or self.tree.lower[place] in _AND
            place += 1
        return place, joined

    def _next(self, start: int) -> Mention | None:
        """The first person named from a place on, behind nothing but words of a title."""
        _, end = self.tree.sentence(start - 1)
        for token in range(start, min(start + _LONGEST_TITLE, end)):
            found = self._starting.get(token)
            if found is not None:
                return found
            if (
                self.tree.tags[token] not in _BEFORE_NAMES
                and self.tree.lower[token] not in _INSIDE_TITLES
            ):
                return None
        return None

    def _is_person(self, mention: Mention) -> bool:
        return mention.kind == "name" and self.cast.draft(mention.actor).kind == "person"

    def _begins_clause(self, mention: Mention) -> bool:
        """Whether a name is the subject of a clause of its own: "met A, and B said"."""
        tokens = unique((mention.root, *range(mention.start, mention.end)))
        return any(
            self.tree.relations[token].startswith("nsubj") and self.tree.heads[token] > token
            for token in tokens
        )
