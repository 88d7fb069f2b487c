"""Which mentions are one event, across and within sentences."""

from __future__ import annotations

import pytest

from dragoman.coding.events import events
from dragoman.coding.events.arguments import Side
from dragoman.coding.events.merging import Mention, Merger
from tests.coding.scenes import event_line, scene
from tests.coding.sentences import texts

STRIKE = "{nsubj Israel} launched=launch {obj a strike} {obl against Syria} ."
RAID = "{nsubj Rebels=rebel} raided=raid {obj a village {nmod in Chad}} ."

SIDES = ("Israel", "Syria", "Jordan")


def mention(
    head: int, actors: tuple[int, ...], recipients: tuple[int, ...], *, weak: bool
) -> Mention:
    """A noun for a strike."""
    return Mention(
        head=head,
        tokens=(head,),
        type="ASSAULT",
        mode=None,
        actors=Side(actors, actors),
        recipients=Side(recipients, recipients),
        modality="asserted",
        confidence=0.9,
        noun=True,
        weak=weak,
    )


def coded(*sentences: str) -> list[str]:
    doc, cast = scene(*sentences)
    return [event_line(cast, event) for event in events(doc, cast)]


@pytest.mark.parametrize(
    "later",
    [
        "{nsubj The attack} drew=draw {obj anger} .",
        "{nsubj The strike {acl:relcl {nsubj ^that} killed=kill {obj nine/NUM}}} ended=end .",
        "{nsubj Jordan} feared=fear {obl after the strike} .",
    ],
)
def test_a_definite_noun_means_the_event_told_before(later: str) -> None:
    assert coded(STRIKE, later) == ["ASSAULT ISR > SYR"]


@pytest.mark.parametrize(
    "later",
    [
        "{nsubj {det Another} strike {nmod on Lebanon}} followed=follow .",
        "{nsubj Turkey} bombed=bomb {obj Iraq} .",
        "{nsubj Israel} bombed=bomb {obj Lebanon} .",
    ],
)
def test_other_sides_make_another_event(later: str) -> None:
    assert len(coded(STRIKE, later)) == 2


def test_an_indefinite_noun_without_sides_is_no_event() -> None:
    assert coded("{nsubj Strikes=strike} {cop are} cruel/ADJ .") == []


def test_what_a_strike_did_belongs_to_it() -> None:
    doc, cast = scene(
        "{nsubj Israel} bombed=bomb {obj Syria} , "
        "{advcl killing=kill {obj {nummod 40} people=person} "
        "{conj and wounding=wound/VERB {obj dozens=dozen}}} ."
    )
    (event,) = events(doc, cast)
    assert event.casualties is not None
    assert (event.casualties.killed, event.casualties.injured) == (40, "some")
    assert texts(doc, event.trigger) == "bombed … killing … wounding"


def test_victims_told_in_the_next_sentence_count() -> None:
    doc, cast = scene(
        RAID, "{nsubj:pass {nummod Twelve} villagers=villager} {aux:pass were} killed=kill ."
    )
    (event,) = events(doc, cast)
    assert event.casualties is not None
    assert event.casualties.killed == 12


def test_all_triggers_and_evidence_are_kept() -> None:
    doc, cast = scene(STRIKE, "{nsubj The strike} angered=anger {obj Iran} .")
    (event,) = events(doc, cast)
    assert texts(doc, event.trigger) == "launched … strike … strike"
    assert len(event.triggers) == 2
    assert texts(doc, event.evidence).startswith("Israel launched")
    assert "angered Iran" in texts(doc, event.evidence)


def test_two_verbs_for_two_acts_stay_two_events() -> None:
    found = coded(
        "{nsubj Hezbollah} abducted=abduct {obj Rossi} {conj and tortured=torture/VERB {obj Rossi}}"
    )
    assert found == ["ASSAULT/abduct Hezbollah > Rossi", "ASSAULT/torture Hezbollah > Rossi"]


def test_who_is_condemned_is_taken_from_the_act() -> None:
    found = coded(STRIKE, "{nsubj Egypt} condemned=condemn {obj the strike} .")
    assert found == ["ASSAULT ISR > SYR", "ACCUSE/disapprove EGY > ISR"]


def test_a_claim_of_responsibility_tells_who_did_it() -> None:
    found = coded(
        "{nsubj A bombing {nmod in Kabul}} hurt=hurt {obj {nummod six} people=person} .",
        "{nsubj The Taliban} claimed=claim {obj responsibility {nmod for the bombing}} .",
    )
    assert found == ["ASSAULT/explosives Taliban > AFG"]


def test_who_is_condemned_may_stand_behind_what_is_said_of_the_act() -> None:
    found = coded(STRIKE, "{nsubj Egypt} condemned=condemn {obj the scale {nmod of the strike}} .")
    assert found == ["ASSAULT ISR > SYR", "ACCUSE/disapprove EGY > ISR"]


def test_a_noun_that_points_back_adds_nobody_to_those_named() -> None:
    _doc, cast = scene(STRIKE, "{nsubj Jordan} feared=fear {obj the strike} .")
    tree = cast.tree
    israel, syria, jordan = (cast.at(tree.words.index(name))[0] for name in SIDES)
    told = mention(tree.words.index("strike"), (israel,), (syria,), weak=False)
    back = mention(len(tree.words) - 2, (israel, jordan), (), weak=True)
    (group,) = Merger(tree, cast).merge([told, back])
    assert group.actors.actors == (israel,)
