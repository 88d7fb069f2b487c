"""Which tellings of events are of one act."""

from __future__ import annotations

import pytest

from dragoman.crises.entries.merging.agreeing import agree
from dragoman.crises.entries.merging.rules import rules
from dragoman.crises.entries.merging.telling import Side, Telling
from tests.crises.entries.merging.made import (
    DAHL,
    FREEDONIA,
    NORLAND,
    OTT,
    SYLVANIA,
    VOSS,
    act,
)

HEST = ("port hest", "NRL")
BREN = ("bren", "NRL")
GROUP = Side("northern front", "NRL")
SAILORS = Side("six sailors")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(act(), act(), id="alike"),
        pytest.param(act(), act(None), id="one tells no actor"),
        pytest.param(act(VOSS), act(), id="an official and his state"),
        pytest.param(act(VOSS), act(OTT), id="two officials of one state"),
        pytest.param(act(at=HEST), act(at=(None, "NRL")), id="a town and its country"),
        pytest.param(act(at=HEST), act(at=("hest", "NRL")), id="a shorter name of the place"),
        pytest.param(act(mode="drone"), act(mode="aerial"), id="modes that are told of one act"),
        pytest.param(act(None, None, at=HEST), act(None, None, at=HEST), id="a place alone"),
        pytest.param(act(modality="historical"), act(), id="as the past and as news"),
        pytest.param(act(), act(on="2031-04-30/2031-05-03"), id="within several days"),
        pytest.param(act(), act(on="2031-05-02", own=False), id="a day that only the article has"),
        pytest.param(
            *(act(FREEDONIA, at=HEST, mode="drone"), act(GROUP, at=HEST, mode="drone")),
            id="actors in dispute, all else alike",
        ),
        pytest.param(act(to=DAHL), act(to=DAHL, on="2031-05-02"), id="a person, one day apart"),
        pytest.param(act(to=DAHL), act(GROUP, to=DAHL), id="actors in dispute, a person attacked"),
        pytest.param(
            act(VOSS, DAHL, type="CONSULT"), act(DAHL, VOSS, type="CONSULT"), id="talks, exchanged"
        ),
        pytest.param(
            act(VOSS, DAHL, type="CONSULT"), act(DAHL, None, type="CONSULT"), id="talks, one side"
        ),
        pytest.param(
            act(at=HEST, mode="drone", fresh=True),
            act(at=HEST, mode="drone", on="2031-05-02"),
            id="place and mode, one day apart, one told later",
        ),
    ],
)
def test_one_act(one: Telling, other: Telling) -> None:
    assert agree(one, other, rules()) is not None
    assert agree(one, other, rules()) == agree(other, one, rules())


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(act(), act(type="COERCE"), id="types"),
        pytest.param(act(), act(modality="future"), id="done and still to come"),
        pytest.param(act(), act(modality="negated"), id="done and denied"),
        pytest.param(act(), act(to=SYLVANIA), id="recipients"),
        pytest.param(act(), act(to=SAILORS), id="a state and somebody unnamed"),
        pytest.param(act(to=DAHL), act(to=Side("NRL", "NRL", "berg")), id="two persons of a state"),
        pytest.param(act(), act(SYLVANIA), id="actors, and nothing else told"),
        pytest.param(act(at=HEST), act(at=BREN), id="towns"),
        pytest.param(act(at=(None, "NRL")), act(at=(None, "FRD")), id="countries"),
        pytest.param(act(mode="drone"), act(mode="sexual"), id="modes"),
        pytest.param(act(), act(on="2031-05-02"), id="days"),
        pytest.param(
            act(at=HEST, mode="drone", fresh=True),
            act(at=HEST, mode="drone", on="2031-05-02", fresh=True),
            id="each the news of its day",
        ),
        pytest.param(act(to=DAHL), act(to=DAHL, on="2031-05-03"), id="two days apart"),
        pytest.param(
            act(type="ACCUSE", to=DAHL),
            act(type="ACCUSE", to=DAHL, on="2031-05-02"),
            id="what can be done to a person every day",
        ),
        pytest.param(
            act(VOSS, DAHL, type="CONSULT"), act(SYLVANIA, DAHL, type="CONSULT"), id="talks"
        ),
        pytest.param(
            act(VOSS, to=DAHL, type="ACCUSE"), act(SYLVANIA, to=DAHL, type="ACCUSE"), id="accusers"
        ),
        pytest.param(act(None), act(FREEDONIA, None), id="nothing that both tell"),
        pytest.param(
            *(act(None, at=HEST), act(FREEDONIA, None, at=HEST)), id="no party that both tell"
        ),
        pytest.param(act(None, None, at=HEST), act(at=HEST), id="a place alone and parties"),
        pytest.param(act(on=None), act(on=None), id="no day at all"),
        pytest.param(act(), act(apart="x"), id="taken apart by a person"),
    ],
)
def test_two_acts(one: Telling, other: Telling) -> None:
    assert agree(one, other, rules()) is None
    assert agree(other, one, rules()) is None


def test_who_is_named_counts_more_than_a_state() -> None:
    named = agree(act(to=DAHL), act(to=DAHL), rules())
    plain = agree(act(), act(to=NORLAND), rules())
    assert named is not None
    assert plain is not None
    assert named > plain
