"""``/judgements``: what people decide about facts; appended, and taken back by another one."""

from __future__ import annotations

from datetime import datetime
from itertools import islice
from typing import Annotated, Any, Literal

from fastapi import Depends, Path, Query
from pydantic import Field, JsonValue, model_validator

from dragoman.crises import review
from dragoman.crises.review import Listed, effective
from dragoman.desk.accounts.callers import Caller
from dragoman.desk.accounts.refusals import RoleTooLow
from dragoman.desk.accounts.roles import allows, needs
from dragoman.desk.accounts.users import Role
from dragoman.desk.api import cursors
from dragoman.desk.api.routing import router as make_router
from dragoman.desk.api.shapes.base import Given, Listing, Refusal, Shape
from dragoman.desk.api.shapes.queries import KIND_NAMES, KindName, Paged, Text
from dragoman.desk.context import TheDesk
from dragoman.desk.errors import missing
from dragoman.desk.parts.selecting import first
from dragoman.desk.refusals import BadQuery, Conflicting
from dragoman.errors import RecordError, StoreError
from dragoman.store import Judgement as StoredJudgement
from dragoman.store import Told, UnitOfWork, View

router = make_router("judgements")

Analyst = Annotated[Caller, Depends(needs("analyst"))]

_MOST_WORDS = 20


class Wanted(Paged):
    """Which judgements are asked for."""

    kind: list[Text] = Field(
        default=[],
        max_length=20,
        description="Only on these: a kind of fact, `actors`, `entries`, `stories`, `crises`.",
    )
    who: Text | None = Field(default=None, description="Only those that this person made.")
    undone: bool = Field(
        default=True, description="Also those that were taken back, and what took them back."
    )


class Judgement(Shape):
    """One decision."""

    digest: str = Field(description="Its content id.")
    verdict: str = Field(examples=["correct"], description="What was decided.")
    kind: str = Field(examples=["events"], description="What kind of thing is judged.")
    subject: str = Field(description="The id of what is judged.")
    who: str = Field(examples=["jlind"], description="Who judged.")
    why: str = Field(examples=["It was a ship, not a drone."], description="For what reason.")
    made_at: datetime = Field(examples=["2031-05-04T10:12:00Z"], description="When.")
    detail: dict[str, Any] = Field(
        examples=[{"field": "mode", "value": "naval"}], description="What the verdict needs."
    )
    undoes: str | None = Field(description="The digest of the judgement that is taken back.")
    standing: str = Field(
        examples=["in force"], description="`in force`, `undone`, or `vanished` with its fact."
    )
    article: str | None = Field(description="The id of the article that the fact stands in.")
    words: str = Field(description="The words that were judged.")


class Decision(Given):
    """A decision about a fact.

    `accept` and `reject` need a fact. `correct` needs a field and its value as well. `add` needs an
    article, the words that state the fact, and its fields.
    """

    verdict: Literal["accept", "reject", "correct", "add"] = Field(
        description="What is decided.", examples=["correct"]
    )
    kind: KindName = Field(description="The kind of the fact.", examples=["events"])
    fact: Text | None = Field(default=None, description="The id of the fact.")
    field: Text | None = Field(
        default=None,
        description="The field, or a part of one such as `casualties.killed`.",
        examples=["mode"],
    )
    value: JsonValue = Field(default=None, description="Its value.", examples=["drone"])
    article: Text | None = Field(default=None, description="The article that a fact is added to.")
    words: list[Annotated[str, Field(min_length=1, max_length=5000)]] = Field(
        default=[],
        max_length=_MOST_WORDS,
        description="Words of the article that state an added fact, each at its only place.",
    )
    fields: dict[str, JsonValue] = Field(
        default={}, description="The fields of an added fact; what is left out has no value."
    )
    why: str = Field(default="", max_length=2000, description="For what reason.")
    knowing: list[Text] | None = Field(
        default=None,
        max_length=100,
        description="The digests of the judgements on the fact that you have seen. Where others "
        "hold by now, nothing is done and the answer is 409.",
    )

    @model_validator(mode="after")
    def _complete(self) -> Decision:
        """Refuse a decision that lacks what its verdict needs."""
        if self.verdict == "add":
            if self.article is None or not self.words:
                raise ValueError("add needs an article and words")
        elif self.fact is None:
            raise ValueError(f"{self.verdict} needs a fact")
        if self.verdict == "correct" and self.field is None:
            raise ValueError("correct needs a field")
        return self


class Reason(Given):
    """Why something is taken back."""

    why: str = Field(default="", max_length=2000, description="For what reason.")


