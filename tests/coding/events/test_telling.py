"""Events inside statements: claims, announcements, duties, and statements that are events."""

from __future__ import annotations

import pytest

from dragoman.coding.cast import Cast
from dragoman.coding.drafts import EventDraft
from dragoman.coding.events import events
from dragoman.coding.statements import statements
from tests.coding.scenes import code, event_line, scene


def coded(*sentences: str) -> tuple[Cast, tuple[EventDraft, ...]]:
    doc, cast = scene(*sentences)
    return cast, events(doc, cast, statements(doc, cast))


def test_what_only_a_speaker_tells_is_reported_by_him() -> None:
    cast, (event,) = coded(
        "{nsubj Ukraine} said=say {ccomp that {nsubj Russia} bombed=bomb {obj Poland}} ."
    )
    assert event_line(cast, event) == "ASSAULT/explosives RUS > POL"
    assert event.reported_by is not None
    assert code(cast, event.reported_by) == "UKR"


def test_what_the_outlet_tells_as_well_is_not_reported() -> None:
    _, (event,) = coded(
        "{nsubj Russia} bombed=bomb {obj Poland} .",
        "{nsubj Ukraine} said=say {ccomp that {nsubj Russia} bombed=bomb {obj Poland}} .",
    )
    assert event.reported_by is None


def test_a_condemned_act_is_taken_for_granted() -> None:
    _, found = coded(
        "{nsubj Egypt} condemned=condemn {obj the attack {nmod by Libya} {nmod on Chad}} ."
    )
    act = next(event for event in found if event.type == "ASSAULT")
    assert act.reported_by is None


def test_an_accusation_reports_its_act() -> None:
    cast, found = coded(
        "{nsubj Kenya} accused=accuse {obj Sudan} {advcl {mark of/ADP} arming=arm {obj Hezbollah}}"
    )
    act = next(event for event in found if event.type == "AID")
    assert act.reported_by is not None
    assert code(cast, act.reported_by) == "KEN"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "{nsubj Qatar} said=say {ccomp {nsubj it} would release {obj Hamdan}} .",
            "AGREE QAT > Hamdan",
        ),
        (
            "{nsubj Japan} said=say {ccomp that {nsubj China} will attack {obj India}} .",
            "ASSAULT CHN > IND (future)",
        ),
        (
            "{nsubj Serbia} said=say {ccomp that {nsubj Kosovo} must withdraw {obj troops=troop}}",
            "REQUEST/yield SRB > KOS",
        ),
        (
            "{nsubj Norway} said=say {ccomp that {nsubj Fiji} should reform .}",
            "REQUEST NOR > FJI",
        ),
    ],
)
def test_announced_and_demanded_acts(sentence: str, expected: str) -> None:
    cast, found = coded(sentence)
    assert [event_line(cast, event) for event in found] == [expected]


@pytest.mark.parametrize(
    "sentence",
    [
        "{nsubj Chile} urged=urge {obj Peru} {xcomp to free {obj Navarro}} .",
        "{nsubj Lula} condemned=condemn {obj the coup {nmod in Niger}} .",
        "{nsubj Macron} praised=praise {obj Ruto} .",
    ],
)
def test_an_act_of_speech_names_its_statement(sentence: str) -> None:
    _, found = coded(sentence)
    assert found[0].statement == 0


def test_plain_telling_is_no_event() -> None:
    _, found = coded("{nsubj Modi} said=say {ccomp that {nsubj India} {cop is} safe/ADJ} .")
    assert found == ()


def test_a_statement_that_blames_without_a_word_of_blame_is_blame() -> None:
    cast, found = coded(
        "{nsubj Libya} bombed=bomb {obj Chad} .",
        "{nsubj Egypt} said=say {ccomp that {nsubj the attack} {cop was} unjustified/ADJ} .",
    )
    assert "ACCUSE/disapprove EGY > LBY" in {event_line(cast, event) for event in found}
