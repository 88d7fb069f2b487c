"""Who said what: statements as quotations, searched by words or meaning."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Annotated, Self

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import HTMLResponse

from dragoman.crises import Entry
from dragoman.crises.ledger import Ledger
from dragoman.desk import links
from dragoman.desk.api import cursors
from dragoman.desk.context import TheDesk, TheFilters
from dragoman.desk.errors import missing
from dragoman.desk.filters import Filters
from dragoman.desk.parts import Quotation, Quotations, Segment, Showing, ShownEntry, seeking
from dragoman.desk.parts.clipping import clipped
from dragoman.desk.parts.frames import Frame, framed
from dragoman.desk.parts.seeking import By, Found, Manner, Sought
from dragoman.desk.refusals import NotFound
from dragoman.desk.rendering import kept
from dragoman.errors import StoreError, StoreUnavailable, StoreVersion
from dragoman.store import View

router = APIRouter()

_AT_ONCE = 20
_LONGEST = 300

Text = Annotated[str, Query(max_length=_LONGEST)]
Id = Annotated[str | None, Query(min_length=1, max_length=_LONGEST)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What the form of the page asks for, as it was written.

    Attributes:
        q: Words to look for.
        by: By these words, or by what means alike.
        like: The id of a statement that others are to be like.
        speaker: A name, a code, or the id of a person.
        medium: Where it was said.
        manner: Word for word or not.
    """

    q: str = ""
    by: By = "words"
    like: str | None = None
    speaker: str = ""
    medium: str = ""
    manner: Manner = "any"

    @classmethod
    def read(
        cls,
        *,
        q: Text = "",
        by: By = "words",
        like: Id = None,
        speaker: Text = "",
        medium: Text = "",
        manner: Manner = "any",
    ) -> Self:
        """Read it from the query of an address."""
        return cls(
            q=q.strip(),
            by=by,
            like=like,
            speaker=speaker.strip(),
            medium=medium.strip(),
            manner=manner,
        )

    @property
    def anything(self) -> bool:
        """Whether anything is asked for."""
        return self != Asked(by=self.by)

    def query(self) -> dict[str, str | None]:
        """Return what an address says of it."""
        said = {"like": self.like} if self.like else {"q": self.q, "by": self.by if self.q else ""}
        manner = "" if self.manner == "any" else self.manner
        more = {"speaker": self.speaker, "medium": self.medium, "manner": manner}
        return {name: value for name, value in {**said, **more}.items() if value}


@dataclass(frozen=True, slots=True)
class Trouble:
    """Why nothing can be found: what is wrong, and what to do."""

    message: str
    hint: str | None


@dataclass(frozen=True, slots=True)
class Card:
    """A statement: its entry, and its first report with the paragraph around the words."""

    entry: ShownEntry
    quotation: Quotation

    @property
    def paragraph(self) -> tuple[Segment, ...]:
        """The paragraph around the words, without what is far from them."""
        return clipped(self.quotation.paragraph)


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementsPage:
    """Statements.

    Attributes:
        frame: What is looked at.
        asked: What the form asks for.
        speaker: The name of the speaker who is asked for.
        like: The statement that others are to be like.
        mediums: Where statements were said, to choose from.
        cards: Statements.
        found: How they were found, where they are ordered by how good they fit.
        trouble: Why nothing can be found.
        first: The address of the beginning, on later pages.
        next: The address of what follows.
    """

    frame: Frame
    asked: Asked
    speaker: str | None
    like: Card | None
    mediums: tuple[str, ...]
    cards: tuple[Card, ...] = ()
    found: Found | None = None
    trouble: Trouble | None = None
    first: str | None = None
    next: str | None = None

    @property
    def searched(self) -> int:
        """How many hits are looked through at most."""
        return seeking.MOST_LOOKED_THROUGH

    @property
    def carried(self) -> list[tuple[str, str]]:
        """What the form of the filters carries along."""
        return [(name, value) for name, value in self.asked.query().items() if value]


@router.get("/statements")
def statements(
    request: Request,
    desk: TheDesk,
    filters: TheFilters,
    asked: Annotated[Asked, Depends(Asked.read)],
    cursor: Id = None,
    start: Annotated[int, Query(ge=0, le=seeking.MOST_LOOKED_THROUGH)] = 0,
) -> HTMLResponse:
    """Show statements that are looked for, or all of them by their days."""

    def made(view: View) -> StatementsPage:
        page, sought = _asked_page(view, framed(view, filters), asked)
        if page.trouble is not None:
            return page
        if sought.ranked:
            return _ranked(view, page, sought, start)
        return _listed(view, page, sought, cursor)

    return kept(request, desk, "pages/statements.html", made)


def _asked_page(view: View, frame: Frame, asked: Asked) -> tuple[StatementsPage, Sought]:
    """Return the page without statements, and what it is to find."""
    like = _like(view, asked.like) if asked.like else None
    sought = Sought(
        words=asked.q,
        by=asked.by,
        like=like.entry.id if like else None,
        medium=asked.medium or None,
        manner=asked.manner,
    )
    name, trouble = None, None
    if asked.speaker:
        try:
            key, name = seeking.speaker_named(view, asked.speaker)
            sought = replace(sought, speaker=key)
        except StoreError as error:
            trouble = _trouble(error)
    page = StatementsPage(
        frame=frame,
        asked=asked,
        speaker=name,
        like=like,
        mediums=seeking.mediums(view),
        trouble=trouble,
    )
    return page, sought


def _ranked(view: View, page: StatementsPage, sought: Sought, start: int) -> StatementsPage:
    filters = page.frame.filters
    try:
        found = seeking.ranked(view, filters, sought, start=start, limit=_AT_ONCE)
    except StoreError as error:
        return replace(page, trouble=_trouble(error))
    return replace(
        page,
        cards=_cards(view, found.entries),
        found=found,
        first=_here(filters, page.asked) if start else None,
        next=_here(filters, page.asked, start=start + _AT_ONCE) if found.more else None,
    )


def _listed(view: View, page: StatementsPage, sought: Sought, cursor: str | None) -> StatementsPage:
    filters, after = page.frame.filters, cursors.place(cursor)
    some, place = seeking.listed(view, filters, sought, after=after, limit=_AT_ONCE)
    following = cursors.of_place(place)
    return replace(
        page,
        cards=_cards(view, some),
        first=_here(filters, page.asked) if cursor else None,
        next=_here(filters, page.asked, cursor=following) if following else None,
    )


def _cards(view: View, entries: Iterable[Entry]) -> tuple[Card, ...]:
    some, quotations = list(entries), Quotations(view)
    shown = Showing(view).entries(some, cites=1)
    return tuple(
        Card(one, quotation)
        for entry, one in zip(some, shown, strict=True)
        for quotation in quotations.of(entry)
    )


def _like(view: View, identity: str) -> Card:
    with missing():
        entry = Ledger(view).entry(identity)
    for card in _cards(view, [entry] if entry.kind == seeking.STATEMENTS else []):
        return card
    raise NotFound(f"{identity!r} is no statement.")


def _here(filters: Filters, asked: Asked, **more: object) -> str:
    return links.statements(filters, **asked.query(), **more)


def _trouble(error: StoreError) -> Trouble:
    if isinstance(error, StoreUnavailable | StoreVersion):
        raise error
    return Trouble(error.message, error.hint)
