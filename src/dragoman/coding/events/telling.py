"""Which statement tells of an act, and which statement an act is."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dragoman.coding.drafts import StatementDraft
    from dragoman.coding.events.acts import Act
    from dragoman.coding.events.readings import Readings

_JUDGING = frozenset({"ACCUSE", "SUPPORT", "REJECT"})


class Telling:
    """Finds statements by the tokens of their cues and contents."""

    def __init__(self, statements: Sequence[StatementDraft], readings: Readings) -> None:
        self._statements = statements
        self._readings = readings
        self._by_cue: dict[int, int] = {}
        self._inside: dict[int, int] = {}
        for index, statement in enumerate(statements):
            heads = () if statement.cue_head is None else (statement.cue_head,)
            for token in (*heads, *statement.cues):
                self._by_cue.setdefault(token, index)
        by_length = sorted(range(len(statements)), key=lambda i: -len(statements[i].contents))
        for index in by_length:
            for token in statements[index].contents:
                self._inside[token] = index

    def statement_of(self, act: Act) -> int | None:
        """The statement that the act itself is: its trigger is the cue."""
        for token in (act.head, *act.tokens):
            found = self._by_cue.get(token)
            if found is not None:
                return found
        return None

    def around(self, act: Act) -> int | None:
        """The innermost statement inside whose content the act is told.

        What a speech act judges is taken for granted by it ("condemned the attack"), so it is
        not merely claimed, unless the judged is told in a clause ("accused X of shelling Y").
        """
        found = self._inside.get(act.head)
        if found is None:
            return None
        cue = self._statements[found].cue_head
        typed = self._readings.type_of(cue) if cue is not None else None
        if typed is not None and typed[0] in _JUDGING and act.noun:
            return None
        return found
