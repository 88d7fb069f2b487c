"""What a brief is asked for stands in an address and comes out of it again."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.crises.questions.brief.making import SECTIONS
from dragoman.desk.parts.briefing import SPANS, Wish
from dragoman.desk.parts.documents import file_name

NOW = datetime(2031, 5, 8, 12, tzinfo=UTC)
MOMENTS = st.none() | st.datetimes(timezones=st.just(UTC), min_value=datetime(1900, 1, 1))  # noqa: DTZ001

WISHES = st.builds(
    Wish,
    span=st.sampled_from([each for each, _ in SPANS]),
    since=MOMENTS,
    until=MOMENTS,
    sections=st.lists(st.sampled_from(list(SECTIONS)), min_size=1, unique=True).map(tuple),
    by_story=st.booleans(),
    most=st.integers(1, 500),
)


@given(WISHES)
def test_what_is_asked_for_is_read_again(wish: Wish) -> None:
    assert Wish.read(wish.pairs()) == wish


@given(WISHES)
def test_what_is_settled_means_the_same_later(wish: Wish) -> None:
    settled = wish.settled(NOW, None)
    assert settled.settled(NOW + timedelta(days=3), NOW) == settled


@pytest.mark.parametrize(
    ("span", "visit", "since"),
    [
        ("day", None, NOW - timedelta(hours=24)),
        ("week", None, NOW - timedelta(days=7)),
        ("visit", NOW - timedelta(days=2), NOW - timedelta(days=2)),
        ("visit", None, None),
        ("all", NOW, None),
    ],
)
def test_a_stretch_of_time_has_a_beginning(
    span: str, visit: datetime | None, since: datetime | None
) -> None:
    settled = Wish.read([("span", span)]).settled(NOW, visit)
    assert (settled.since, settled.until) == (since, None)


def test_a_day_is_there_to_its_end() -> None:
    wish = Wish.read([("span", "between"), ("reported_to", "2031-05-05")])
    assert wish.until == datetime(2031, 5, 6, tzinfo=UTC)
    assert str(wish.last_day) == "2031-05-05"


def test_a_section_goes_one_place_up() -> None:
    wish = Wish(sections=("events", "contacts", "statements"))
    assert wish.earlier("statements").sections == ("events", "statements", "contacts")
    assert wish.earlier("events").sections == wish.sections


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Raid in the strait", "raid-in-the-strait"),
        ("../../etc/passwd", "etc-passwd"),
        ('"; x="', "x"),
        ("Рейд", "brief"),
        ("a" * 200, "a" * 60),
    ],
)
def test_a_file_is_called_what_every_system_bears(title: str, name: str) -> None:
    assert file_name(title) == name
