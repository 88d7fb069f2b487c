"""The addresses of the desk."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.desk import links
from dragoman.desk.filters import Filters


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (links.crises(), "/"),
        (links.crisis("a", Filters(crisis="a", kinds=("events",))), "/crises/a?kind=events"),
        (links.crisis("../x?y#z"), "/crises/..%2Fx%3Fy%23z"),
        (links.timeline(Filters(crisis="a")), "/timeline?crisis=a"),
        (links.outreach(Filters(since=date(2031, 5, 1))), "/outreach?since=2031-05-01"),
        (links.article("a"), "/articles/a"),
        (links.article("a", fact="b"), "/articles/a?fact=b#words"),
        (links.overview(), "/"),
        (links.overview(Filters(crisis="a")), "/crises/a"),
        (links.help_page("stances"), "/help#stances"),
        (links.saved_brief(7, line=3, edit=3), "/briefs/7?edit=3#line-3"),
        (links.save_brief(Filters(crisis="a"), [("most", "10")]), "/briefs?crisis=a&most=10"),
        (links.brief_document("pdf", Filters(crisis="a")), "/brief/document/pdf?crisis=a"),
        (links.sign_in("/review?x=1"), "/sign-in?then=%2Freview%3Fx%3D1"),
        (links.api("entries", Filters(kinds=("events",)), cursor="c"), None),
    ],
)
def test_an_address_names_what_it_leads_to(found: str, expected: str | None) -> None:
    assert found == (expected or "/api/v1/entries?kind=events&cursor=c")


@pytest.mark.parametrize("then", ["/", "/crises/a?kind=events", "/help#stances", "/a//b"])
def test_one_is_sent_on_within_the_desk(then: str) -> None:
    assert links.safe(then) == then


@pytest.mark.parametrize(
    "then",
    [
        None,
        "",
        "crises",
        "https://elsewhere.example/",
        "//elsewhere.example",
        "/\\elsewhere.example",
        "\\\\elsewhere.example",
        "/\t/elsewhere.example",
        "/\n/elsewhere.example",
        "javascript:alert(1)",
        "/ /elsewhere.example",
        "/\x00",
    ],
)
def test_one_is_never_sent_on_to_elsewhere(then: str | None) -> None:
    assert links.safe(then) == "/"


@given(st.text())
def test_whatever_is_asked_one_stays(then: str) -> None:
    found = links.safe(then)
    assert found.startswith("/")
    assert not found.startswith(("//", "/\\"))
