"""Plain text with page furniture in it, in several house styles."""

from __future__ import annotations

from datetime import datetime

import pytest

from dragoman.ingest import from_text
from dragoman.records import Article


def kinds(article: Article, kind: str) -> list[str]:
    return [item.text for item in article.furniture if item.kind == kind]


def body(article: Article) -> list[str]:
    return [article.text[slice(*span)] for span in article.paragraphs]


BROADCASTER = """\
Two sides trade fire at the line, ministers call for calm

Harbour News Web Team
Srinagar, Jammu and Kashmir, IndiaUpdated: Feb 27, 2019, 11:42 AM IST

Soldiers patrol near the line of control. Photograph:(Newswire)

Story highlights

Foreign Minister Asha Rao called for calm on all sides.

Troops of the two countries traded fire along the line before dawn on Wednesday.

Earlier, Foreign Minister Asha Rao called for calm on all sides.

Also read: Pilots briefed before dawn, says ministry

"We shall act with restraint," she told reporters.
"""


class TestBroadcaster:
    article = from_text(BROADCASTER)

    def test_title(self) -> None:
        assert self.article.title == "Two sides trade fire at the line, ministers call for calm"

    def test_publisher_comes_from_the_desk(self) -> None:
        assert self.article.byline == "Harbour News Web Team"
        assert self.article.publisher == "Harbour News"

    def test_dateline_and_update(self) -> None:
        assert self.article.dateline == "Srinagar, Jammu and Kashmir, India"
        assert self.article.updated_at == datetime.fromisoformat("2019-02-27T11:42:00+05:30")
        assert self.article.published_at is None

    def test_furniture_is_kept_by_kind(self) -> None:
        assert kinds(self.article, "caption")[0].startswith("Soldiers patrol")
        assert kinds(self.article, "highlight") == [
            "Foreign Minister Asha Rao called for calm on all sides."
        ]
        assert kinds(self.article, "related") == ["Pilots briefed before dawn, says ministry"]

    def test_the_body_is_the_rest(self) -> None:
        assert [paragraph[:9] for paragraph in body(self.article)] == [
            "Troops of",
            "Earlier, ",
            '"We shall',
        ]


WIRE = """\
Strait states agree to reopen talks

MUSCAT, March 9 (Reuters) - Five states agreed on Tuesday to reopen talks, two diplomats said.

A first round is to be held before the end of the month.

(Reporting by Jo Writer in Muscat; Editing by Sam Reader)
"""


class TestWire:
    article = from_text(WIRE, published="2021-03-09")

    def test_the_lead_stays_in_the_text_and_is_furniture_with_a_span(self) -> None:
        (lead,) = [item for item in self.article.furniture if item.kind == "dateline"]
        assert lead.text == "MUSCAT, March 9 (Reuters) -"
        assert lead.span is not None
        assert self.article.text[slice(*lead.span)] == lead.text
        assert body(self.article)[0].startswith(lead.text)

    def test_the_lead_tells_place_and_publisher(self) -> None:
        assert self.article.dateline == "MUSCAT"
        assert self.article.publisher == "Reuters"

    def test_the_agency_is_a_credit_with_a_span(self) -> None:
        origin = next(item for item in self.article.furniture if item.text == "Reuters")
        assert origin.kind == "credit"
        assert origin.span is not None
        assert self.article.text[slice(*origin.span)] == "Reuters"

    def test_the_writers_are_a_credit(self) -> None:
        assert any(text.startswith("(Reporting by") for text in kinds(self.article, "credit"))
        assert len(body(self.article)) == 2


READOUT = """\
Readout of the Minister's Call with Foreign Secretary Doe

Office of the Spokesperson

January 4, 2020

The below is attributable to Spokesperson Jo Writer:

The Minister spoke today by phone with Foreign Secretary Jane Doe.
"""


def test_a_readout() -> None:
    article = from_text(READOUT)
    assert article.title == "Readout of the Minister's Call with Foreign Secretary Doe"
    assert article.byline == "Office of the Spokesperson"
    assert article.published_at is not None
    assert article.published_at.date().isoformat() == "2020-01-04"
    assert body(article)[0].startswith("The below is attributable")


TABLOID = """\
FURY AT BORDER: Minister slams 'reckless' raid
By JO WRITER, Diplomatic Editor
Published: 08:15, 2 Nov 2019 | Updated: 09:31, 2 Nov 2019
Share
Tweet
3 Comments
A FURIOUS minister last night slammed a “reckless” cross-border raid that left three soldiers dead.
ADVERTISEMENT
He added: “Everyone must step back before someone does something that cannot be undone.”
READ MORE ON THE CRISIS
SHOCK VIDEO Moment raiders cross river
Sign up for our morning newsletter
Neighbouring states urged both sides to show restraint, and the UN called an emergency meeting.
© 2019 Harbour Post Ltd. All rights reserved.
"""


