"""One fact for what is stated twice, and less trust in what only the title states."""

from __future__ import annotations

from typing import Any

import pytest

from dragoman.coding.drafts import ContactDraft, EventDraft
from dragoman.coding.merging import TITLE_ONLY, merge
from dragoman.records import When

TITLE = (0, 20)


def event(start: int, **changes: Any) -> EventDraft:
    said: dict[str, Any] = {
        "type": "ASSAULT",
        "actors": (0,),
        "recipients": (1,),
        "trigger": ((start, start + 4),),
        "triggers": (start,),
        "evidence": ((start, start + 10),),
        "confidence": 0.8,
        "field_evidence": {"type": ((start, start + 4),)},
    }
    return EventDraft(**{**said, **changes})


def test_equal_facts_become_one_with_the_evidence_of_both() -> None:
    found = merge([event(30), event(60)], TITLE)
    (one,) = found.drafts
    assert found.index == (0, 0)
    assert one.evidence == ((30, 40), (60, 70))
    assert one.trigger == ((30, 34), (60, 64))
    assert one.field_evidence == {"type": ((30, 34), (60, 64))}
    assert one.confidence > 0.8


def test_the_words_of_a_time_do_not_make_two_facts() -> None:
    days = [When("2020-01-03", "2020-01-03", ((place, place + 6),)) for place in (35, 65)]
    found = merge([event(30, when=days[0]), event(60, when=days[1])], TITLE)
    assert len(found.drafts) == 1


@pytest.mark.parametrize(
    "changes",
    [
        {"recipients": (2,)},
        {"type": "COERCE"},
        {"modality": "future"},
        {"when": When("2020", "2020")},
    ],
)
def test_facts_that_differ_stay_apart(changes: dict[str, Any]) -> None:
    assert len(merge([event(30), event(60, **changes)], TITLE).drafts) == 2


def test_the_title_joins_a_fuller_fact_of_the_body() -> None:
    found = merge([event(0, recipients=()), event(30, mode="drone")], TITLE)
    (one,) = found.drafts
    assert one.mode == "drone"
    assert one.recipients == (1,)
    assert one.evidence == ((0, 10), (30, 40))


def test_what_only_the_title_states_is_trusted_less() -> None:
    (one,) = merge([event(0)], TITLE).drafts
    assert one.confidence == pytest.approx(0.8 * TITLE_ONLY)


def test_a_contact_of_the_title_joins_that_of_the_body() -> None:
    title = ContactDraft(initiator=0, counterpart=1, evidence=((0, 10),), confidence=0.7)
    body = ContactDraft(
        initiator=1, counterpart=0, channel="phone", evidence=((30, 40),), confidence=0.8
    )
    (one,) = merge([title, body], TITLE).drafts
    assert one.channel == "phone"
    assert one.evidence == ((0, 10), (30, 40))


def test_what_rests_on_furniture_alone_is_left_out() -> None:
    found = merge([event(30), event(60, recipients=(2,))], TITLE, [(25, 45)])
    assert found.index == (None, 0)
    assert [each.recipients for each in found.drafts] == [(2,)]
