"""Which words of a Doc are toponyms: names of places, and words for the people of a country."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from dragoman.world import Entity, World

Extent = tuple[int, int]

_FORMS = frozenset({"name", "acronym", "capital", "region", "adjective", "demonym", "plural"})
_OTHERS = frozenset({"PERSON", "FACILITY"})


def printed_toponyms(doc: Doc, world: World) -> tuple[Extent, ...]:
    """Return the extents of toponyms in characters, in order of the text.

    These are the places that the language model names; words for a people that the world knows as
    that of a state, and none for a faith or a party; and the names and people of states and regions
    in what it named otherwise or not at all, but for persons and buildings.
    """
    found = {token: extent for extent in _named(doc, world) for token in range(*extent)}
    taken = {
        token for ent in doc.ents if ent.label_ in _OTHERS for token in range(ent.start, ent.end)
    }
    for start, end, entities in world.find([token.text for token in doc]):
        tokens = range(start, end)
        if _is_of_state(entities) and not any(each in found or each in taken for each in tokens):
            found.update(dict.fromkeys(tokens, (start, end)))
    return tuple(
        (doc[start].idx, doc[end - 1].idx + len(doc[end - 1]))
        for start, end in sorted(set(found.values()))
    )


def _named(doc: Doc, world: World) -> Iterator[Extent]:
    """Yield the extents, in tokens, of the model's names that are toponyms."""
    for ent in doc.ents:
        people = ent.label_ == "NATIONALITY" and _is_of_state(world.lookup(ent.text))
        if ent.label_ == "PLACE" or people:
            yield ent.start, ent.end


def _is_of_state(entities: tuple[Entity, ...]) -> bool:
    return any(each.kind == "state" and each.form in _FORMS for each in entities)
