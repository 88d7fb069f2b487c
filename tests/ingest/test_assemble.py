"""From a draft to an article: text, spans, dates."""

from __future__ import annotations

import hashlib
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.errors import BadDate, InputError, NoBody, TooLarge, WrongLanguage
from dragoman.ingest import draft, from_text
from dragoman.ingest.assemble import assemble
from dragoman.ingest.dates import find_dates
from dragoman.ingest.draft import Draft
from dragoman.records import Article
from dragoman.world.zones import DATE_ONLY

BODY = "The envoy left the capital on Sunday without a word to the press."


def test_the_text_is_title_blank_line_body() -> None:
    article = assemble(Draft(title="Envoy  leaves", body=[BODY, "Cafe\u0301 talks\u200b."]))
    assert article.text == f"Envoy leaves\n\n{BODY}\n\nCafé talks."
    assert article.title_span == (0, 12)
    assert [article.text[slice(*span)] for span in article.paragraphs] == [BODY, "Café talks."]


def test_without_a_title_the_text_is_the_body() -> None:
    article = assemble(Draft(body=[BODY]))
    assert (article.text, article.title, article.title_span) == (BODY, None, None)


def test_the_id_is_the_hash_of_the_text() -> None:
    article = assemble(Draft(body=[BODY], url="https://example.org"))
    assert article.id == hashlib.sha256(BODY.encode()).hexdigest()


def test_no_body_is_an_error() -> None:
    with pytest.raises(NoBody, match="page"):
        assemble(Draft(source="page", title="Only a title"))


def test_a_text_longer_than_any_article_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(draft, "LONGEST_TEXT", 50)
    with pytest.raises(TooLarge):
        assemble(Draft(body=[BODY]))


def test_another_language_is_an_error_that_carries_the_article() -> None:
    german = "Der Gesandte verließ die Hauptstadt am Sonntag ohne ein Wort an die Presse."
    with pytest.raises(WrongLanguage, match="'de'") as caught:
        assemble(Draft(body=[german]))
    assert caught.value.article.text == german
    assert caught.value.article.language == "de"


def moments(
    *lines: str, published: date | str | None = None, **known: str
) -> tuple[datetime | None, datetime | None]:
    dates = [printed for line in lines for printed in find_dates(line)]
    draft = Draft(source="page", body=[BODY], dates=dates, **known)  # type: ignore[arg-type]
    article = assemble(draft, published=published)
    return article.published_at, article.updated_at


class TestZones:
    def test_the_country_of_the_dateline_tells(self) -> None:
        _, updated = moments("Updated: July 4, 2020, 03:16 PM IST", dateline="Dublin, Ireland")
        assert updated == datetime(2020, 7, 4, 15, 16, tzinfo=timezone(timedelta(hours=1)))

    def test_else_the_country_of_the_outlet(self) -> None:
        published, _ = moments("July 4, 2020, 03:16 PM IST", url="https://www.ndtv.com/x")
        assert published is not None
        assert published.isoformat() == "2020-07-04T15:16:00+05:30"

    def test_else_nothing_is_made_up(self) -> None:
        published, _ = moments("July 4, 2020, 03:16 PM IST")
        assert published == datetime(2020, 7, 4, tzinfo=DATE_ONLY)

    def test_a_time_without_zone_is_on_the_clock_of_the_outlet(self) -> None:
        published, _ = moments("4 July 2020 15:16", url="https://www.theguardian.com/x")
        assert published is not None
        assert published.isoformat() == "2020-07-04T15:16:00+01:00"

    def test_numbers_are_read_in_the_order_of_the_country(self) -> None:
        british = moments("04/07/2020", url="https://www.theguardian.com/x")
        assert british == moments("4 July 2020")
        american = moments("04/07/2020", url="https://www.cnn.com/x")
        assert american == moments("April 7, 2020")
        assert moments("04/07/2020") == (None, None)

    def test_the_zone_of_a_wire_dateline_comes_last(self) -> None:
        text = "Updated: July 4, 2020, 03:16 PM IST\n\nDUBLIN (AP) — Talks failed, he said."
        article = from_text("Talks fail\n\n" + text, url="https://www.thehindu.com/x")
        assert article.updated_at is not None
        assert article.updated_at.isoformat() == "2020-07-04T15:16:00+05:30"


