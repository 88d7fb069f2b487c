"""Which tellings of contacts are of one contact."""

from __future__ import annotations

import pytest

from dragoman.crises.entries.merging.agreeing import agree
from dragoman.crises.entries.merging.rules import rules
from dragoman.crises.entries.merging.telling import Side, Telling
from tests.crises.entries.merging.made import BERG, DAHL, FREEDONIA, NORLAND, SYLVANIA, VOSS, talk

LEADERS = Side("leaders of the region")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(talk(), talk(), id="alike"),
        pytest.param(talk(DAHL, VOSS), talk(VOSS, DAHL), id="each says that the other began"),
        pytest.param(talk(DAHL, VOSS), talk(FREEDONIA, DAHL), id="a person and a state, exchanged"),
        pytest.param(talk(DAHL, VOSS), talk(NORLAND, FREEDONIA), id="persons and their states"),
        pytest.param(talk(), talk(channel="unspecified"), id="one tells no channel"),
        pytest.param(talk(), talk(channel="video"), id="channels that are told of one contact"),
        pytest.param(talk(status="planned"), talk(), id="planned and held"),
        pytest.param(talk(), talk(on="2031-05-03", own=False), id="a day of the article"),
        pytest.param(talk(fresh=True), talk(on="2031-05-02"), id="one day apart, one told later"),
        pytest.param(talk(DAHL, LEADERS), talk(DAHL, LEADERS), id="an unnamed side in like words"),
    ],
)
def test_one_contact(one: Telling, other: Telling) -> None:
    assert agree(one, other, rules()) is not None
    assert agree(one, other, rules()) == agree(other, one, rules())


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(talk(DAHL), talk(BERG), id="two ministers of one government"),
        pytest.param(talk(to=VOSS), talk(to=SYLVANIA), id="counterparts"),
        pytest.param(talk(), talk(channel="meeting"), id="channels"),
        pytest.param(talk(), talk(on="2031-05-03"), id="days"),
        pytest.param(
            talk(fresh=True), talk(on="2031-05-02", fresh=True), id="each the news of its day"
        ),
        pytest.param(
            talk(NORLAND, FREEDONIA), talk(NORLAND, FREEDONIA, on="2031-05-02"), id="states, days"
        ),
        pytest.param(
            talk(channel="unspecified"),
            talk(channel="unspecified", on="2031-05-02"),
            id="no channel",
        ),
    ],
)
def test_two_contacts(one: Telling, other: Telling) -> None:
    assert agree(one, other, rules()) is None
    assert agree(other, one, rules()) is None
