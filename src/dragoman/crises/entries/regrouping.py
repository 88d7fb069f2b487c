"""Who leads whom, anew where tellings came or went, and nowhere else.

What comes out is the same as if all tellings of the store were grouped at once:

1. Tellings with a day are grouped among those that they agree with, directly or through others.
2. A telling without one goes to the leader of a group that it agrees with best, within its window.
3. Those without a day that go nowhere are grouped among themselves, by the same days.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from dragoman.crises.entries.merging.agreeing import agree, followers, leads, peers, window
from dragoman.crises.entries.merging.grouping import best, leaders
from dragoman.crises.entries.merging.rules import Rules
from dragoman.crises.entries.merging.telling import Telling
from dragoman.crises.entries.shelf import Shelf

Take = Callable[[Telling], bool]


class Regrouping:
    """Groups the tellings of a shelf anew around those that came or went."""

    def __init__(self, shelf: Shelf) -> None:
        self.shelf = shelf
        self._new: set[str] = set()
        self._moved: dict[str, Telling] = {}
        self._near: dict[str, list[Telling]] = {}

    def run(self, came: Iterable[Telling], gone: Iterable[Telling]) -> list[Telling]:
        """Group anew, and return the tellings whose leader is another than before.

        Args:
            came: Tellings that were added.
            gone: Tellings that no report tells any more; they are removed.
        """
        added, vanished = list(came), list(gone)
        self._new = {each.id for each in added}
        seeds = self._seeds(added, vanished)
        self.shelf.drop(vanished)
        self._near.clear()
        self.shelf.look_up({mark for each in seeds for mark in self._sought(each)})
        turned = self._firm([each for each in seeds if each.firm])
        turned += [each for each in vanished if each.firm]
        seen = self.shelf.found({mark for each in turned for mark in followers(each)})
        loose = {each.id: each for each in (*seeds, *seen) if not each.firm}
        self._loose(list(loose.values()))
        self.shelf.save()
        return list(self._moved.values())

    def _seeds(self, added: list[Telling], vanished: list[Telling]) -> list[Telling]:
        """Return the tellings to begin from: new ones, and those that lost a neighbour."""
        led = self.shelf.led_by(each.id for each in vanished)
        gone = {each.id for each in vanished}
        every = {each.id: each for each in (*added, *led, *self._neighbours(vanished))}
        return [each for each in every.values() if each.id not in gone]

    def _sought(self, telling: Telling) -> set[int]:
        """Return the marks that will surely be looked for."""
        rules = self.shelf.rules
        return peers(telling, rules) | (set() if telling.firm else leads(telling, rules))

    def _firm(self, seeds: list[Telling]) -> list[Telling]:
        """Group tellings with a day; return those that lead now and did not, or the reverse."""
        turned: list[Telling] = []
        for group in self._closures(seeds, _any):
            before = self._leading(group) - self._new
            self._lead(group)
            changed = before ^ self._leading(group)
            turned += [each for each in group if each.id in changed]
        return turned

    def _loose(self, seeds: list[Telling]) -> None:
        """Let tellings without a day go to leaders with one, and group those that go nowhere."""
        around = self._neighbours(seeds)
        for each in seeds:
            self._go(each)
        left = {each.id: each for each in (*around, *seeds)}
        for group in self._closures(list(left.values()), self._stays):
            self._lead(group)

    def _go(self, telling: Telling) -> None:
        to = best(telling, self._leading_in_time(telling), self.shelf.rules)
        if to is not None:
            self._let(telling, to.id)
        elif not self._stays(telling):
            self._let(telling, telling.id)

    def _leading_in_time(self, telling: Telling) -> list[Telling]:
        """Return the leaders with a day that one without may go to, as far as days tell."""
        days = window(telling, self.shelf.rules) or range(0)
        return [
            each
            for each in self.shelf.found(leads(telling, self.shelf.rules))
            if self.shelf.leader(each) == each.id and each.first and each.first.toordinal() in days
        ]

    def _stays(self, telling: Telling) -> bool:
        """Tell whether a telling without a day went to none that has one."""
        leader = self.shelf.leader(telling)
        return leader == telling.id or not all(each.firm for each in self.shelf.get([leader]))

    def _closures(self, seeds: list[Telling], take: Take) -> Iterator[list[Telling]]:
        """Yield the groups of tellings that agree directly or through others, each once."""
        done: set[str] = set()
        for seed in sorted(seeds, key=lambda each: each.id):
            if seed.id in done or not take(seed):
                continue
            group = self._closure(seed, take)
            done |= {each.id for each in group}
            yield group

    def _closure(self, seed: Telling, take: Take) -> list[Telling]:
        found = {seed.id: seed}
        edge = [seed]
        while edge:
            near = [each for each in self._neighbours(edge) if each.id not in found and take(each)]
            found |= {each.id: each for each in near}
            edge = near
        return list(found.values())

    def _neighbours(self, tellings: list[Telling]) -> list[Telling]:
        """Return the tellings that agree with any of some, as equals, in order of their ids."""
        unknown = [each for each in tellings if each.id not in self._near]
        wanted = {each.id: peers(each, self.shelf.rules) for each in unknown}
        self.shelf.found({mark for some in wanted.values() for mark in some})
        for each in unknown:
            self._near[each.id] = self._agreeing(each, wanted[each.id])
        near = {other.id: other for each in tellings for other in self._near[each.id]}
        return [near[each] for each in sorted(near)]

    def _agreeing(self, telling: Telling, wanted: set[int]) -> list[Telling]:
        rules = self.shelf.rules
        return [each for each in self.shelf.found(wanted) if _agree(telling, each, rules)]

    def _lead(self, group: list[Telling]) -> None:
        led = leaders(group, self.shelf.rules)
        for each in group:
            self._let(each, led[each.id])

    def _let(self, telling: Telling, leader: str) -> None:
        if self.shelf.leader(telling) != leader:
            self.shelf.lead(telling, leader)
            self._moved[telling.id] = telling

    def _leading(self, group: list[Telling]) -> set[str]:
        return {each.id for each in group if self.shelf.leader(each) == each.id}


def _agree(one: Telling, other: Telling, rules: Rules) -> bool:
    return one.id != other.id and agree(one, other, rules) is not None


def _any(_: Telling) -> bool:
    return True