def test_a_tabloid() -> None:
    article = from_text(TABLOID)
    assert article.publisher == "Harbour Post"
    assert article.byline == "JO WRITER, Diplomatic Editor"
    assert [paragraph[:9] for paragraph in body(article)] == ["A FURIOUS", "He added:", "Neighbour"]
    assert "SHOCK VIDEO Moment raiders cross river" in kinds(article, "related")
    assert {"Share", "Tweet", "3 Comments", "ADVERTISEMENT"} <= set(kinds(article, "boilerplate"))


LIVE = """\
Ceasefire talks live: envoys arrive in Geneva

16.20 GMT

The first day of the talks has ended without a statement, the UN said.

13.05 GMT

"One quiet night," the envoy asked for.

Updated at 13.20 GMT

2 hours ago

The rebel delegation has arrived at the Palais, an hour late.
"""


def test_the_time_stamps_of_a_live_page_are_furniture() -> None:
    article = from_text(LIVE)
    assert kinds(article, "dateline") == [
        "16.20 GMT",
        "13.05 GMT",
        "Updated at 13.20 GMT",
        "2 hours ago",
    ]
    assert len(body(article)) == 3


OPINION = """\
Opinion

The case for patience
Jane Q. Doe
January 12, 2021 3:05 PM ET

Patience is the one thing that no government has ever been praised for.

I have seen it work once, in a hotel by a lake.

Jane Q. Doe is a fellow at the Institute for Patience in London.

The views expressed in this article are those of the author.
"""


def test_an_opinion_piece() -> None:
    article = from_text(OPINION)
    assert article.title == "The case for patience"
    assert article.byline == "Jane Q. Doe"
    assert article.published_at == datetime.fromisoformat("2021-01-12T15:05:00-05:00")
    assert len(body(article)) == 2
    assert len(kinds(article, "boilerplate")) == 3


def test_bulleted_highlights_end_where_the_prose_begins() -> None:
    article = from_text(
        "Envoy flies out\n\nKey points\n• Envoy to meet the king\n• Prices rise\n\n"
        "The envoy flew to the region on Sunday as prices rose for a third day, an aide said.\n"
    )
    assert kinds(article, "highlight") == ["Envoy to meet the king", "Prices rise"]
    assert len(body(article)) == 1


def test_a_line_on_top_that_the_body_repeats_is_a_highlight() -> None:
    line = "The ministry called the raid a breach of the accord."
    article = from_text(f"Raid at dawn\n\n{line}\n\nOn Sunday: {line} It gave no details of it.\n")
    assert kinds(article, "highlight") == [line]


def test_a_pull_quote_is_a_highlight() -> None:
    quote = "“Nobody in this room wants another war,” he said."
    paragraph = f"The minister spoke for an hour. {quote} Then he left by a side door."
    article = from_text(
        f"Minister speaks\n\nHe came late.\n\n{paragraph}\n\nThe rest was silence.\n\n{quote}\n"
    )
    assert kinds(article, "highlight") == [quote]


def test_a_repeated_title_is_kept_once() -> None:
    article = from_text("TALKS FAIL.\n\nThey failed on Sunday, officials said.", title="Talks fail")
    assert article.text == "Talks fail\n\nThey failed on Sunday, officials said."


def test_the_label_of_a_date_may_stand_on_a_line_of_its_own() -> None:
    article = from_text(
        "Talks fail\n\nUpdated:\nMarch 9, 2021 10:00 GMT\n\nThey failed, officials said."
    )
    assert article.updated_at == datetime.fromisoformat("2021-03-09T10:00:00+00:00")


def test_links_under_a_heading_end_at_the_next_sentence() -> None:
    article = from_text(
        "Talks fail\n\nThey failed on Sunday.\n\nRelated stories\nWhy the strait matters\n"
        "Who are the rebels?\nNo new date was set.\n"
    )
    assert kinds(article, "related") == [
        "Related stories",
        "Why the strait matters",
        "Who are the rebels?",
    ]
    assert body(article)[-1] == "No new date was set."


@pytest.mark.parametrize("text", [BROADCASTER, WIRE, READOUT, TABLOID, LIVE, OPINION])
def test_the_text_is_the_title_a_blank_line_and_the_body(text: str) -> None:
    article = from_text(text)
    assert article.title_span is not None
    assert article.text[slice(*article.title_span)] == article.title
    assert article.text == "\n\n".join([article.title or "", *body(article)])
