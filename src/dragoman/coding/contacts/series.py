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

    def apposed(self, side: Side) -> Side:
        """A side whose common nouns give way to the names behind: "their colleagues, A and B"."""
        for head in sorted(side.heads, reverse=True):
            named = self._names_behind(head, side)
            if named:
                vague = self.cast.at(head)
                kept = tuple(actor for actor in side.actors if actor not in vague)
                side = Side(kept, tuple(each for each in side.heads if each != head)) + named
        return side

    def _names_behind(self, head: int, side: Side) -> Side:
        """The names behind a noun and a comma: one, or a row where the noun stands for several."""
        told = [self.cast.draft(actor) for actor in self.cast.at(head)]
        if any(draft.kind == "person" and not draft.plural for draft in told):
            return NOBODY
        comma = self._comma_behind(head)
        first = self._starting.get(comma + 1) if comma is not None else None
        if first is None:
            return NOBODY
        several = len(side.actors) > 1 or any(draft.plural for draft in told)
        row = [first, *(self._row(first) if several else ())]
        return Side(tuple(each.actor for each in row), tuple(each.root for each in row))

    def _comma_behind(self, head: int) -> int | None:
        """The comma that closes the phrase of a common noun, near behind the noun."""
        _, end = self.tree.sentence(head)
        noun = self.tree.tags[head] == "NOUN"
        for token in range(head + 1, min(head + 1 + _LONGEST_TITLE, end)):
            if self.tree.lower[token] in _COMMA:
                return token if noun else None
            noun = noun or self.tree.tags[token] == "NOUN"
            is_title = self.tree.lower[token] in _INSIDE_TITLES | _AND
            if not is_title and self.tree.tags[token] not in _BEFORE_NAMES:
                return None
        return None

    def of_family(self, head: int) -> Side:
        """The one person of the article with a family name that no mention was found for."""
        if self.tree.tags[head] != "PROPN" or self.cast.at(head):
            return NOBODY
        word = self.tree.words[head]
        known = {
            mention.actor
            for mention in self._starting.values()
            if self.cast.draft(mention.actor).name.split()[-1:] == [word]
        }
        return Side(tuple(known), (head,)) if len(known) == 1 else NOBODY

    def by_others(self, side: Side) -> Side:
        """Those behind further words "by" in the same clause: "by A in Rome, in Paris by B"."""
        found = side
        for last in sorted(side.heads)[-1:]:
            _, end = self.tree.sentence(last)
            for token in range(last + 1, end):
                if self.tree.tags[token] in _BREAKS:
                    break
                following = self._next(token + 1) if self.tree.lower[token] == "by" else None
                if following is not None:
                    found = found + Side((following.actor,), (following.root,))
        return found

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
            if self._ends_title(token, start):
                return None
        return None

    def _ends_title(self, token: int, start: int) -> bool:
        """Whether a word is no part of a title before a name: "the premier of Fiji, A"."""
        if self.tree.lower[token] in _COMMA:
            return token == start or token + 1 not in self._starting
        return (
            self.tree.tags[token] not in _BEFORE_NAMES
            and self.tree.lower[token] not in _INSIDE_TITLES
        )

    def _is_person(self, mention: Mention) -> bool:
        return mention.kind == "name" and self.cast.draft(mention.actor).kind == "person"

    def _begins_clause(self, mention: Mention) -> bool:
        """Whether a name is the subject of a clause of its own: "met A, and B said"."""
        tokens = unique((mention.root, *range(mention.start, mention.end)))
        return any(
            self.tree.relations[token].startswith("nsubj") and self.tree.heads[token] > token
            for token in tokens
        )
