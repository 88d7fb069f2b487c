"""Briefs: what is new, never told more firmly than it is reported, never without a citation."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from dragoman.crises import Conflict, Entry, Report
from dragoman.crises.questions.brief import Brief, Sentence, brief
from dragoman.crises.questions.brief.lines import span_line
from dragoman.crises.questions.brief.making import Asked
from dragoman.crises.questions.certainty import CERTAINTIES
from dragoman.errors import RecordError
from tests.crises.questions.made import attitude, contact, event, position, statement

SINCE = datetime(2031, 5, 3, tzinfo=UTC)
MINISTER = "Mara Oduya/KEN/foreign_minister"


def quote(told: Report) -> str:
    return f"as {told.origin} has it"


def made(*entries: Entry, **asked: Any) -> Brief:
    return brief(entries, quote, Asked(**asked))


def only(*entries: Entry, **asked: Any) -> Sentence:
    """Return the one sentence of a brief."""
    (section,) = made(*entries, **asked).sections
    (sentence,) = section.sentences
    return sentence


def texts(told: Brief) -> dict[str, list[str]]:
    return {each.title: [one.text for one in each.sentences] for each in told.sections}


@pytest.mark.parametrize(
    ("told", "text"),
    [
        (
            event("KEN", "Otto Berg/DEU/military_chief", mode="drone", day="2031-05-02"),
            (
                "A drone attack by Kenya on Otto Berg (Germany, military chief), on 2 May 2031, "
                "is reported."
            ),
        ),
        (
            event("KEN", "DEU", reported_by="s1", day="2031-05-02"),
            "An attack by Kenya on Germany, on 2 May 2031, is claimed.",
        ),
        (
            event("KEN", "DEU", modality="negated", day="2031-05-02"),
            "An attack by Kenya on Germany, on 2 May 2031, is reported not to have taken place.",
        ),
        (
            event("KEN", "DEU", modality="future", day="2031-05-02"),
            "An attack by Kenya on Germany, on 2 May 2031, is reported as announced or expected.",
        ),
        (
            event("KEN", "DEU", modality="hypothetical", day="2031-05-02", place="Bonn"),
            "An attack by Kenya on Germany, on 2 May 2031, in Bonn, is spoken of as possible.",
        ),
        (event("fishermen", type_="PROTEST"), "A protest by fishermen is reported."),
        (
            contact(MINISTER, "USA", day="2031-05-02"),
            (
                "A phone call by Mara Oduya (Kenya, foreign minister) to the United States, "
                "on 2 May 2031, is reported."
            ),
        ),
        (
            contact("KEN", "FRA", channel="meeting", initiative="unknown", status="planned"),
            "A meeting between Kenya and France is reported as planned.",
        ),
        (
            contact("KEN", "FRA", channel="visit", status="cancelled"),
            "A visit by Kenya to France is reported as cancelled.",
        ),
        (
            statement(MINISTER, kind="mixed"),
            "Mara Oduya (Kenya, foreign minister) is quoted in part.",
        ),
        (
            statement(MINISTER, kind="indirect"),
            "Mara Oduya (Kenya, foreign minister) is paraphrased.",
        ),
        (
            position("FRA", "condemnation", target="the  port\nact"),
            "France is reported to condemn “the port act”.",
        ),
        (
            position("FRA", "support", reporter="EUR"),
            "France is said by the European Union to support “the raid”.",
        ),
        (
            position("most of the countries", "concern"),
            "Concern by most of the countries about “the raid” is reported.",
        ),
        (
            position("partners", "support", reporter="USA"),
            "Support by partners for “the raid” is claimed by the United States.",
        ),
        (
            attitude("FRA", "USA", "negative"),
            "A negative attitude of France toward the United States is reported.",
        ),
        (
            attitude("FRA", "USA", "negative", basis="reported"),
            "A negative attitude of France toward the United States is reported by others.",
        ),
    ],
)
def test_what_an_entry_is_told_as(told: Entry, text: str) -> None:
    assert only(told).text == text


def test_a_position_names_the_act() -> None:
    raid = event("KEN", "DEU", mode="drone", day="2031-05-02")
    sentence = only(position("FRA", "restraint", target=raid.id), acts={raid.id: raid})
    assert sentence.text == (
        "France is reported to call for restraint over the drone attack by Kenya on Germany, "
        "on 2 May 2031."
    )


def test_every_sentence_has_a_citation() -> None:
    sentence = only(event("KEN", "DEU", day="2031-05-02", origins=("Wire", "Post")))
    assert [(each.outlet, each.words) for each in sentence.citations] == [
        ("Post", "as Post has it"),
        ("Wire", "as Wire has it"),
    ]


def test_a_sentence_without_a_citation_cannot_be_made() -> None:
    with pytest.raises(RecordError, match="citation"):
        Sentence("So it is.", "reported", "new", (), 0, "e1")


def test_only_what_is_new_is_told() -> None:
    old = event("KEN", "DEU", day="2031-05-02")
    new = event("KEN", "FRA", day="2031-05-02", told="2031-05-04")
    assert only(old, new, since=SINCE).entry == new.id
    assert only(old, new, until=SINCE).entry == old.id


def test_what_was_known_is_told_again_where_further_origins_report_it() -> None:
    known = event("KEN", "DEU", day="2031-05-02")
    later = event("KEN", "DEU", day="2031-05-02", origins=("Post",), told="2031-05-04")
    both = replace(known, reports=(*known.reports, *later.reports), origins=2)
    assert only(both, since=SINCE).news == "more"
    again = event("KEN", "DEU", day="2031-05-02", origins=("Wire",), told="2031-05-04")
    same = replace(known, reports=(*known.reports, *again.reports))
    assert made(same, since=SINCE).empty


def test_what_is_told_later_is_not_cited() -> None:
    known = event("KEN", "DEU", day="2031-05-02")
    later = event("KEN", "DEU", day="2031-05-02", origins=("Post",), told="2031-05-04")
    both = replace(known, reports=(*known.reports, *later.reports), origins=2)
    assert [each.outlet for each in only(both, until=SINCE).citations] == ["Wire"]


def test_changes_of_position_come_first_and_cite_both() -> None:
    before = position("FRA", "restraint", day="2031-05-02")
    after = position("FRA", "criticism", day="2031-05-04", origins=("Post",))
    told = made(after, since=SINCE, positions=(before,))
    assert texts(told) == {
        "Changes of position": [
            (
                "France is reported to criticise “the raid”; it was reported to call for restraint "
                "over it on 2 May 2031."
            )
        ]
    }
    assert {each.outlet for each in told.sections[0].sentences[0].citations} == {"Wire", "Post"}


def test_claims_that_own_words_contradict_are_set_beside_them() -> None:
    own = position("FRA", "criticism", day="2031-05-02")
    claim = position("FRA", "support", reporter="USA", day="2031-05-03", origins=("Post",))
    told = made(claim, since=SINCE, positions=(own,))
    assert texts(told)["Claims that own words contradict"] == [
        (
            "France is said by the United States to support “the raid”, and is itself reported to "
            "criticise it."
        )
    ]


def test_what_reports_give_differently_stands_side_by_side() -> None:
    raid = event("KEN", "DEU", day="2031-05-02", origins=("Globe", "Post", "Wire"))
    one, other, third = raid.reports
    differing = Conflict(field="casualties.killed", values=(("3", (one, other)), ("5", (third,))))
    told = made(replace(raid, conflicts=(differing,)))
    assert texts(told)["Where reports differ"] == [
        (
            "Reports of the attack by Kenya on Germany, on 2 May 2031, differ on the number "
            "killed: 3 (Globe and Post); 5 (Wire)."
        )
    ]


@pytest.mark.parametrize(
    ("field", "one", "other", "told"),
    [
        ("day", "2031-05-01", "2031-05-02/2031-05-03", "the day: on 1 May 2031 (Globe); between"),
        ("recipient", "DEU", "FRA", "whom it was done to: Germany (Globe); Germany (Post)."),
        ("level.KEN", "1", "2", "the level of office of Kenya: 1 (Globe); 2 (Post)."),
        ("mode", "drone", "aerial", "the manner: drone (Globe); aerial (Post)."),
        ("outcome", "a truce", "none", "the outcome: a truce (Globe); none (Post)."),
    ],
)
def test_what_differs_is_told_in_words(field: str, one: str, other: str, told: str) -> None:
    raid = event("KEN", "DEU", day="2031-05-02", origins=("Globe", "Post"))
    reports = [replace(each, parties=raid.parties) for each in raid.reports]
    values = ((one, (reports[0],)), (other, (reports[1],)))
    differing = replace(raid, conflicts=(Conflict(field=field, values=values),))
    assert told in texts(made(differing))["Where reports differ"][0]


def test_the_other_sides_of_contacts_and_statements_are_left_out() -> None:
    assert made(event("KEN", "FRA", type_="CONSULT", contact="c1")).empty


def test_what_has_no_room_is_counted() -> None:
    (section,) = made(*(event("KEN", code) for code in ("FRA", "DEU", "ITA")), most=2).sections
    assert (len(section.sentences), section.left_out) == (2, 1)


def test_a_brief_may_be_grouped_by_stories() -> None:
    told = made(
        event("KEN", "FRA", story="s1"),
        event("KEN", "DEU", story="s2"),
        event("KEN", "ITA", story="s2"),
        event("KEN", "ESP"),
        stories={"s1": "The port", "s2": "The strait"},
    )
    assert [each.group for each in told.sections] == ["The strait", "Other reports", "The port"]


def test_the_firmness_of_a_sentence_is_told() -> None:
    assert only(event("KEN", "FRA", modality="negated")).certainty in CERTAINTIES


def test_the_brief_is_plain_json() -> None:
    row = json.loads(json.dumps(made(event("KEN", "FRA", day="2031-05-02")).to_dict()))
    citation = row["sections"][0]["sentences"][0]["citations"][0]
    assert citation["link"] == "https://wire.example/2031-05-02"
    assert citation["day"] == "2031-05-02"


def unnamed(told: Entry) -> Entry:
    """The same, reported by an outlet that is not named."""
    at = replace(told.reports[0].article, outlet=None, url="javascript:alert(1)")
    return replace(told, reports=(replace(told.reports[0], outlet=None, article=at),))


def test_an_outlet_that_is_not_named_is_not_counted() -> None:
    found = made(unnamed(event("KEN", "FRA", day="2031-05-02")))
    assert (found.articles, found.outlets) == (1, 0)
    assert span_line(found).endswith("; 1 article cited.")


def test_reports_without_an_outlet_are_cited_as_such() -> None:
    (citation,) = only(unnamed(event("KEN", "FRA"))).citations
    assert (citation.outlet, citation.link) == ("an outlet that is not named", None)
