"""What the actor rules share: the tree of one article and what the world knows of its words.

A :class:`Scene` finds the printed names of states and bodies, and the office titles, once for
the whole article, and remembers which tokens a rule has already accounted for.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from dragoman.coding.article_day import day_of
from dragoman.coding.cast import Cast
from dragoman.coding.lexicon import ActorNouns, actor_nouns
from dragoman.coding.stretches import tokens_in
from dragoman.coding.tree import Tree, tree_of

if TYPE_CHECKING:
    from datetime import date

    from spacy.tokens import Doc

    from dragoman.coding.discourse import Antecedents
    from dragoman.coding.sectors import Sectors
    from dragoman.records import Article, Spans
    from dragoman.world import Entity, Holder, OfficeTitle, World

Item = TypeVar("Item", "Match", "Post", "Label")

_DASHES = frozenset({"-", "–", "\u2010", "\u2011"})
_LEANINGS = frozenset({"pro", "anti", "non", "ex", "post", "pre", "trans"})
ALSO_NAMES = frozenset({"amir", "sultan", "malik", "shah", "king", "prince", "duke"})
"""Titles that are names where they follow another title: "Prime Minister Amir Rahmani"."""
_PROPER = frozenset({"name", "acronym", "capital", "metonym", "region"})


@dataclass(frozen=True, slots=True)
class Match:
    """A printed form, tokens ``start`` to ``end``, and all that it may denote."""

    start: int
    end: int
    entities: tuple[Entity, ...]


@dataclass(frozen=True, slots=True)
class Post:
    """The words of an office, tokens ``start`` to ``end``, and what the table says of them."""

    start: int
    end: int
    office: OfficeTitle


@dataclass(frozen=True, slots=True)
class Label:
    """A named entity of the Doc: tokens ``start`` to ``end`` and its label."""

    start: int
    end: int
    label: str


class Scene:
    """One article as the actor rules see it.

    Attributes:
        tree: The words and their tree.
        world: What is known before reading.
        nouns: The table of actor nouns.
        day: The article's date (published, else updated), or None.
        cast: The cast under construction.
        matches: Printed forms the world knows, in order; ``match_at`` finds one by token.
        posts: Office words, in order; ``post_at`` finds one by token.
        labels: Named entities of the Doc; ``label_at`` finds one by token.
        named_codes: Countries and bodies that some printed form may denote.
        title_end: Where the article's title ends, as a token index; 0 where it has none.
        paragraphs: The number of each token's paragraph.
        dateline: The state of the dateline's place, where the world knows it.
        antecedents: What the network says mentions go back to; None without such a network.
        sectors: What the network says of the sectors of words, likewise.
        taken: One flag a token: accounted for by a rule, or not to be coded.
        hidden: One flag a token: furniture, never coded.
    """

    def __init__(self, doc: Doc, world: World, nouns: ActorNouns | None = None) -> None:
        article: Article = doc._.article
        self.tree: Tree = tree_of(doc)
        self.world = world
        self.nouns = nouns or actor_nouns()
        self.day: date | None = day_of(article)
        self.cast = Cast(self.tree)
        size = len(self.tree)
        self.labels = tuple(Label(ent.start, ent.end, ent.label_) for ent in doc.ents)
        self.matches = tuple(_matches(self.tree, world))
        self.posts = tuple(_posts(self.tree, world))
        self.label_at = _by_token(size, self.labels)
        self.match_at = _by_token(size, self.matches)
        self.post_at = _by_token(size, self.posts)
        self.taken = bytearray(size)
        self.hidden = bytearray(size)
        for furniture in article.furniture:
            if furniture.span is not None:
                for token in tokens_in(self.tree, furniture.span):
                    self.hidden[token] = self.taken[token] = 1
        self.title_end = tokens_in(self.tree, article.title_span or (0, 0)).stop
        self.paragraphs = _paragraphs(self.tree, article.paragraphs)
        self.dateline = _country_of(article.dateline, world)
        self.antecedents: Antecedents | None = doc._.antecedents
        self.sectors: Sectors | None = doc._.sectors
        self.named_codes = frozenset(
            entity.country
            for match in self.matches
            for entity in match.entities
            if entity.country is not None
        )
        self._holders: dict[str, tuple[Holder, ...]] = {}
        self._meant = self._settle()

    def take(self, start: int, end: int) -> None:
        """Mark tokens as accounted for."""
        for token in range(start, end):
            self.taken[token] = 1

    def free(self, start: int, end: int) -> bool:
        """Whether no token of the stretch is accounted for."""
        return not any(self.taken[start:end])

    def label(self, token: int) -> str:
        """The label of the named entity a token lies in, or ``""``."""
        found = self.label_at[token]
        return found.label if found else ""

    def holders(self, name: str) -> tuple[Holder, ...]:
        """Who of that name holds an office on the article's day; nobody where it has none."""
        if self.day is None:
            return ()
        if name not in self._holders:
            self._holders[name] = self.world.holders(name, self.day)
        return self._holders[name]

    def meant(self, match: Match) -> Entity | None:
        """What a printed form denotes here, or None where it denotes nothing.

        A form with several readings denotes the one that the article names elsewhere without
        doubt ("Korean" beside "Seoul"), if there is just one, else the likeliest.
        """
        return self._meant[match.start]

    def _settle(self) -> dict[int, Entity | None]:
        sides = [{entity.code for entity in match.entities} for match in self.matches]
        named: set[str] = set().union(*(codes for codes in sides if len(codes) == 1))
        return {
            match.start: _choice(match.entities, codes, named)
            for match, codes in zip(self.matches, sides, strict=True)
        }


