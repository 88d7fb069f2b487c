"""``/standings`` and ``/attitudes``: who stands where, and who feels what about whom."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Annotated

from fastapi import Query
from pydantic import Field

from dragoman.crises import Entry
from dragoman.crises.questions import ActStandings, Questions
from dragoman.crises.questions import Regard as LedgerRegard
from dragoman.crises.questions import attitudes as regards_of
from dragoman.crises.questions import standings as standings_of
from dragoman.crises.questions.brief.phrases import act_phrase
from dragoman.crises.questions.citations import clean
from dragoman.desk.api.asking import named_in
from dragoman.desk.api.listings import paged_by
from dragoman.desk.api.routing import router as make_router
from dragoman.desk.api.shapes.answers import Answer, OnAct, Regard, Standing
from dragoman.desk.api.shapes.queries import Asked, Text
from dragoman.desk.context import TheDesk
from dragoman.desk.parts import Showing
from dragoman.desk.parts.selecting import selected

router = make_router("questions")


class Wanted(Asked):
    """What standings are asked for."""

    act: Text | None = Field(
        default=None, description="Only on this entry of the ledger, or on what these words name."
    )


@router.get("/standings", summary="Where each government stands on each act")
def standings(desk: TheDesk, asked: Annotated[Wanted, Query()]) -> Answer[OnAct]:
    """Return who stands where, the act that most take a position on first.

    `country` names holders.
    """
    filters = asked.filters()
    with desk.store.view() as view:
        positions = list(selected(view, filters, ["positions"], parts=["holder"]))
        acts = Questions(view).acts(positions)
        told = [_of(each, filters.countries) for each in standings_of(positions, acts)]
        found = [each for each in told if asked.act is None or _is_on(each, asked.act)]
        some, following = paged_by(found, asked, key=lambda each: each.target)
        items = [_on_act(each, acts) for each in some]
        known = [*positions, *acts.values()]
        named = named_in(items, known, Showing(view, dict(acts)), cites=asked.cites)
    return Answer[OnAct](items=items, next=following, entries=named)


@router.get("/attitudes", summary="Who feels what about whom")
def attitudes(desk: TheDesk, asked: Annotated[Asked, Query()]) -> Answer[Regard]:
    """Return attitudes apart from any act, by holder and object, the most often told first."""
    with desk.store.view() as view:
        entries = list(selected(view, asked.filters(), ["attitudes"]))
        some, following = paged_by(regards_of(entries), asked, key=_pair)
        items = [_regard(each) for each in some]
        named = named_in(items, entries, Showing(view), cites=asked.cites)
    return Answer[Regard](items=items, next=following, entries=named)


def _of(on_act: ActStandings, countries: tuple[str, ...]) -> ActStandings:
    """Return standings of some holders only, where any are asked for."""
    if not countries:
        return on_act
    kept = tuple(each for each in on_act.standings if each.holder.code in countries)
    stances = [stance for each in kept for stance in each.stances]
    counts = {name: stances.count(name) for name in on_act.counts if name in stances}
    return replace(on_act, standings=kept, counts=counts)


def _is_on(on_act: ActStandings, act: str) -> bool:
    return on_act.target == act or act.casefold() in on_act.target.casefold()


def _on_act(each: ActStandings, acts: Mapping[str, Entry]) -> OnAct:
    return OnAct(
        target=each.target,
        about=clean(act_phrase(each.target, acts)),
        act=each.act.id if each.act else None,
        counts=dict(each.counts),
        standings=[Standing.model_validate(one) for one in each.standings],
    )


def _pair(regard: LedgerRegard) -> str:
    return f"{regard.from_.key} {regard.toward.key}"


def _regard(each: LedgerRegard) -> Regard:
    named = ("toward", "positive", "negative", "turns", "changes", "claims", "origins", "entries")
    told = {name: getattr(each, name) for name in named}
    return Regard.model_validate({"holder": each.from_, **told}, from_attributes=True)
