"""``/outreach``: who contacted whom, in which rounds of calls, and who has not been called."""

from __future__ import annotations

from typing import Annotated

from fastapi import Query
from pydantic import Field

from dragoman.crises.entries import Entry
from dragoman.crises.questions import Campaign as LedgerCampaign
from dragoman.crises.questions import Exchange as LedgerExchange
from dragoman.crises.questions import outreach as outreach_of
from dragoman.crises.questions.asking import HAPPENED
from dragoman.crises.questions.sides import governments
from dragoman.desk.api.asking import named_in
from dragoman.desk.api.listings import paged_by
from dragoman.desk.api.routing import router as make_router
from dragoman.desk.api.shapes.answers import Answer, Campaign, Exchange, Uncalled
from dragoman.desk.api.shapes.queries import Asked, Cited, InArticles, Paged, Text
from dragoman.desk.context import TheDesk
from dragoman.desk.parts import Showing
from dragoman.desk.parts.selecting import selected
from dragoman.store import View

router = make_router("questions")


class LeftOut(InArticles, Paged, Cited):
    """Whose contacts are asked for, and who is expected among them."""

    of: Text = Field(description="The code of the government.", examples=["NOR"])
    expected: list[Text] = Field(
        default=[],
        max_length=300,
        description="Codes of governments that it might have been in contact with; without any, "
        "all that take part in anything that is looked at.",
        examples=[["SWE", "DNK"]],
    )


@router.get("/outreach/exchanges", summary="Who contacted whom, how often and by what channel")
def exchanges(desk: TheDesk, asked: Annotated[Asked, Query()]) -> Answer[Exchange]:
    """Return contacts by who had them with whom, governments and the busiest first."""
    with desk.store.view() as view:
        contacts = list(selected(view, asked.filters(), ["contacts"]))
        some, following = paged_by(outreach_of(contacts).exchanges, asked, key=_pair)
        items = [Exchange.model_validate(each) for each in some]
        named = named_in(items, contacts, Showing(view), cites=asked.cites)
    return Answer[Exchange](items=items, next=following, entries=named)


@router.get("/outreach/campaigns", summary="Rounds of calls, and who was reached otherwise")
def campaigns(desk: TheDesk, asked: Annotated[Asked, Query()]) -> Answer[Campaign]:
    """Return contacts of one side with several governments within days, the largest first.

    Outliers are governments that were reached at another level or office than the rest.
    """
    with desk.store.view() as view:
        contacts = list(selected(view, asked.filters(), ["contacts"]))
        some, following = paged_by(outreach_of(contacts).campaigns, asked, key=_round)
        items = [Campaign.model_validate(each) for each in some]
        named = named_in(items, contacts, Showing(view), cites=asked.cites)
    return Answer[Campaign](items=items, next=following, entries=named)


@router.get("/outreach/uncalled", summary="Who has not been called")
def uncalled(desk: TheDesk, asked: Annotated[LeftOut, Query()]) -> Answer[Uncalled]:
    """Return the governments with which one had no contact, with contacts that were not held."""
    filters = asked.filters()
    of = asked.of.upper()
    with desk.store.view() as view:
        contacts = list(selected(view, filters, ["contacts"]))
        expected = {each.upper() for each in asked.expected} or _all(view, asked, contacts)
        found = outreach_of(contacts, of=of, expected=expected).uncalled
        some, following = paged_by(found, asked, key=lambda each: each.side.key)
        items = [Uncalled.model_validate(each) for each in some]
        named = named_in(items, contacts, Showing(view), cites=asked.cites)
    return Answer[Uncalled](items=items, next=following, entries=named)


def _all(view: View, asked: LeftOut, contacts: list[Entry]) -> set[str]:
    """Return the codes of all that take part in anything that is looked at."""
    others = selected(view, asked.filters(), [each for each in HAPPENED if each != "contacts"])
    return {*governments(contacts), *governments(others)}


def _pair(exchange: LedgerExchange) -> str:
    return f"{exchange.initiator.key} {exchange.counterpart.key}"


def _round(campaign: LedgerCampaign) -> str:
    return f"{campaign.first_day} {campaign.side.key} {campaign.initiator}"