def _choice(entities: tuple[Entity, ...], codes: set[str], named: set[str]) -> Entity | None:
    likely = codes & named
    if len(likely) == 1:
        return next(entity for entity in entities if entity.code in likely)
    return entities[0] if entities else None


def _matches(tree: Tree, world: World) -> Iterator[Match]:
    """Printed forms, less those that only tell a leaning or are words in capitals."""
    for start, end, entities in world.find(tree.words):
        if not _is_leaning(tree, start) and not _is_shouted(tree, start, end, entities):
            yield Match(start, end, entities)


def _posts(tree: Tree, world: World) -> Iterator[Post]:
    """Office words, less given names that are titles elsewhere: "Prime Minister Amir Rahmani"."""
    last = -1
    for start, end, office in world.find_offices(tree.words):
        if start != last or tree.lower[start] not in ALSO_NAMES:
            yield Post(start, end, office)
            last = end


def _is_leaning(tree: Tree, start: int) -> bool:
    """Whether a name only tells for or against whom somebody is: "pro-Iran", "anti-French"."""
    return start > 1 and tree.words[start - 1] in _DASHES and tree.lower[start - 2] in _LEANINGS


def _is_shouted(tree: Tree, start: int, end: int, entities: tuple[Entity, ...]) -> bool:
    """Whether an acronym is but a word among capitals: "THE SPY WHO CAME"."""
    if entities[0].form != "acronym" or end - start > 1 or tree.tags[start] == "PROPN":
        return False
    first, last = tree.sentence(start)
    beside = [tree.words[token] for token in (start - 1, end) if first <= token < last]
    return any(len(word) > 1 and word.isalpha() and word.isupper() for word in beside)


def _country_of(dateline: str | None, world: World) -> str | None:
    """The state that the widest known place of a dateline belongs to: "PARAKOU, Benin"."""
    words = (dateline or "").replace(",", " , ").split()
    found = [entities[0] for _, _, entities in world.find(words) if entities]
    return found[-1].country if found else None


def _paragraphs(tree: Tree, spans: Spans) -> list[int]:
    """The number of each token's paragraph; 0 before the first."""
    starts = [start for start, _ in spans]
    return [bisect_right(starts, start) for start in tree.starts]


def is_proper(entity: Entity) -> bool:
    """Whether the form is a name of the side itself, not a word for its people or manner."""
    return entity.form in _PROPER


def _by_token(size: int, items: tuple[Item, ...]) -> list[Item | None]:
    found: list[Item | None] = [None] * size
    for item in items:
        for token in range(item.start, item.end):
            found[token] = item
    return found