class TestPublished:
    @pytest.mark.parametrize(
        ("told", "expected"),
        [
            (date(2020, 1, 4), "2020-01-04T00:00:00+00:00"),
            ("2020-01-04", "2020-01-04T00:00:00+00:00"),
            ("4 January 2020", "2020-01-04T00:00:00+00:00"),
            ("2020-01-04T15:16:00+05:30", "2020-01-04T15:16:00+05:30"),
            ("2020-01-04T15:16:00Z", "2020-01-04T15:16:00+00:00"),
            (datetime(2020, 1, 4, 15, tzinfo=UTC), "2020-01-04T15:00:00+00:00"),
            (datetime.fromisoformat("2020-01-04T15:00"), "2020-01-04T00:00:00+00:00"),
        ],
    )
    def test_what_is_told_from_outside(self, told: date | str, expected: str) -> None:
        published, _ = moments(published=told)
        assert published is not None
        assert published.isoformat() == expected

    def test_it_beats_the_page(self) -> None:
        published, _ = moments("Published: 9 March 2019", published="2020-01-04")
        assert published == datetime(2020, 1, 4, tzinfo=UTC)

    def test_it_beats_a_date_of_the_page_that_cannot_be(self) -> None:
        published, updated = moments("Updated: 30 February 2019", published="2020-01-04")
        assert (published, updated) == (datetime(2020, 1, 4, tzinfo=UTC), None)

    @pytest.mark.parametrize(
        "told", ["yesterday", "2020-13-01", "2020-02-30", "", "2020-01-04 maybe", "04/01/2020x"]
    )
    def test_what_is_no_date_is_an_error(self, told: str) -> None:
        with pytest.raises(BadDate, match=r"^page: "):
            moments(published=told)

    def test_a_date_of_which_day_and_month_cannot_be_told_is_an_error(self) -> None:
        with pytest.raises(BadDate, match="told apart"):
            moments(published="04/01/2020")


class TestBadDates:
    def test_a_future_date_is_an_error(self) -> None:
        future = (datetime.now(UTC) + timedelta(days=3)).date()
        for arguments in ((f"Published: {future}", None), ("", future)):
            with pytest.raises(BadDate, match=r"page: .*future"):
                moments(arguments[0], published=arguments[1])

    def test_a_day_ahead_is_a_matter_of_zones(self) -> None:
        tomorrow = (datetime.now(UTC) + timedelta(hours=20)).date()
        published, _ = moments(published=tomorrow)
        assert published is not None

    @pytest.mark.parametrize(
        "line", ["Published: 31 June 2020", "2020-13-45", "Updated: 1 May 0999"]
    )
    def test_a_day_that_cannot_be_is_an_error(self, line: str) -> None:
        with pytest.raises(BadDate, match=r"^page: .*--published"):
            moments(line)

    @pytest.mark.parametrize("line", ["0001-01-01T00:00:00Z", "1970-01-01T00:00:00Z"])
    def test_the_zero_of_a_clock_is_no_date(self, line: str) -> None:
        assert moments(line) == (None, None)

    def test_no_date_at_all_is_allowed(self) -> None:
        assert moments() == (None, None)


class TestLead:
    def test_its_date_is_the_date_where_there_is_no_other(self) -> None:
        article = from_text("LONDON, Jan 4, 2020 (AFP) - Talks failed, an aide said on Saturday.")
        assert article.published_at == datetime(2020, 1, 4, tzinfo=UTC)

    def test_its_year_comes_from_the_update(self) -> None:
        article = from_text(
            "Talks fail\n\nUpdated: January 2, 2020\n\nLONDON, Dec 31 (AFP) - They failed, he said."
        )
        assert article.published_at == datetime(2019, 12, 31, tzinfo=UTC)

    def test_without_any_year_there_is_no_date(self) -> None:
        article = from_text("LONDON, Dec 31 (AFP) - Talks failed, an aide said on Saturday.")
        assert article.published_at is None

    def test_it_may_stand_in_a_later_paragraph(self) -> None:
        article = from_text(
            "Talks fail\n\nNo new date was set.\n\nLONDON (AP) — Talks failed, he said.",
            title="Talks fail",
        )
        (lead,) = [item for item in article.furniture if item.kind == "dateline"]
        assert lead.span is not None
        assert article.text[slice(*lead.span)] == "LONDON (AP) —"


def spans_hold(article: Article) -> bool:
    text = article.text
    title = text[slice(*article.title_span)] if article.title_span else None
    paragraphs = [text[slice(*span)] for span in article.paragraphs]
    inside = all(text[slice(*item.span)] == item.text for item in article.furniture if item.span)
    whole = "\n\n".join([*([title] if title else []), *paragraphs])
    return title == article.title and whole == text and inside


LINES = st.sampled_from(
    [
        "Ministers meet as ceasefire frays",
        "By Jo Writer",
        "Updated: Jan 04, 2020, 03:16 PM IST",
        "Story highlights",
        "• Envoy flies out",
        "Also read: Five things",
        "DUBAI, June 5 (Reuters) - Ministers met on Friday.",
        "“We will not go,” he said. “Not yet.”",
        "The envoy left the capital on Sunday without a word to the press that had waited for him.",
        "Cafe\u0301\u00a0talks \u200bend.",
        "7 p.m.",
        "© 2020 Example Times",
        "",
    ]
)


@given(st.lists(LINES | st.text(max_size=60), max_size=14).map("\n".join))
def test_every_span_holds_its_words(text: str) -> None:
    try:
        article = from_text(text)
    except WrongLanguage as error:
        article = error.article
    except InputError:
        return
    assert spans_hold(article)
