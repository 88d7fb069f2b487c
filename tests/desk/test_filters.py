"""Filters and the queries that they are read from."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.crises.entries import KINDS
from dragoman.desk.filters import REVIEWED, Filters
from dragoman.desk.refusals import BadQuery

TEXTS = st.text(min_size=1, max_size=20).map(str.strip).filter(bool)
FILTERS = st.builds(
    Filters,
    crisis=st.none() | TEXTS,
    story=st.none() | TEXTS,
    since=st.none() | st.dates(),
    until=st.none() | st.dates(),
    countries=st.lists(st.sampled_from(["NOR", "DNK", "NATO"]), unique=True).map(tuple),
    kinds=st.lists(st.sampled_from(KINDS), unique=True).map(tuple),
    outlets=st.lists(TEXTS, unique=True).map(tuple),
    confidence=st.floats(0, 1).map(lambda each: round(each, 3)),
    origins=st.integers(1, 500),
    reviewed=st.sampled_from(REVIEWED),
)


@given(FILTERS)
def test_what_a_query_says_is_what_was_put_into_it(filters: Filters) -> None:
    assert Filters.read(filters.pairs()) == filters


def test_without_anything_asked_there_is_no_query() -> None:
    assert Filters().query() == ""


def test_a_query_holds_what_else_a_page_puts_there() -> None:
    found = Filters(kinds=("contacts",)).query(after="x y", cursor=None)
    assert found == "kind=contacts&after=x+y"


@pytest.mark.parametrize(
    ("pair", "told"),
    [
        (("since", "yesterday"), "is no day"),
        (("kind", "rumours"), "is no kind"),
        (("confidence", "1.5"), "from 0 to 1"),
        (("confidence", "nan"), "from 0 to 1"),
        (("origins", "0"), "is no count"),
        (("origins", "²"), "is no count"),
        (("reviewed", "perhaps"), "is none of"),
    ],
)
def test_a_value_that_cannot_be_is_refused(pair: tuple[str, str], told: str) -> None:
    with pytest.raises(BadQuery, match=told):
        Filters.read([pair])


def test_a_filter_of_one_value_is_given_once() -> None:
    with pytest.raises(BadQuery, match="more than once"):
        Filters.read([("crisis", "a"), ("crisis", "b")])


def test_empty_fields_of_a_form_ask_for_nothing() -> None:
    assert Filters.read([("since", ""), ("country", " "), ("reviewed", "any")]) == Filters()


def test_codes_are_read_in_capitals() -> None:
    assert Filters.read([("country", "nor")]).countries == ("NOR",)


@pytest.mark.parametrize(
    ("told", "code"), [("Ireland", "IRL"), ("britain", "GBR"), ("European Union", "EUR")]
)
def test_a_country_may_be_told_by_its_name(told: str, code: str) -> None:
    assert Filters.read([("country", told)]).countries == (code,)


def test_a_code_that_is_not_known_is_left_as_it_is() -> None:
    assert Filters.read([("country", "QQX")]).countries == ("QQX",)


def test_a_name_that_is_nobodys_is_refused_and_a_like_one_offered() -> None:
    with pytest.raises(BadQuery, match="no state or body 'Irland'") as caught:
        Filters.read([("country", "Irland")])
    assert caught.value.hint == "Did you mean Ireland?"


@pytest.mark.parametrize("told", ["Korea", "korea", "KOREA"])
def test_a_name_of_several_states_is_refused_and_each_of_them_named(told: str) -> None:
    message = rf"'{told}' may be South Korea \(KOR\) or North Korea \(PRK\)\."
    with pytest.raises(BadQuery, match=message):
        Filters.read([("country", told)])


@pytest.mark.parametrize(
    ("filters", "narrow"),
    [
        (Filters(crisis="a"), False),
        (Filters(crisis="a", since=date(2031, 5, 1)), True),
        (Filters(reviewed="no"), True),
    ],
)
def test_a_crisis_alone_does_not_narrow(filters: Filters, narrow: bool) -> None:
    assert filters.narrow == narrow
