"""Markup that would take a parser unreasonable time is refused before parsing."""

from __future__ import annotations

import pytest

from dragoman.errors import TooComplex
from dragoman.ingest import guard
from dragoman.ingest.guard import check_markup


@pytest.mark.parametrize(
    ("markup", "fault"),
    [
        ("<div>" * 600, "nested"),
        ("<b>" * 600 + "x", "nested"),
        ("<p " + "a " * 10_000 + ">", "attributes"),
        ("<p " + "a='1' " * 5_000 + ">", "attributes"),
        ("<i></i>" * 30_001, "tags"),
        ('<!DOCTYPE x [<!ENTITY a "&b;&b;">]><html>&a;</html>', "entities"),
    ],
)
def test_bombs_are_refused(markup: str, fault: str) -> None:
    with pytest.raises(TooComplex, match=f"^bomb: .*{fault}"):
        check_markup(markup, max_depth=500, source="bomb")


@pytest.mark.parametrize(
    "markup",
    [
        "<p>one<p>two" * 2_000,
        "<ul>" + "<li>item" * 3_000 + "</ul>",
        "<br>" * 5_000,
        "<img src='x'/>" * 5_000,
        "<script>" + "if (a < b) '<div>';" * 5_000 + "</script>",
        "<!-- " + "<div>" * 5_000 + " -->",
        "<p title='" + "a " * 50_000 + "'>x</p>",
        "<div></div>" * 5_000,
        "<p>5 < 6 and 7 > 2</p>",
        "",
    ],
)
def test_ordinary_pages_pass(markup: str) -> None:
    check_markup(markup, max_depth=500)


@pytest.mark.parametrize(
    "markup",
    ["<!--" * 50_000, "<script>" * 50_000, "<p a='" + "<p>" * 50_000, "<" * 200_000],
)
def test_what_is_never_closed_is_scanned_once(markup: str) -> None:
    check_markup(markup, max_depth=10**6)


def test_limits_hold_exactly(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guard, "MOST_TAGS", 4)
    check_markup("<b></b><b></b>", max_depth=1)
    with pytest.raises(TooComplex, match="tags"):
        check_markup("<b></b><b></b><b>", max_depth=1)
    with pytest.raises(TooComplex, match="2 deep"):
        check_markup("<b><b>", max_depth=1)
