"""Adding a fact by the words that state it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from dragoman.crises import review
from dragoman.crises.review.judging import blank
from dragoman.desk import links
from dragoman.desk.accounts.roles import needs
from dragoman.desk.context import TheDesk, TheVisit
from dragoman.desk.errors import missing
from dragoman.desk.pages.editing import who
from dragoman.desk.pages.judging import Sent
from dragoman.desk.parts.articles import ShownArticle, shown_article
from dragoman.desk.parts.codes import KINDS, Kind
from dragoman.desk.parts.quotations import Segment
from dragoman.desk.parts.review.controls import Control, controls, suggestions
from dragoman.desk.parts.review.quoting import WORDS, marks_of, shown, spans_of
from dragoman.desk.parts.review.texts import Names, given, sent_all, sent_one, texts
from dragoman.desk.parts.review.texts import Sent as SentForm
from dragoman.desk.parts.review.values import Unfit, Values
from dragoman.desk.refusals import BadQuery
from dragoman.desk.rendering import render
from dragoman.errors import RecordError, StoreError
from dragoman.records import Record, Spans
from dragoman.store import Judgement, UnitOfWork, View

router = APIRouter(dependencies=[Depends(needs("analyst"))])

_UNFIT = 422
_MOST_MARKS = 20
_LONGEST = 5000

Marks = Annotated[list[str] | None, Query(max_length=_MOST_MARKS)]
Pasted = Annotated[str, Query(max_length=_LONGEST)]


@dataclass(frozen=True, slots=True, kw_only=True)
class AddingPage:
    """Adding a fact.

    Attributes:
        shown: The article.
        kinds: All kinds of fact.
        kind: The kind that was chosen, if one was.
        marks: The words that were marked, as an address has them.
        paragraph: The paragraph around them, in pieces.
        pasted: Words as they were pasted.
        controls: The fields of the form, once kind and words are chosen.
        suggestions: Names that parties may be given by.
        why: For what reason.
        fault: What is wrong, if it is no matter of one field.
    """

    shown: ShownArticle
    kinds: tuple[Kind, ...]
    kind: Kind | None = None
    marks: tuple[str, ...] = ()
    paragraph: tuple[Segment, ...] = ()
    pasted: str = ""
    controls: tuple[Control, ...] = ()
    suggestions: tuple[str, ...] = ()
    why: str = ""
    fault: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    """What is to be added: the kind and words chosen so far, and what is filled in."""

    kind: str = ""
    marks: tuple[str, ...] = ()
    pasted: str = ""
    why: str = ""


@router.get("/articles/{article}/add")
def adding(
    request: Request,
    desk: TheDesk,
    article: str,
    kind: Annotated[str, Query(max_length=20)] = "",
    mark: Marks = None,
    words: Pasted = "",
) -> HTMLResponse:
    """Show the form that adds a fact: first kind and words, then its fields."""
    asked = _Asked(kind=kind, marks=tuple(mark or ()), pasted=words)
    with desk.store.view() as view:
        page = _page(view, article, asked)
    return render(request, "pages/adding.html", page, status=_UNFIT if page.fault else 200)


@router.post("/articles/{article}/add")
def add(request: Request, desk: TheDesk, visit: TheVisit, article: str, form: Sent) -> Response:
    """Add a fact, and show it with its words."""
    asked = _Asked(
        kind=sent_one(form, "kind"),
        marks=sent_all(form, "mark")[:_MOST_MARKS],
        pasted=sent_one(form, "words")[:_LONGEST],
        why=sent_one(form, "why")[:2000],
    )
    if asked.kind not in KINDS:
        raise BadQuery(f"{asked.kind!r} is no kind of fact.", hint=f"One of {', '.join(KINDS)}.")
    try:
        with missing(), desk.store.work() as unit:
            made = _added(unit, article, asked, form, who(visit))
    except Unfit as fault:
        with desk.store.view() as view:
            page = _page(view, article, asked, form=form, fault=fault)
        return render(request, "pages/adding.html", page, status=_UNFIT)
    where = links.review_of(made.subject, done=made.digest)
    return RedirectResponse(where, status_code=303)


def _added(unit: UnitOfWork, article: str, asked: _Asked, form: SentForm, name: str) -> Judgement:
    """Add the fact that a form gives.

    Raises:
        Unfit: It cannot be taken.
    """
    record = _record(unit.view, article)
    spans = _spans(record, asked)
    plain = blank(asked.kind)
    fields = Values(Names(record)).all(asked.kind, given(asked.kind, form), plain)
    if asked.kind == "statements":
        fields["content"] = [list(each) for each in spans]
    try:
        return review.add(unit, article, asked.kind, spans, fields, who=name, why=asked.why)
    except (RecordError, StoreError) as error:
        raise Unfit("", error.message, hint=error.hint) from error


def _page(
    view: View,
    article: str,
    asked: _Asked,
    *,
    form: SentForm | None = None,
    fault: Unfit | None = None,
) -> AddingPage:
    with missing():
        found, record = view.article(article), _record(view, article)
    spans: Spans = ()
    try:
        spans = _spans(record, asked) if asked.marks or asked.pasted.strip() else ()
    except Unfit as error:
        fault = fault or error
    page = AddingPage(
        shown=shown_article(found),
        kinds=tuple(KINDS.values()),
        kind=KINDS.get(asked.kind),
        marks=marks_of(spans),
        paragraph=shown(record.article, spans),
        pasted="" if spans else asked.pasted,
        why=asked.why,
    )
    return _filled(page, record, form, fault)


def _filled(
    page: AddingPage, record: Record, form: SentForm | None, fault: Unfit | None
) -> AddingPage:
    """Return a page with the fields of its kind, once words are marked, and what is wrong."""
    message = " ".join(filter(None, (fault.message, fault.hint))) if fault else ""
    general = message if fault and fault.field in {"", WORDS} else None
    if page.kind is None or not page.marks:
        return replace(page, fault=general)
    told = texts(page.kind.code, blank(page.kind.code), record)
    if form is not None:
        told |= given(page.kind.code, form)
    faults: Mapping[str, str] = {fault.field: message} if fault else {}
    return replace(
        page,
        controls=controls(page.kind.code, told, record, faults=faults),
        suggestions=suggestions(record),
        fault=general,
    )


def _spans(record: Record, asked: _Asked) -> Spans:
    spans = spans_of(record.article.text, asked.marks, asked.pasted)
    if not spans:
        raise Unfit(WORDS, "No words are marked.", hint="Mark them in the article, or paste them.")
    return spans


def _record(view: View, article: str) -> Record:
    return review.effective(view, view.article(article).reading).record
