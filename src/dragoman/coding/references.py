"""All that refers to actors without naming them, in one pass over the text.

Pronouns, groups ("both leaders") and common nouns ("the country", "the rebels") go back to what
was spoken of before, and each is itself something that later words may go back to.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.coding.definites import add_definite
from dragoman.coding.discourse import Discourse
from dragoman.coding.group_words import group_words
from dragoman.coding.groups import is_group, link_group
from dragoman.coding.pronouns import THIRD_PERSON, link_pronoun

if TYPE_CHECKING:
    from dragoman.coding.scene import Scene

_NOUNS = frozenset({"NOUN", "PROPN"})


def add_references(scene: Scene) -> None:
    """Add the mentions that refer back, and the actors that only common nouns tell of."""
    discourse = Discourse(scene)
    known = scene.cast.mentions
    counts = group_words().counts
    place = 0
    for token, word in enumerate(scene.tree.lower):
        while place < len(known) and known[place].start <= token:
            discourse.mentions.append(known[place])
            place += 1
        if scene.hidden[token]:
            continue
        if word in THIRD_PERSON:
            link_pronoun(discourse, token)
        elif scene.tree.tags[token] in _NOUNS:
            if is_group(scene, token):
                link_group(discourse, token)
            else:
                add_definite(discourse, token)
        elif word in counts:
            link_group(discourse, token)
