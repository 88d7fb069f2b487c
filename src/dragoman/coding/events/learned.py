"""The typer in use: tables, tagger and second network together."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.coding.events.opinions import Opinion, Opinions
from dragoman.coding.events.readings import LexiconTyper, Readings, readings_of
from dragoman.coding.events.triggers import GOVERNED, NO_EVENT
from dragoman.coding.events.weights import (
    IN_SPORT,
    KEPT_OUT,
    LEAST,
    LEAST_MODE,
    LISTED_NOUN,
    LISTED_VERB,
    MOST_TAGGED,
    NONE,
    NOT_TAGGED,
    UNLISTED,
    expert,
    likeliest,
    settled,
    together,
)
from dragoman.coding.events.words import words
from dragoman.coding.protocols import TriggerType
from dragoman.coding.stretches import head_of
from dragoman.coding.tree import Tree, tree_of
from dragoman.records import codebook

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from spacy.tokens import Doc

_WORDS = frozenset({"VERB", "NOUN", "PROPN", "ADJ", "ADV"})


class CombinedTyper:
    """Types triggers by the product of what tables, tagger and second network say.

    A word that the tables do not know is a trigger where the networks alone say so; a word of the
    tables is none where they agree that it is used in another sense. Where a row of the tables
    leaves no doubt which type its word tells of, the networks only say whether it tells of any.
    Where a Doc carries nothing of the networks', the tables decide alone.
    """

    def __call__(self, doc: Doc, token: int) -> TriggerType | None:
        """The type of the event whose trigger is headed by a token, or ``None`` for no event."""
        opinions = opinions_of(doc)
        listed = _LEXICON(doc, token)
        if opinions.is_silent:
            return listed
        readings = readings_of(tree_of(doc))
        if listed is None and not _is_tagged(readings, opinions, token):
            return None
        shares = type_shares(readings, opinions, token, listed)
        type_, share = _decided(readings, token, listed, shares)
        if type_ == NONE and listed is not None and readings.frame(token).noun:
            return replace(listed, refers=True)
        if type_ == NONE or (listed is None and share < LEAST):
            return None
        opinion = opinions.of(token)
        return TriggerType(
            type_,
            _mode(type_, listed, opinion),
            share,
            types=shares,
            modalities=opinion.modalities if opinion is not None else {},
            roles=opinion.roles if opinion is not None else {},
        )


_LEXICON = LexiconTyper()


def opinions_of(doc: Doc) -> Opinions:
    """What the networks say of an article's candidates; asked once, kept with its tree."""
    tree = tree_of(doc)
    found = tree.memo.get(Opinions)
    if not isinstance(found, Opinions):
        found = tree.memo[Opinions] = Opinions(doc, tree)
        if not found.is_silent:
            found.ask(_candidates(tree, readings_of(tree), found))
    return found


def _candidates(tree: Tree, readings: Readings, opinions: Opinions) -> Iterator[int]:
    for token in range(len(tree)):
        if _is_listed(readings, token) or _is_tagged(readings, opinions, token):
            yield token


def _is_listed(readings: Readings, token: int) -> bool:
    """Whether the tables know a word for a trigger in its surroundings."""
    reading = readings.at(token)
    if reading is None or reading.sense.is_contact or reading.sense.type in {GOVERNED, NO_EVENT}:
        return False
    return readings.type_of(token) is not None


def _is_tagged(readings: Readings, opinions: Opinions, token: int) -> bool:
    """Whether the tagger takes a word for the head of a trigger.

    Where the tagged words hold one that the tables know ("reaffirmed its support"), it is that.
    """
    span = opinions.tag(token)
    tree = readings.tree
    if span is None or tree.tags[token] not in _WORDS:
        return False
    if any(_is_listed(readings, each) for each in range(span.start, span.end)):
        return False
    return token == head_of(tree, span.start, span.end)


def type_shares(
    readings: Readings, opinions: Opinions, token: int, listed: TriggerType | None
) -> dict[str, float]:
    """The share of each type and of "none", by all experts on one word."""
    names = (*codebook().codes("types"), NONE)
    reading = readings.at(token)
    if listed is not None:
        noun = reading is not None and reading.frame.noun
        by_table = expert(listed.type, LISTED_NOUN if noun else LISTED_VERB, names)
    elif reading is not None and reading.sense.type == NO_EVENT:
        by_table = expert(NONE, KEPT_OUT, names)
    else:
        by_table = expert(NONE, UNLISTED, names)
    tag = opinions.tag(token)
    if tag is None:
        by_tagger = expert(NONE, NOT_TAGGED, names)
    else:
        by_tagger = expert(tag.kind, min(tag.confidence, MOST_TAGGED), names)
    opinion = opinions.of(token)
    experts: list[Mapping[str, float]] = [by_table, by_tagger]
    if opinion is not None:
        experts.append(opinion.types)
    if _is_sport(readings.tree, token):
        experts.append(expert(NONE, IN_SPORT, names))
    return together(*experts)


def _decided(
    readings: Readings, token: int, listed: TriggerType | None, shares: Mapping[str, float]
) -> tuple[str, float]:
    """The type of a word, or "none", and how sure it is."""
    sense = readings.settled(token)
    if listed is None or sense is None or sense.type != listed.type:
        return likeliest(shares)
    return settled(shares, listed.type)


def _is_sport(tree: Tree, token: int) -> bool:
    start, end = tree.sentence(token)
    return not words().classes["sport_scene"].isdisjoint(tree.lemmas[start:end])


def _mode(type_: str, listed: TriggerType | None, opinion: Opinion | None) -> str | None:
    """The mode of the tables, else one of the type's that the network is sure of."""
    if listed is not None and listed.type == type_ and listed.mode is not None:
        return listed.mode
    if opinion is None:
        return None
    modes = {mode: opinion.modes.get(f"{type_}/{mode}", 0.0) for mode in codebook().modes(type_)}
    if not modes:
        return None
    mode, share = likeliest(modes)
    return mode if share >= LEAST_MODE else None