@router.get("/judgements", summary="Judgements in the order made")
def judgements(desk: TheDesk, asked: Annotated[Wanted, Query()]) -> Listing[Judgement]:
    """Return what people decided, each with what has become of it."""
    values = cursors.read(asked.cursor, int)
    start = 0 if values is None else max(int(values[0] or 0), 0)
    with desk.store.view() as view:
        found = review.listed(view, kinds=asked.kind, who=asked.who, undone=asked.undone)
        some, more = first(islice(found, start, None), asked.limit)
    following = cursors.written(start + len(some)) if more else None
    return Listing[Judgement](items=[_listed(each) for each in some], next=following)


@router.post(
    "/judgements",
    status_code=201,
    summary="Judge a fact",
    responses={409: {"model": Refusal, "description": "Others judged the fact meanwhile."}},
)
def judge(desk: TheDesk, caller: Analyst, decision: Decision) -> Judgement:
    """Accept, reject, correct or add a fact; the ledger follows at once."""
    with desk.store.work() as unit:
        _refuse_unknown(unit.view, decision)
        try:
            made = _judged(unit, decision, caller.name)
        except RecordError as error:
            raise BadQuery(error.message, hint=error.hint) from error
        return _of(unit.view, made)


@router.post("/judgements/{digest}/undo", status_code=201, summary="Take a judgement back")
def undo(
    desk: TheDesk,
    caller: Analyst,
    digest: Annotated[str, Path(description="Of the judgement.", max_length=200)],
    reason: Reason,
) -> Judgement:
    """Append a judgement that takes another one back; it can be taken back as well."""
    with desk.store.work() as unit:
        with missing():
            taken = review.judgement_named(unit.view, digest)
        _refuse_below(caller, taken.kind)
        made = review.undo(unit, taken.digest, who=caller.name, why=reason.why)
        return _of(unit.view, made)


def _refuse_below(caller: Caller, kind: str) -> None:
    """Leave what is judged of persons, stories and crises to editors.

    Raises:
        RoleTooLow: It takes more than whoever asks may do.
    """
    least: Role = "analyst" if kind in KIND_NAMES else "editor"
    if caller.role is not None and not allows(caller.role, least):
        raise RoleTooLow(caller.role, least)


def _refuse_unknown(view: View, decision: Decision) -> None:
    """Refuse to judge a fact that others judged since it was looked at.

    Raises:
        Conflicting: Other judgements hold than those that are known.
        NotFound: There is no such fact or article.
    """
    with missing():
        if decision.fact is None:
            view.article(decision.article or "")
            return
        told = review.fact(view, decision.kind, decision.fact)
    if decision.knowing is None:
        return
    for each in effective(view, told.article.reading).facts:
        if each.told.kind == decision.kind and each.told.fact.id == told.fact.id:
            held = {made.digest for made in each.judgements}
            if held != set(decision.knowing):
                last = each.judgements[-1] if each.judgements else None
                raise Conflicting(_changed(last), hint="Look at the fact again.")


def _changed(last: StoredJudgement | None) -> str:
    if last is None:
        return "What was judged of this fact was taken back meanwhile."
    return f"{last.who} judged this fact meanwhile ({last.verdict})."


def _judged(unit: UnitOfWork, decision: Decision, who: str) -> StoredJudgement:
    kind, why = decision.kind, decision.why
    if decision.verdict == "add":
        article = decision.article or ""
        marks = review.mark(unit.view.text(article), *decision.words)
        return review.add(unit, article, kind, marks, decision.fields, who=who, why=why)
    fact = decision.fact or ""
    if decision.verdict == "correct":
        change = (decision.field or "", decision.value)
        return review.correct(unit, kind, fact, change, who=who, why=why)
    return review.judge(unit, decision.verdict, kind, fact, who=who, why=why)


def of_group(made: StoredJudgement) -> Judgement:
    """Return a judgement that was just made on no fact: on persons, stories or crises."""
    return _shaped(made, "in force", article=None, words="")


def _of(view: View, made: StoredJudgement) -> Judgement:
    """Return a judgement that was just made."""
    told = _fact(view, made)
    if told is None:
        return of_group(made)
    return _shaped(made, "in force", article=told.article.id, words=view.words(told))


def _fact(view: View, made: StoredJudgement) -> Told | None:
    """Return the fact that is judged; ``None`` where it is no fact, or is there no more."""
    if made.kind not in KIND_NAMES:
        return None
    try:
        return review.fact(view, made.kind, made.subject)
    except StoreError:
        return None


def _listed(each: Listed) -> Judgement:
    article = each.article.id if each.article else None
    return _shaped(each.judgement, each.standing, article=article, words=each.words)


def _shaped(made: StoredJudgement, standing: str, *, article: str | None, words: str) -> Judgement:
    named = ("digest", "verdict", "kind", "subject", "who", "why", "made_at", "undoes")
    return Judgement(
        **{name: getattr(made, name) for name in named},
        detail={name: value for name, value in made.detail.items() if name != "at"},
        standing=standing,
        article=article,
        words=words,
    )
