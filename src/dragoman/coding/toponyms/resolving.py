"""Resolution: each name of a text to the one place that it means there.

1. names: equal names of a text are one name, with all places that it may mean and their priors
2. beside: a country or division printed behind a name counts for the places that lie in it
3. votes: each name says for its likely places which countries, divisions and surroundings speak
   for the places of the others; counted a few times over, as likelihoods settle
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from dragoman.coding.toponyms.beside import lies_in, told_beside
from dragoman.coding.toponyms.candidates import Gazetteer, candidates
from dragoman.coding.toponyms.model import Candidate, Hints, Name, Resolution, Toponym
from dragoman.coding.toponyms.votes import Numbers, Votes
from dragoman.coding.toponyms.weights import Weights, weights
from dragoman.world.gazetteer.names import key

if TYPE_CHECKING:
    from dragoman.world import World

NOTHING = Hints()


class Resolver:
    """Resolves the toponyms of texts.

    Args:
        gazetteer: Knows where named places lie.
        world: Knows which states a name or a word for a people stands for.
        known: What each sign counts; by default as shipped.
    """

    def __init__(self, gazetteer: Gazetteer, world: World, known: Weights | None = None) -> None:
        self._gazetteer = gazetteer
        self._world = world
        self._weights = known or weights()

    def resolve(
        self, text: str, toponyms: Sequence[Toponym], hints: Hints = NOTHING
    ) -> tuple[Resolution | None, ...]:
        """Return the place of each toponym, None for one that the gazetteer does not know.

        Args:
            text: The text that the toponyms stand in.
            toponyms: The names of places in it, in any order.
            hints: What else is known of the surroundings.
        """
        names = self._names(toponyms)
        meant = self._settled(text, tuple(names.values()), hints)
        return tuple(meant.get(_sense(toponym)) for toponym in toponyms)

    def _names(self, toponyms: Sequence[Toponym]) -> dict[str, Name]:
        """Return the names that the gazetteer knows, by what tells them apart."""
        grouped: dict[str, list[Toponym]] = {}
        for toponym in toponyms:
            grouped.setdefault(_sense(toponym), []).append(toponym)
        found: dict[str, Name] = {}
        for sense, members in grouped.items():
            known = self._candidates(members[0])
            if known:
                spans = tuple((each.start, each.end) for each in members)
                found[sense] = Name(sense, spans, known)
        return found

    def _candidates(self, toponym: Toponym) -> tuple[Candidate, ...]:
        found = candidates(toponym.name, self._gazetteer, self._world, self._weights)
        if toponym.country is None:
            return found
        within = (each for each in found if each.place.country in {toponym.country, None})
        return tuple(within) or found

    def _settled(self, text: str, names: Sequence[Name], hints: Hints) -> Mapping[str, Resolution]:
        """Return what each name means.

        Votes cost the square of all candidates: where there are many names, each keeps fewer
        candidates, and in lists of very many the later names follow their priors.
        """
        most = self._weights.most_together
        voting = [_shortened(name, max(1, most // len(names))) for name in names[:most]]
        alone = [_shortened(name, 1) for name in names[most:]]
        meant = {name.text: Resolution(name.candidates[0].place, 1.0) for name in alone}
        return {**meant, **self._voted(text, voting, hints)}

    def _voted(self, text: str, names: Sequence[Name], hints: Hints) -> Mapping[str, Resolution]:
        if not names:
            return {}
        votes = Votes(names, hints.countries, self._weights)
        scores = np.array(list(self._scores(text, names)))
        likely = votes.shares(scores)
        for _ in range(self._weights.rounds):
            likely = votes.shares(scores + votes.scores(likely))
        best = np.split(likely, votes.starts[1:])
        return {name.text: _best(name, each) for name, each in zip(names, best, strict=True)}

    def _scores(self, text: str, names: Sequence[Name]) -> Iterator[float]:
        """Yield what speaks for each candidate apart from the votes."""
        beside = told_beside(text, names)
        for name in names:
            for candidate in name.candidates:
                told = any(lies_in(candidate, other) for other in beside.get(name.text, ()))
                yield candidate.prior + self._weights.beside * told


def _sense(toponym: Toponym) -> str:
    """Return what tells names apart: the name without case and marks, and its country if told."""
    plain = key(toponym.name)
    return f"{plain}|{toponym.country}" if toponym.country else plain


def _best(name: Name, likely: Numbers) -> Resolution:
    place = int(likely.argmax())
    return Resolution(name.candidates[place].place, float(likely[place]))


def _shortened(name: Name, most: int) -> Name:
    """Return a name with its likeliest candidates only; they stand in that order."""
    return replace(name, candidates=name.candidates[:most])
