"""Where: the place of an event, by the tree and by what the world knows of names.

A place's country is the one its own name tells (a state, a region) or the one printed with it
("Baghdad, Iraq", "a base near Mosul in Iraq"), or else that of the place which the gazetteer takes
the name for beside the other places of the article. Coordinates, class and GeoNames id are the
gazetteer's; where it is not sure, or there is none, a place has its name and a told country only.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from dragoman.coding.lexicon import actor_nouns
from dragoman.coding.located import Located, Spot, located
from dragoman.coding.place_words import place_words
from dragoman.coding.stretches import head_of, printed
from dragoman.coding.tree import Tree, tree_of
from dragoman.records import Place

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from dragoman.coding.toponyms import Gazetteer
    from dragoman.world import Entity, World

_LABELS = frozenset({"PLACE", "FACILITY"})
_NAMES = frozenset({"name", "acronym", "capital", "region"})
_TELLING = _NAMES - {"capital"}
_NOUN_ARGUMENTS = frozenset({"obj", "nsubj", "nsubj:pass", "obl", "nmod"})


@dataclass(frozen=True, slots=True)
class Told:
    """The country that a name can mean, and whether no place elsewhere bears the name."""

    country: str | None
    sure: bool = True


class Places:
    """The named places of one Doc and which events they belong to."""

    def __init__(self, doc: Doc, world: World, gazetteer: Gazetteer | None = None) -> None:
        self._tree = tree_of(doc)
        self._tree.memo[Places] = self
        self._world = world
        self._gazetteer = gazetteer
        self._spots: dict[int, Spot] = {}
        for start, end, entities in world.find(self._tree.words):
            self._keep(start, end, _told(entities), known=bool(entities))
        for ent in doc.ents:
            if ent.label_ in _LABELS:
                start, end = self._bare(ent.start, ent.end)
                told = _told(world.lookup(printed(self._tree, start, end)))
                self._keep(start, end, told, built=ent.label_ == "FACILITY")

    def _bare(self, start: int, end: int) -> tuple[int, int]:
        while start < end - 1 and self._tree.tags[start] in {"DET", "ADP", "PUNCT"}:
            start += 1
        while end > start + 1 and self._tree.tags[end - 1] in {"PUNCT", "PART"}:
            end -= 1
        return start, end

    def _keep(
        self, start: int, end: int, told: Told, *, known: bool = False, built: bool = False
    ) -> None:
        if known and told.country is None:
            return
        root = head_of(self._tree, start, end)
        spot = Spot(start, end, root, told.country, told.sure, built)
        for token in {root, *range(start, end)}:
            self._spots.setdefault(token, spot)

    def place_of(self, token: int) -> Place | None:
        """Where the event that a word tells of took place.

        Looked for at the word itself, at its complements, in a relative clause on it, at the
        verb it is an argument of, and at the verb it is joined to.
        """
        for host in self._hosts(token):
            for spot in self._spots_at(host):
                return self._place(spot)
        return None

    def place_at(self, token: int) -> Place | None:
        """The named place that a phrase is or holds: "Baghdad", "a base near Mosul"."""
        return next((self._place(spot) for spot in self._within(token)), None)

    def _hosts(self, token: int) -> list[int]:
        tree = self._tree
        hosts = [token, *tree.children(token, "obj", "xcomp", "acl:relcl", "acl")]
        hosts += [
            child
            for child in tree.children(token, "nmod", "obl", "nsubj:pass")
            if tree.tags[child] == "NOUN"
        ]
        governor = tree.relations[token] in _NOUN_ARGUMENTS and tree.tags[token] != "VERB"
        if governor or tree.relations[token] in {"conj", "xcomp"}:
            hosts.append(tree.heads[token])
        return hosts

    def _spots_at(self, host: int) -> Iterator[Spot]:
        tree, words = self._tree, place_words()
        for child in tree.children(host, "obl", "nmod", "advmod", "obl:unmarked"):
            case = tree.case(child)
            moved = case == "to" and tree.lemmas[host] in words.motion
            if words.is_locative(case) or moved or (case == "on" and child in self._spots):
                yield from self._within(child)
        if tree.lemmas[host] in words.visits:
            for child in tree.children(host, "obj"):
                yield from self._within(child)
        for child in tree.children(host, "compound"):
            spot = self._spots.get(child)
            if spot is not None and tree.tags[host] == "NOUN" and not self._is_state(spot):
                yield spot

    def _is_state(self, spot: Spot) -> bool:
        return spot.country is not None and spot.end - spot.start == 1

    def _within(self, child: int) -> Iterator[Spot]:
        """The named place a phrase is or holds: "Baghdad", "a base near Mosul"."""
        spot = self._spots.get(child)
        if spot is not None:
            yield spot
            return
        tree = self._tree
        for lower in tree.children(child, "nmod", "compound", "appos", "flat", "nmod:poss"):
            owned = tree.relations[lower] == "nmod:poss"
            if lower in self._spots and (not owned or self._is_region(child)):
                yield self._spots[lower]
                return

    def _is_region(self, noun: int) -> bool:
        """Whether what a place owns is a place: "Iraq's north", not "Iraq's case"."""
        found = actor_nouns().at(self._tree, noun)
        place = found is not None and found[1].kind == "place"
        return place or self._tree.lemmas[noun] in place_words().regions

    def _place(self, spot: Spot) -> Place:
        name = printed(self._tree, spot.start, spot.end)
        span = self._tree.span(spot.start, spot.end)
        found = self._located.get(spot)
        if found is None:
            return Place(name, spot.country or self._country_beside(spot), text=(span,))
        return Place(
            name, found.country, found.lat, found.lon, found.geonames, (span,), found.class_
        )

    @cached_property
    def _located(self) -> Mapping[Spot, Located]:
        """The place of the world that each named place was taken for, where that is credible."""
        if self._gazetteer is None:
            return {}
        spots = {spot: self._told_country(spot) for spot in self._spots.values()}
        return located(self._tree, spots, self._gazetteer, self._world)

    def _told_country(self, spot: Spot) -> str | None:
        """The country that the text tells for sure: by the name itself, or after a comma."""
        return spot.country if spot.sure and spot.country else self._country_after(spot)

    def _country_after(self, spot: Spot) -> str | None:
        """The country printed after a place and a comma."""
        after = spot.end
        if after + 1 < len(self._tree) and self._tree.lower[after] == ",":
            other = self._spots.get(after + 1)
            return other.country if other is not None and other.sure else None
        return None

    def _country_beside(self, spot: Spot) -> str | None:
        """The country printed with a place: after a comma, or as the place it lies in."""
        tree = self._tree
        told = self._country_after(spot)
        if told is not None:
            return told
        nearby = tree.children(spot.root, "nmod", "appos", "nmod:poss", "amod", "compound")
        head = tree.heads[spot.root]
        if head != spot.root:
            nearby = [*nearby, *tree.children(head, "nmod", "obl", "amod", "nmod:poss")]
        for token in nearby:
            other = self._spots.get(token)
            if other is not None and other != spot and other.country is not None:
                return other.country
        return None


def places_of(tree: Tree) -> Places | None:
    """The named places of a Doc by its tree, once they have been found."""
    found = tree.memo.get(Places)
    return found if isinstance(found, Places) else None


def _told(entities: tuple[Entity, ...]) -> Told:
    """The one country that a name of a place can mean.

    A capital's name is also that of other places: its country is not sure.
    """
    states = [each for each in entities if each.form in _NAMES and each.kind == "state"]
    codes = {entity.country for entity in states}
    sure = any(entity.form in _TELLING for entity in states)
    return Told(codes.pop(), sure) if len(codes) == 1 else Told(None)
