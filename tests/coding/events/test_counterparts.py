"""Recipients that no word of the sentence names, by what the article speaks of."""

from __future__ import annotations

import pytest

from dragoman.coding.events import events
from tests.coding.scenes import event_line, scene

FLOOD = "{nsubj Rivers=river} flooded=flood {obj Mali} ."
AGAIN = "{nsubj Mali} mourned=mourn ."


def coded(*sentences: str) -> list[str]:
    doc, cast = scene(*sentences)
    return [event_line(cast, event) for event in events(doc, cast)]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("{nsubj France} donated=donate {obj tents=tent} .", "AID FRA > MLI"),
        ("{nsubj France} {aux has} closed=close {obj the border} .", "COERCE/restrict FRA > MLI"),
        ("{nsubj France} donated=donate {obj tents=tent} {obl to Chad} .", "AID FRA > TCD"),
    ],
)
def test_the_party_that_the_article_is_about(sentence: str, expected: str) -> None:
    assert coded(FLOOD, AGAIN, sentence) == [expected]


def test_the_party_spoken_of_most() -> None:
    told = coded(
        FLOOD,
        AGAIN,
        "{nsubj Chad} prayed=pray .",
        "{nsubj France} donated=donate {obj tents=tent} .",
    )
    assert told == ["AID FRA > MLI"]


def test_nobody_is_the_recipient_of_what_has_none() -> None:
    assert coded(FLOOD, "{nsubj Troops=troop {nmod of France}} marched=march .") == coded(
        "{nsubj Troops=troop {nmod of France}} marched=march ."
    )


@pytest.mark.parametrize("modal", ["could", "may"])
def test_what_nobody_may_do_is_no_event(modal: str) -> None:
    assert coded("{nsubj:pass Mali} {aux " + modal + "} {aux:pass be} attacked=attack .") == []


def test_an_answer_goes_to_who_asked() -> None:
    told = coded(
        FLOOD,
        AGAIN,
        "{nsubj Chad} asked=ask {obj France} {obl for tents=tent} .",
        "{nsubj France} rejected=reject {obj the idea} .",
    )
    assert told[-1] == "REJECT FRA > TCD"


def test_a_thing_at_home_belongs_to_somebody_there() -> None:
    assert coded("{nsubj Vietnam} seized=seize {obj a ferry} .") == ["COERCE/seize VNM > ferry"]


def test_of_several_parties_none_is_said_to_be_harmed() -> None:
    told = coded(FLOOD, "{nsubj Chad} prayed=pray .", "{nsubj France} shelled=shell {obj a port} .")
    assert told == ["ASSAULT/heavy-weapons FRA > -"]


def test_who_defends_harm_is_not_kind_to_whom_it_was_done() -> None:
    told = coded(FLOOD, AGAIN, "{nsubj France} defended=defend {obj the seizure} .")
    assert told == ["SUPPORT FRA > -"]
