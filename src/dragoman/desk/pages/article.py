"""One article: its text with the words of its facts marked, and the facts beside it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from dragoman.crises import persons
from dragoman.crises.questions.citations import clean
from dragoman.crises.questions.sides import side_of_code
from dragoman.crises.stories import Stories, Story
from dragoman.desk.context import TheDesk, TheFilters
from dragoman.desk.errors import missing
from dragoman.desk.parts.articles import ShownArticle, shown_article
from dragoman.desk.parts.codes import KINDS, Code, Kind, role, stances
from dragoman.desk.parts.frames import Frame, framed
from dragoman.desk.parts.marking import Block, marked
from dragoman.desk.parts.tellings import Telling, told
from dragoman.desk.rendering import render
from dragoman.records import Actor, Article
from dragoman.store import StoredArticle, View
from dragoman.store.rows import folded

router = APIRouter()

_NAMED = frozenset({"person", "state", "organization", "armed_group"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """The facts of one kind."""

    kind: Kind
    tellings: tuple[Telling, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stand:
    """Who takes a stance in this article; ``own`` says whether in the holder's own words."""

    stance: Code
    own: bool
    tellings: tuple[Telling, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """Somebody whom the article names; ``key`` leads to the page of that actor.

    ``government`` is the name of the state or body behind them, where it is another.
    """

    key: str
    name: str
    office: str | None
    government: str | None
    times: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticlePage:
    """One article.

    Attributes:
        frame: The crisis that its story is part of.
        shown: The article as it is listed.
        text: The article as it was cleaned: byline, dateline, what was kept apart.
        story: Its story, if it has one.
        blocks: Title and paragraphs, cut at every mark.
        sections: Its facts by kind.
        stands: Positions at a glance, by stance.
        named: Persons, states and bodies that it names, those named most often first.
        chosen: The fact whose words were asked for.
        missed: Whether a fact was asked for that this article does not tell.
        versions: All versions of its page, the first one first.
        copies: Near-copies of it; of a copy, its original and the other copies.
    """

    frame: Frame
    shown: ShownArticle
    text: Article
    story: Story | None
    blocks: tuple[Block, ...]
    sections: tuple[Section, ...]
    stands: tuple[Stand, ...]
    named: tuple[Named, ...]
    chosen: Telling | None
    missed: bool
    versions: tuple[ShownArticle, ...]
    copies: tuple[ShownArticle, ...]

    @property
    def facts(self) -> int:
        """How many facts there are."""
        return sum(len(each.tellings) for each in self.sections)


@router.get("/articles/{article}")
def article(
    request: Request, article: str, desk: TheDesk, filters: TheFilters, fact: str | None = None
) -> HTMLResponse:
    """Show an article; with a fact, its words stand out."""
    with desk.store.view() as view:
        with missing():
            found = view.article(article)
        page = _page(view, found, filters, fact)
    return render(request, "pages/article.html", page)


def _page(view: View, found: StoredArticle, filters: TheFilters, fact: str | None) -> ArticlePage:
    read = told(view, found)
    text = read.record.article
    story = Stories(view).of(found.id)
    crisis = story.crisis if story is not None else None
    chosen = next((each for each in read.tellings if fact in {each.fact.id, each.entry}), None)
    return ArticlePage(
        frame=framed(view, filters.but(crisis=crisis)),
        shown=shown_article(found),
        text=text,
        story=story,
        blocks=marked(text, read.tellings, chosen.ref if chosen else None),
        sections=tuple(_sections(read.tellings)),
        stands=tuple(_stands(read.tellings)),
        named=_named(view, found, read.record.actors),
        chosen=chosen,
        missed=fact is not None and chosen is None,
        versions=tuple(map(shown_article, view.versions(found.url))) if found.url else (),
        copies=tuple(map(shown_article, copies_of(view, found))),
    )


def copies_of(view: View, article: StoredArticle) -> list[StoredArticle]:
    """Return what an article is nearly the same as: its original, and copies of that."""
    if article.copy_of is None:
        return view.copies(article.id)
    beside = [each for each in view.copies(article.copy_of) if each.id != article.id]
    return [view.article(article.copy_of), *beside]


def _sections(tellings: Iterable[Telling]) -> Iterable[Section]:
    listed = list(tellings)
    for kind in KINDS.values():
        own = tuple(each for each in listed if each.shown.kind == kind)
        if own:
            yield Section(kind=kind, tellings=own)


def _stands(tellings: Iterable[Telling]) -> Iterable[Stand]:
    """Yield who takes which stance, in the order of the scale; what was rejected is left out."""
    positions = [each for each in tellings if each.shown.kind.code == "positions"]
    positions = [each for each in positions if each.shown.verdict != "rejected"]
    for stance in stances():
        for own in (True, False):
            some = [each for each in positions if each.shown.own is own]
            holders = tuple(each for each in some if each.shown.stance == stance)
            if holders:
                yield Stand(stance=stance, own=own, tellings=holders)


def _named(view: View, article: StoredArticle, actors: Iterable[Actor]) -> tuple[Named, ...]:
    known = persons.of_reading(view, article.reading)
    named = [_one(each, known.get(each.id)) for each in actors if each.kind in _NAMED]
    return tuple(sorted(named, key=lambda each: (-each.times, each.name)))


def _one(actor: Actor, person: str | None) -> Named:
    is_side = actor.kind in {"state", "organization"} and actor.country is not None
    name = clean(actor.name)
    behind = side_of_code(actor.country).name if actor.country else name
    return Named(
        key=person or (actor.country if is_side and actor.country else folded(actor.name)),
        name=name,
        office=role(actor.office.role) if actor.office else None,
        government=None if behind == name else behind,
        times=len(actor.mentions),
    )
