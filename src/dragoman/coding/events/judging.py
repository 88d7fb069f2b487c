"""Judgements that are told by no word for one: "X called the raid piracy" is blame."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.coding.events.arguments import NOBODY, Side
from dragoman.coding.events.merging import Mention
from dragoman.coding.stance import LexiconStanceTyper

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Doc

    from dragoman.coding.drafts import StatementDraft
    from dragoman.coding.events.readings import Readings
    from dragoman.records import Stance

_TYPES: dict[Stance, tuple[str, str | None]] = {
    "condemnation": ("ACCUSE", "disapprove"),
    "criticism": ("ACCUSE", "disapprove"),
    "support": ("SUPPORT", None),
    "restraint": ("REQUEST", None),
}
_LEAST = 0.6
_TRUST = 0.6


def judgements(
    doc: Doc, statements: Sequence[StatementDraft], readings: Readings, found: Sequence[Mention]
) -> Iterator[Mention]:
    """Acts of speech that statements are by the stance they take, where no trigger tells them.

    Args:
        doc: The parsed Doc.
        statements: Its statements.
        readings: The trigger tables.
        found: The mentions told by triggers; a statement that is one of them is left alone.
    """
    typer = LexiconStanceTyper()
    known = {mention.statement for mention in found}
    heads = {token for mention in found for token in mention.tokens}
    for index, statement in enumerate(statements):
        if index in known or not statement.speakers or not statement.contents:
            continue
        typed = typer(doc, statement.contents, statement.cue_head)
        if typed is None or typed.stance not in _TYPES or typed.score < _LEAST:
            continue
        if heads.isdisjoint(typed.tokens):
            type_, mode = _TYPES[typed.stance]
            yield Mention(
                head=typed.tokens[0],
                tokens=tuple(sorted(typed.tokens)),
                type=type_,
                mode=mode,
                actors=Side(statement.speakers, statement.sources[:1]),
                recipients=NOBODY,
                modality="asserted",
                confidence=_TRUST * typed.score,
                noun=False,
                weak=False,
                judged=tuple(t for t in statement.contents if readings.is_event_noun(t)),
                statement=index,
            )
