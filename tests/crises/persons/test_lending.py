"""What other articles lend to one that prints a person without country or office."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.crises.persons import Lent, OfficeOf, clear, drop, known, merge, settle, take, undo
from dragoman.records import Record
from dragoman.store import Store, UnitOfWork
from tests.crises.persons.printing import article, person, told

DAY = "2031-05-04"
PREMIER = OfficeOf("head_of_government", 1, "SOM")


def lent(unit: UnitOfWork) -> dict[str, Lent]:
    """Return what is lent to the first actor of each article, by the article's text."""
    readings = {number: record.article.text for number, record in unit.view.records()}
    found = known(unit.connection, readings)
    return {text: found[number][0].lent for number, text in readings.items() if number in found}


def to(store: Store, text: str) -> Lent:
    with store.work() as unit:
        return lent(unit)[text]


def print_(store: Store, text: str, *about: str | None, day: str = DAY) -> frozenset[int]:
    """Tell of Yusuf Warsame in an article; return the other readings that are to be made anew."""
    return told(store, article(text, day, person("Yusuf Warsame", *about)))[1]


def test_the_country_and_the_office_of_other_articles_are_lent(store: Store) -> None:
    print_(store, "Bare.")
    assert to(store, "Bare.") == Lent()
    print_(store, "Full.", "SOM", "head_of_government")
    assert to(store, "Bare.") == Lent("SOM", PREMIER)
    assert to(store, "Full.") == Lent()


def test_an_article_is_made_anew_when_another_one_tells_more(ledger: Store) -> None:
    print_(ledger, "Bare.")
    assert len(print_(ledger, "Full.", "SOM", "head_of_government")) == 1
    assert print_(ledger, "Full again.", "SOM", "head_of_government") == frozenset()


def test_a_country_is_not_lent_where_articles_differ(ledger: Store) -> None:
    print_(ledger, "Bare.")
    print_(ledger, "Full.", "SOM")
    assert len(print_(ledger, "At the Union.", "AU")) == 1
    assert to(ledger, "Bare.") == Lent()


def test_an_office_is_lent_with_the_country_alone_printed(ledger: Store) -> None:
    print_(ledger, "Of Somalia.", "SOM")
    print_(ledger, "Full.", "SOM", "head_of_government")
    assert to(ledger, "Of Somalia.") == Lent(None, PREMIER)


def test_an_office_without_a_country_takes_the_country(ledger: Store) -> None:
    print_(ledger, "The premier.", None, "head_of_government")
    print_(ledger, "Full.", "SOM", "head_of_government")
    assert to(ledger, "The premier.") == Lent("SOM")


def test_an_office_is_lent_for_some_months_only(ledger: Store) -> None:
    print_(ledger, "Long ago.", day="2029-05-04")
    print_(ledger, "Full.", "SOM", "head_of_government")
    assert to(ledger, "Long ago.") == Lent("SOM")
    assert len(print_(ledger, "Then.", "SOM", "head_of_government", day="2029-06-04")) == 1
    assert to(ledger, "Long ago.") == Lent("SOM", PREMIER)


def test_of_two_offices_at_one_time_none_is_lent(ledger: Store) -> None:
    print_(ledger, "Bare.")
    print_(ledger, "Full.", "SOM", "head_of_government")
    print_(ledger, "Moved.", "SOM", "foreign_minister")
    assert to(ledger, "Bare.") == Lent("SOM")


def test_an_article_without_a_day_gets_no_office(ledger: Store) -> None:
    told(ledger, article("Bare.", None, person("Yusuf Warsame")))
    print_(ledger, "Full.", "SOM", "head_of_government")
    assert to(ledger, "Bare.") == Lent("SOM")


def test_what_is_dropped_lends_nothing(store: Store) -> None:
    print_(store, "Bare.")
    written, _ = told(store, article("Full.", DAY, person("Yusuf Warsame", "SOM")))
    with store.work() as unit:
        (bare,) = drop(unit, [written.reading])
        assert bare != written.reading
        assert lent(unit) == {"Bare.": Lent()}


def test_a_new_version_that_tells_less_takes_back_what_it_lent(ledger: Store) -> None:
    print_(ledger, "Bare.")
    full, bare = person("Yusuf Warsame", "SOM"), person("Yusuf Warsame")
    told(ledger, article("Full.", DAY, full, url="https://wire.example/1"))
    assert to(ledger, "Bare.") == Lent("SOM")
    _, changed = told(ledger, article("Less.", DAY, bare, url="https://wire.example/1"))
    assert len(changed) == 1
    assert to(ledger, "Bare.") == Lent()


def test_a_merge_lends_until_it_is_undone(store: Store) -> None:
    print_(store, "Bare.")
    other = person("Abu Karim", "SOM", "head_of_government")
    told(store, article("Other.", DAY, other))
    with store.work() as unit:
        ids = [some[0].person for some in known(unit.connection, [1, 2]).values()]
        judged = merge(unit, ids[0], ids[1:], who="ada", reader="1")
        assert 1 in settle(unit)
        assert lent(unit)["Bare."] == Lent("SOM", PREMIER)
    with store.work() as unit:
        undo(unit, judged.digest, who="ada")
        assert 1 in settle(unit)
        assert lent(unit)["Bare."] == Lent()


@pytest.fixture(scope="module")
def lasting(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    path = tmp_path_factory.mktemp("lending") / "ledger.sqlite"
    with Store.open(str(path)) as opened:
        yield opened


PRINTS = st.tuples(
    st.sampled_from([None, "SOM", "SOM", "AU"]),
    st.sampled_from([None, "head_of_government", "foreign_minister"]),
    st.sampled_from([DAY, "2031-07-04", "2031-12-04", None]),
)
NUMBERS = count(1)


@given(st.lists(PRINTS, min_size=2, max_size=6), st.randoms(use_true_random=False))
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_the_order_of_arrival_does_not_count(
    lasting: Store, drawn: list[tuple[str | None, str | None, str | None]], random: Random
) -> None:
    number = next(NUMBERS)
    some = [
        article(f"{number} {place}.", day, person("Yusuf Warsame", country, role))
        for place, (country, role, day) in enumerate(drawn)
    ]
    outcomes = []
    for _ in range(2):
        with lasting.work() as unit:
            clear(unit)
        outcomes.append(_followed(lasting, some))
        random.shuffle(some)
    first, second = outcomes
    assert first == second


def _followed(store: Store, some: list[Record]) -> dict[str, Lent]:
    """Take articles in; what is not told to be made anew must be as it was."""
    held: dict[int, Lent] = {}
    texts: dict[int, str] = {}
    for record in some:
        with store.work() as unit:
            written = unit.writer.write(record)
            anew = {written.reading, *take(unit, written, record)}
            texts[written.reading] = record.article.text
            now = {number: each[0].lent for number, each in known(unit.connection, texts).items()}
            assert {number for number in now if held.get(number) != now[number]} <= anew
            held = now
    return {texts[number]: each for number, each in held.items()}


def test_the_last_day_of_the_calendar_is_no_hindrance(ledger: Store) -> None:
    print_(ledger, "Bare.", day="9999-12-31")
    print_(ledger, "Full.", "SOM", "head_of_government", day="9999-12-31")
    assert to(ledger, "Bare.") == Lent("SOM", PREMIER)
