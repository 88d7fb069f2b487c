"""``/statements``: statements by their words or meaning, by who says them, where and how."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import Query
from pydantic import Field

from dragoman.crises import Entry as LedgerEntry
from dragoman.crises import Ledger
from dragoman.desk.api import cursors
from dragoman.desk.api.routing import router as make_router
from dragoman.desk.api.shapes.answers import Answer
from dragoman.desk.api.shapes.base import Shape
from dragoman.desk.api.shapes.entries import entry_of
from dragoman.desk.api.shapes.queries import Asked, Text
from dragoman.desk.context import TheDesk
from dragoman.desk.errors import missing
from dragoman.desk.parts import Quotation, Quotations, Showing, seeking
from dragoman.desk.parts.seeking import By, Manner, Sought
from dragoman.desk.refusals import NotFound
from dragoman.store import View

router = make_router("entries")


class Wanted(Asked):
    """Which statements are asked for."""

    q: Text | None = Field(
        default=None,
        description='Words, "a phrase", one OR another, begin*, and -without; the best come first.',
        examples=["truce -rejected"],
    )
    by: By = Field(default="words", description="Whether these words, or what means alike.")
    like: Text | None = Field(
        default=None, description="The entry of a statement that others are to be like."
    )
    speaker: Text | None = Field(
        default=None,
        description="Who says it: a state, body or person, by code, id or name.",
        examples=["Norway"],
    )
    medium: Text | None = Field(
        default=None, description="Where it was said, as printed.", examples=["state television"]
    )
    manner: Manner = Field(
        default="any", description="`direct` is word for word, `mixed` in part, else paraphrased."
    )

    def sought(self, view: View) -> Sought:
        """Return what is looked for.

        Raises:
            StoreError: There is nobody of the speaker's name, or there are several.
        """
        speaker = seeking.speaker_named(view, self.speaker)[0] if self.speaker else None
        return Sought(
            words=(self.q or "").strip(),
            by=self.by,
            like=self.like,
            speaker=speaker,
            medium=self.medium,
            manner=self.manner,
        )


class Said(Shape):
    """What is said, by the report that is cited first."""

    entry: str = Field(description="The id of the entry.")
    manner: Literal["direct", "mixed", "indirect"] = Field(description="How it is quoted.")
    medium: str | None = Field(examples=["state television"], description="Where it was said.")
    words: str = Field(examples=["the truce holds"], description="What is said.")
    paragraph: str = Field(description="The paragraph around the words.")
    text: str = Field(
        examples=["Kari Lund: “the truce holds” — Bergen Post, 4 May 2031"],
        description="Who said it, the words and their citation, to be quoted.",
    )


@router.get("/statements", summary="Statements by words, meaning, speaker, medium and manner")
def statements(desk: TheDesk, asked: Annotated[Wanted, Query()]) -> Answer[Said]:
    """Return statements, the best first where words or likeness are asked for, else by their days.

    Of what is looked for so, the best few hundred of the store are looked through.
    """
    with desk.store.view() as view:
        found, following = _found(view, asked, asked.sought(view))
        quotations = Quotations(view)
        said = [each for entry in found for each in quotations.of(entry)]
        shown = Showing(view).entries(found, cites=asked.cites)
    return Answer[Said](
        items=[_said(each) for each in said],
        next=following,
        entries={each.id: entry_of(each) for each in shown},
    )


def _found(view: View, asked: Wanted, sought: Sought) -> tuple[list[LedgerEntry], str | None]:
    """Return some statements, and the cursor of those that follow."""
    filters, limit = asked.filters(), asked.limit
    if not sought.ranked:
        after = cursors.place(asked.cursor)
        some, place = seeking.listed(view, filters, sought, after=after, limit=limit)
        return some, cursors.of_place(place)
    values = cursors.read(asked.cursor, int)
    start = 0 if values is None else max(int(values[0] or 0), 0)
    if sought.like is not None:
        with missing():
            chosen = Ledger(view).entry(sought.like)
        if chosen.kind != seeking.STATEMENTS:
            raise NotFound(f"{sought.like!r} is no statement.")
    best = seeking.ranked(view, filters, sought, start=start, limit=limit)
    return list(best.entries), cursors.written(start + limit) if best.more else None


def _said(quotation: Quotation) -> Said:
    return Said.model_validate(
        {
            "entry": quotation.entry,
            "manner": quotation.kind.code,
            "medium": quotation.medium,
            "words": quotation.words,
            "paragraph": "".join(each.text for each in quotation.paragraph),
            "text": quotation.text,
        }
    )
