"""What filters let through."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.crises import Entry
from dragoman.crises.entries import KINDS
from dragoman.desk.filters import Filters
from dragoman.desk.parts.selecting import articles_of, members_of, page_of, selected
from dragoman.store import Store

FILTERS = st.builds(
    Filters,
    countries=st.sampled_from([(), ("NOR",), ("DNK", "FRD"), ("SWE",)]),
    kinds=st.sampled_from([(), ("contacts",), ("events", "positions")]),
    outlets=st.sampled_from([(), ("Globe",), ("Globe", "Courier")]),
    origins=st.integers(1, 2),
    reviewed=st.sampled_from(["any", "yes", "no"]),
)


@given(filters=FILTERS, limit=st.integers(1, 7))
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_pages_together_are_all_that_is_selected(
    desk_store: Store, filters: Filters, limit: int
) -> None:
    with desk_store.view() as view:
        whole = {each.id for each in selected(view, filters)}
        found: list[Entry] = []
        after = None
        while True:
            some, after = page_of(view, filters, after=after, limit=limit)
            assert len(some) <= limit
            found += some
            if after is None:
                break
    assert [each.id for each in found] == list(dict.fromkeys(each.id for each in found))
    assert {each.id for each in found} == whole


def test_a_country_may_have_to_take_a_part(desk_store: Store) -> None:
    denmark = Filters(countries=("DNK",))
    with desk_store.view() as view:
        assert list(selected(view, denmark, ["contacts"], parts=["counterpart"]))
        assert not list(selected(view, denmark, ["contacts"], parts=["initiator"]))


def test_several_countries_may_have_to_take_a_part(desk_store: Store) -> None:
    both = Filters(countries=("DNK", "SWE"))
    with desk_store.view() as view:
        assert list(selected(view, both, KINDS, parts=["counterpart"]))
        assert not list(selected(view, both, KINDS, parts=["initiator", "holder"]))


def test_articles_are_those_of_the_outlets(desk_store: Store) -> None:
    with desk_store.view() as view:
        found = list(articles_of(view, Filters(outlets=("Globe",))))
        assert {each.outlet for each in found} == {"Globe"}
        rest = list(articles_of(view, Filters(outlets=("Globe",)), after=found[0]))
    assert rest == found[1:]


def test_a_story_and_another_crisis_have_nothing_in_common(desk_store: Store) -> None:
    with desk_store.view() as view:
        everything = Filters()
        assert members_of(view, everything) is None
        assert members_of(view, replace(everything, crisis="another")) == frozenset()
