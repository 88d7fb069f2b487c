"""Tellings into facts: the same whatever their order, and no chains."""

from __future__ import annotations

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from dragoman.crises.entries.merging.agreeing import agree, followers, leads, marks, peers, window
from dragoman.crises.entries.merging.grouping import best, leaders
from dragoman.crises.entries.merging.rules import rules
from dragoman.crises.entries.merging.telling import Telling
from tests.crises.entries.merging.made import (
    BERG,
    DAHL,
    FREEDONIA,
    NORLAND,
    OTT,
    SYLVANIA,
    VOSS,
    WORDS,
    act,
    attitude,
    stance,
    statement,
    talk,
)

DAYS = st.sampled_from(
    ["2031-05-01", "2031-05-02", "2031-05-03", "2031-05-06", "2031-05-01/2031-05-06", None]
)
PLACES = st.sampled_from([(None, ""), (None, "NRL"), ("port hest", "NRL"), ("bren", "NRL")])
ACTORS = st.sampled_from([None, FREEDONIA, VOSS, OTT, SYLVANIA])
RECIPIENTS = st.sampled_from([None, NORLAND, DAHL, BERG])
ACTS = st.builds(
    act,
    ACTORS,
    RECIPIENTS,
    on=DAYS,
    at=PLACES,
    mode=st.sampled_from([None, "drone", "aerial"]),
    type=st.sampled_from(["ASSAULT", "CONSULT"]),
    fresh=st.booleans(),
)
TALKS = st.builds(
    talk,
    st.sampled_from([NORLAND, DAHL, BERG]),
    st.sampled_from([FREEDONIA, VOSS, OTT]),
    on=DAYS,
    channel=st.sampled_from(["phone", "unspecified", "meeting"]),
    own=st.booleans(),
)
VOSSES = st.sampled_from([VOSS, OTT])
STATED = st.builds(
    statement,
    st.sampled_from([DAHL, BERG, NORLAND]),
    st.sampled_from([WORDS, "keep the strait open to every ship", "we expect no talks at all"]),
    st.sampled_from(["2031-05-01", "2031-05-04", "2031-05-07", "2031-04-20/2031-05-20"]),
    own=st.booleans(),
)
STANCES = st.builds(
    stance, st.sampled_from([FREEDONIA, SYLVANIA]), on=DAYS, stance=st.sampled_from(["support"])
)
ATTITUDES = st.builds(attitude, st.sampled_from([FREEDONIA, SYLVANIA]), VOSSES, on=DAYS)
TELLINGS = st.one_of(ACTS, TALKS, STATED, STANCES, ATTITUDES)


@given(st.lists(TELLINGS, max_size=8), st.randoms(use_true_random=False))
def test_the_order_does_not_count(tellings: list[Telling], random: Random) -> None:
    shuffled = list(tellings)
    random.shuffle(shuffled)
    assert leaders(tellings, rules()) == leaders(shuffled, rules())


@given(st.lists(TELLINGS, max_size=8))
def test_a_leader_leads_itself_and_agrees_with_those_it_leads(tellings: list[Telling]) -> None:
    by_id = {each.id: each for each in tellings}
    for each, leader in leaders(by_id.values(), rules()).items():
        assert leaders(by_id.values(), rules())[leader] == leader
        assert each == leader or agree(by_id[each], by_id[leader], rules()) is not None


@given(TELLINGS, TELLINGS)
def test_tellings_that_agree_find_one_another(one: Telling, other: Telling) -> None:
    if agree(one, other, rules()) is None:
        return
    if one.firm and other.firm:
        assert peers(one, rules()) & marks(other, rules())
    elif one.firm:
        assert (leads(other, rules()) & marks(one, rules())) or not window_holds(other, one)
        assert bool(leads(other, rules()) & marks(one, rules())) == bool(
            followers(one) & marks(other, rules())
        )


def window_holds(loose: Telling, firm: Telling) -> bool:
    found = window(loose, rules())
    return found is not None and firm.first is not None and firm.first.toordinal() in found


def test_a_time_that_ends_before_it_begins_goes_nowhere() -> None:
    assert leads(act(on="2031-05-05/2031-05-01"), rules()) == set()


@given(TELLINGS)
def test_a_telling_comes_back_from_its_json(telling: Telling) -> None:
    back = Telling.from_json(telling.json)
    assert (back.id, back.plain()) == (telling.id, telling.plain())
    assert marks(back, rules()) == marks(telling, rules())


def test_of_two_that_fit_alike_none_is_chosen() -> None:
    assert best(talk(NORLAND), [talk(DAHL), talk(BERG)], rules()) is None
    found = best(talk(NORLAND), [talk(DAHL), talk(BERG, SYLVANIA)], rules())
    assert found is not None
    assert found.id == talk(DAHL).id


def test_likenesses_do_not_chain() -> None:
    hest, bren = act(at=("port hest", "NRL")), act(at=("bren", "NRL"))
    found = leaders([hest, bren, act()], rules())
    assert found[hest.id] != found[bren.id]


@given(st.lists(TELLINGS, max_size=6))
def test_tellings_from_the_store_are_grouped_as_those_just_made(tellings: list[Telling]) -> None:
    back = [Telling.from_json(each.json) for each in tellings]
    assert leaders(back, rules()) == leaders(tellings, rules())
