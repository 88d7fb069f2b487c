"""Saying which words of an article a fact rests on, or tell a part of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from dragoman.crises import review
from dragoman.crises.review.values import plain_of
from dragoman.desk import links
from dragoman.desk.accounts.roles import needs
from dragoman.desk.context import TheDesk, TheVisit
from dragoman.desk.errors import missing
from dragoman.desk.pages.editing import who
from dragoman.desk.pages.judging import Sent
from dragoman.desk.parts.articles import ShownArticle, shown_article
from dragoman.desk.parts.entries import Showing, ShownEntry
from dragoman.desk.parts.quotations import Segment
from dragoman.desk.parts.review.history import Line, told
from dragoman.desk.parts.review.items import Item, item
from dragoman.desk.parts.review.quoting import POINTED, WORDS, marks_of, shown, spans_of
from dragoman.desk.parts.review.texts import Sent as SentForm
from dragoman.desk.parts.review.texts import sent_all, sent_one
from dragoman.desk.parts.review.values import Unfit
from dragoman.desk.refusals import BadQuery
from dragoman.desk.rendering import render
from dragoman.errors import RecordError, StoreError
from dragoman.records import Spans
from dragoman.store import Judgement, UnitOfWork, View

router = APIRouter(dependencies=[Depends(needs("analyst"))])

_UNFIT = 422
_CONFLICT = 409
_MOST_MARKS = 20
_LONGEST = 5000


@dataclass(frozen=True, slots=True, kw_only=True)
class PointingPage:
    """Marking the words of a fact anew.

    Attributes:
        shown: The article.
        entry: The fact.
        fact: Its id in the article.
        fields: What may be marked: fields and words for them.
        field: What is marked.
        before: The paragraph around the words as they are, in pieces.
        after: The same around the words that were marked.
        marks: These words, as an address has them.
        pasted: Words as they were pasted.
        knowing: The digests of the judgements in force.
        seen: How many judgements there are.
        meanwhile: What others decided since the form was loaded.
        why: For what reason.
        fault: What is wrong.
    """

    shown: ShownArticle
    entry: ShownEntry
    fact: str
    fields: tuple[tuple[str, str], ...]
    field: str
    before: tuple[Segment, ...]
    after: tuple[Segment, ...]
    marks: tuple[str, ...]
    pasted: str
    knowing: tuple[str, ...]
    seen: int
    meanwhile: tuple[Line, ...]
    why: str
    fault: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    """What is to be marked: the fact, the field, the words, and what was known."""

    fact: str
    field: str = "evidence"
    marks: tuple[str, ...] = ()
    pasted: str = ""
    why: str = ""
    knowing: frozenset[str] = frozenset()
    seen: int = 0


@router.get("/articles/{article}/point")
def pointing(
    request: Request,
    desk: TheDesk,
    article: str,
    fact: Annotated[str, Query(max_length=100)],
    field: Annotated[str, Query(max_length=20)] = "evidence",
    mark: Annotated[list[str] | None, Query(max_length=_MOST_MARKS)] = None,
) -> HTMLResponse:
    """Show the words of a fact, and those that it is to rest on."""
    asked = _Asked(fact=fact, field=field, marks=tuple(mark or ()))
    with desk.store.view() as view:
        page = _page(view, article, asked)
    return render(request, "pages/pointing.html", page, status=_UNFIT if page.fault else 200)


@router.post("/articles/{article}/point")
def point(request: Request, desk: TheDesk, visit: TheVisit, article: str, form: Sent) -> Response:
    """Let a fact rest on other words, unless others judged it meanwhile, and show it."""
    asked = _asked(form)
    with desk.store.view() as view:
        found = item(view, asked.fact)
        if set(found.knowing) != asked.knowing:
            page = _page(view, article, asked, meanwhile=True)
            return render(request, "pages/pointing.html", page, status=_CONFLICT)
    try:
        with missing(), desk.store.work() as unit:
            made = _pointed(unit, article, asked, who(visit))
    except Unfit as fault:
        with desk.store.view() as view:
            page = _page(view, article, asked, fault=fault)
        return render(request, "pages/pointing.html", page, status=_UNFIT)
    return RedirectResponse(links.review_of(made.subject, done=made.digest), status_code=303)


def _asked(form: SentForm) -> _Asked:
    seen = sent_one(form, "seen")
    return _Asked(
        fact=sent_one(form, "shown"),
        field=sent_one(form, "field") or "evidence",
        marks=sent_all(form, "mark")[:_MOST_MARKS],
        pasted=sent_one(form, "words")[:_LONGEST],
        why=sent_one(form, "why")[:2000],
        knowing=frozenset(sent_all(form, "knowing")),
        seen=int(seen) if seen.isascii() and seen.isdecimal() else 0,
    )


def _pointed(unit: UnitOfWork, article: str, asked: _Asked, name: str) -> Judgement:
    """Let a fact rest on words.

    Raises:
        Unfit: They are not there, or the fact cannot rest on them.
    """
    kind = item(unit.view, asked.fact).entry.kind
    _require_pointed(kind, asked.field)
    spans = spans_of(unit.view.text(article), asked.marks, asked.pasted)
    if not spans:
        raise Unfit(WORDS, "No words are marked.", hint="Mark them in the article, or paste them.")
    change = (asked.field, [list(each) for each in spans])
    try:
        return review.correct(unit, kind, asked.fact, change, who=name, why=asked.why)
    except (RecordError, StoreError) as error:
        raise Unfit(WORDS, error.message, hint=error.hint) from error


def _page(
    view: View,
    article: str,
    asked: _Asked,
    *,
    meanwhile: bool = False,
    fault: Unfit | None = None,
) -> PointingPage:
    with missing():
        stored = view.article(article)
    found = item(view, asked.fact)
    kind, text = found.entry.kind, found.revised.record.article
    _require_pointed(kind, asked.field)
    spans: Spans = ()
    try:
        spans = spans_of(text.text, asked.marks, asked.pasted)
    except Unfit as error:
        fault = fault or error
    return PointingPage(
        shown=shown_article(stored),
        entry=Showing(view).entry(found.entry, cites=1),
        fact=asked.fact,
        fields=POINTED[kind],
        field=asked.field,
        before=shown(text, _now(found, asked.field)),
        after=shown(text, spans),
        marks=marks_of(spans),
        pasted="" if spans else asked.pasted,
        knowing=found.knowing,
        seen=len(found.every),
        meanwhile=tuple(told(found, found.every[asked.seen :])) if meanwhile else (),
        why=asked.why,
        fault=" ".join(filter(None, (fault.message, fault.hint))) if fault else None,
    )


def _now(found: Item, field: str) -> Spans:
    """Return the spans that a field of a fact has now."""
    name, _, part = field.partition(".")
    value = plain_of(found.shown.told.fact).get(name) or ()
    spans = value.get(part) if part and isinstance(value, dict) else value
    return tuple((start, end) for start, end in spans or ())


def _require_pointed(kind: str, field: str) -> None:
    if field not in dict(POINTED[kind]):
        raise BadQuery(f"{field!r} of {kind} is no words.", hint="Choose another one.")
