"""Which tellings of statements, positions and attitudes are of one."""

from __future__ import annotations

from typing import Any

import pytest

from dragoman.crises.entries.merging.agreeing import agree
from dragoman.crises.entries.merging.rules import rules
from dragoman.crises.entries.merging.telling import Side, Telling
from dragoman.crises.entries.merging.words import content, sketch
from tests.crises.entries.merging.made import (
    BERG,
    NORLAND,
    act,
    attitude,
    stance,
    statement,
)

CUT = "keep the strait open to every ship"
LATER = "keep the strait open to every ship that comes in peace and hurt nobody who sails there"
TWICE = "the school in the old town had been hit twice"
FILLED = "the hospital in the old town had been hit twice"
REPORTED = "they would keep the strait open to every ship that came in peace"
OTHERS = "nobody has told us of any talks and we expect none"
OFFICIAL = Side("NRL", "NRL")


POLICY: dict[str, Any] = {"about": None, "words": "naval exercise in the strait"}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(statement(), statement(on="2031-05-03"), id="repeated later"),
        pytest.param(statement(), statement(words=CUT), id="cut"),
        pytest.param(statement(), statement(words=REPORTED), id="reported"),
        pytest.param(statement(), statement(words=LATER), id="in good part"),
        pytest.param(statement(), statement(OFFICIAL), id="a minister or his government"),
        pytest.param(stance(), stance(), id="positions"),
        pytest.param(stance(), stance(stance="criticism"), id="stances that judge"),
        pytest.param(stance(), stance(stance="support"), id="stances that contradict"),
        pytest.param(stance(), stance(about=act(on=None)), id="an act told without a day"),
        pytest.param(
            stance(**POLICY), stance(about=None, words="the naval exercise"), id="policies"
        ),
        pytest.param(attitude(), attitude(), id="attitudes"),
    ],
)
def test_one(one: Telling, other: Telling) -> None:
    assert agree(one, other, rules()) is not None
    assert agree(one, other, rules()) == agree(other, one, rules())


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(statement(), statement(words=OTHERS), id="words"),
        pytest.param(statement(words=TWICE), statement(words=FILLED), id="one frame"),
        pytest.param(statement(), statement(BERG), id="speakers"),
        pytest.param(statement(), statement(on="2031-05-08"), id="a week later"),
        pytest.param(stance(), stance(NORLAND), id="holders"),
        pytest.param(stance(), stance(stance="restraint"), id="to judge and to call for calm"),
        pytest.param(stance(), stance(basis="reported"), id="own and reported"),
        pytest.param(stance(), stance(on="2031-05-03"), id="days"),
        pytest.param(stance(), stance(about=act(type="SANCTION")), id="acts"),
        pytest.param(stance(), stance(**POLICY), id="an act and a policy"),
        pytest.param(stance(**POLICY), stance(about=None, words="new tariffs"), id="policies"),
        pytest.param(attitude(), attitude(sign="positive"), id="signs"),
        pytest.param(attitude(), attitude(toward=NORLAND), id="toward others"),
    ],
)
def test_two(one: Telling, other: Telling) -> None:
    assert agree(one, other, rules()) is None
    assert agree(other, one, rules()) is None


def test_a_sketch_does_not_look_at_signs() -> None:
    assert sketch("“we won't go”, he said") == sketch("we wont go he said")


def test_words_of_one_stem_and_little_words_are_no_matter() -> None:
    little = rules().little
    assert content("they will release the sailors", little) == content("release sailor", little)
    assert content("the", little) == ()


def test_statements_of_little_words_are_one_where_one_holds_the_other() -> None:
    first = statement(words="what we have is what we are")
    assert agree(first, statement(words="what we have is what"), rules()) is not None
    assert agree(first, statement(words="what we have is who we are"), rules()) is None


@pytest.mark.parametrize("words", ["", "no", "not yet"])
def test_a_short_statement_has_a_sketch_if_it_has_words(words: str) -> None:
    assert len(sketch(words)) == bool(words)
