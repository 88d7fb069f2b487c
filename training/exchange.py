"""Names of states exchanged in training sentences: what was done must not hang on who did it."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from dragoman.world import World, world
from training.documents import Document

FORMS = ("name", "adjective", "noun", "plural")
_LEAST = 2
Printed = dict[str, tuple[str, str]]
"""Words and the state and form that each denotes."""


class Exchange:
    """Knows the states that one word names, in each form of the word."""

    def __init__(self, known: World | None = None) -> None:
        self.printed: Printed = {}
        self.by_form: dict[str, dict[str, str]] = defaultdict(dict)
        for state in (known or world()).states.values():
            named = {
                "name": (state.name, *state.variants),
                "adjective": state.adjectives,
                "noun": state.nouns,
                "plural": state.plurals,
            }
            for form, words in named.items():
                self._learn(state.code, form, words)

    def _learn(self, code: str, form: str, words: Iterable[str]) -> None:
        single = [word for word in words if " " not in word and len(word) >= _LEAST]
        for word in single:
            self.printed.setdefault(word, (code, form))
        if single:
            self.by_form[form].setdefault(code, single[0])

    def exchanged(self, document: Document, dice: random.Random) -> Document | None:
        """The document with every state named by one word made another; None where none is.

        A state becomes the same other state throughout, and no two become one; the words keep
        their number, so that all labels still stand on theirs.
        """
        found = [self.printed.get(word) for word in document.words]
        forms: dict[str, set[str]] = defaultdict(set)
        for held in found:
            if held is not None:
                forms[held[0]].add(held[1])
        if not forms:
            return None
        others: dict[str, str] = {}
        for code, wanted in forms.items():
            fitting = set.intersection(*(set(self.by_form[form]) for form in wanted))
            free = sorted(fitting - {code, *others.values()})
            others[code] = dice.choice(free)
        words = [
            word if held is None else self.by_form[held[1]][others[held[0]]]
            for word, held in zip(document.words, found, strict=True)
        ]
        return replace(document, words=words)
