"""Judgements that only an event tells of."""

from __future__ import annotations

import pytest

from dragoman.coding.debate import Debate
from dragoman.coding.drafts import EventDraft
from dragoman.coding.opinions import Opinions
from dragoman.coding.tree import tree_of
from dragoman.coding.verdicts import clause_from, told_by_events
from tests.coding.shorthand import cast_of, short, state
from tests.coding.stances import Shares, with_stances

HEARD: list[tuple[str, Shares, list[str]]] = [
    ("ACCUSE", {"criticism": 0.8}, ["criticism"]),
    ("ACCUSE", {"understanding": 0.6, "criticism": 0.2}, []),
    ("ACCUSE", {}, []),
    ("SUPPORT", {"support": 0.8}, ["support"]),
    ("SUPPORT", {"understanding": 0.8}, []),
]


@pytest.mark.parametrize(("kind", "shares", "stances"), HEARD)
def test_event_and_stance_must_agree(kind: str, shares: Shares, stances: list[str]) -> None:
    doc = with_stances(
        short("{nsubj Norway} gushed=gush {obl over {det the} tariff} ."), {"gushed": shares}
    )
    tree = tree_of(doc)
    cast = cast_of(doc, {"Norway": state("NOR"), "Chad": state("TCD")})
    tariff = tree.words.index("tariff")
    events = [
        EventDraft(type=type_, actors=actors, triggers=(token,), evidence=((0, 1),), confidence=0.9)
        for type_, actors, token in ((kind, cast.at(0), 1), ("SANCTION", (), tariff))
    ]
    debate = Debate(doc, cast, (), events)
    opinions = Opinions(doc)
    opinions.ask([clause_from(debate, 1)])
    found = told_by_events(debate, opinions, set())
    assert [judgement.stance for judgement in found] == stances
