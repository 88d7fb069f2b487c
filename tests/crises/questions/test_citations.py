"""Citations: which reports, and what of them."""

from __future__ import annotations

from datetime import date

import pytest

from dragoman.crises import Report
from dragoman.crises.questions.citations import citation, cited, link
from tests.crises.questions.made import event


def quote(report: Report) -> str:
    return f"As\n  {report.origin} has it."


def test_a_citation_tells_outlet_day_link_and_words() -> None:
    told = event("FRA", day="2031-05-01")
    found = citation(told.reports[0], quote)
    assert (found.outlet, found.day) == ("Wire", date(2031, 5, 1))
    assert found.link == "https://wire.example/2031-05-01"
    assert found.words == "As Wire has it."


def test_every_origin_is_cited_before_one_is_cited_again() -> None:
    told = event("FRA", day="2031-05-01", origins=("Wire", "Wire", "Post"))
    assert [each.origin for each in cited(told.reports, quote)] == ["Post", "Wire", "Wire"]
    assert [each.origin for each in cited(told.reports, quote, most=2)] == ["Post", "Wire"]


@pytest.mark.parametrize("url", ["https://a.example/x?y=1#z", "http://a.example:8080/"])
def test_web_addresses_are_links(url: str) -> None:
    assert link(url) == url


@pytest.mark.parametrize(
    "url",
    [
        None,
        "",
        "javascript:alert(1)",
        "file:///etc/passwd",
        "data:text/html,x",
        "https://user:secret@a.example/",
        "https://a.example/ x",
        "https://a.example/\nx",
        "https://[::1/",
        "https:///x",
    ],
)
def test_nothing_else_is_a_link(url: str | None) -> None:
    assert link(url) is None
