"""The commands that ask the ledger: what they show, as JSON too, and what they refuse."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from tests.cli.running import run

pytestmark = pytest.mark.usefixtures("crisis")


def shown(*arguments: str) -> str:
    result = run(*arguments)
    assert result.exit_code == 0, result.output
    return result.stdout


def answer(*arguments: str) -> Any:
    return json.loads(shown(*arguments, "--json"))


def test_a_timeline_shows_days_and_what_was_on_them() -> None:
    told = shown("timeline")
    assert told.startswith("TIMELINE  ")
    assert "1 May 2031" in told
    assert "ASSAULT  Freedonia (FRD) → Three sailors" in told
    assert "phone  Kari Lund (NOR, level 2) → Danish counterpart (DNK)" in told
    assert "criticism  Norway  on ASSAULT Freedonia" in told


def test_a_timeline_shows_words_where_it_is_asked() -> None:
    words = "Three sailors were killed in the raid by Freedonia"
    assert words not in shown("timeline")
    assert words in shown("timeline", "--words")


def test_a_timeline_can_be_narrowed_down() -> None:
    days = answer("timeline", "--of", "Denmark", "--kind", "contact", "--since", "2031-05-02")
    assert [day["day"] for day in days] == ["2031-05-02"]
    assert days[0]["items"][0]["entry"]["act"]["channel"] == "phone"


def test_a_day_shows_as_many_entries_as_are_asked_for() -> None:
    assert "more" not in shown("timeline", "--most", "0", "--kind", "statements,events,positions")
    assert "and 1 more" in shown("timeline", "--most", "1")


def test_outreach_shows_who_contacted_whom() -> None:
    told = shown("outreach")
    assert "Norway → Denmark   1 held · phone · 2 May 2031 · 1 origin" in told
    assert "Kari Lund (level 2) → Danish counterpart (level 2)" in told


def test_outreach_tells_who_was_left_out() -> None:
    told = shown("outreach", "--of", "NOR", "--expect", "DNK,France")
    assert told.endswith("NO CONTACT  1 government\n  France\n")
    assert answer("outreach", "--of", "NOR", "--expect", "all")["uncalled"][0]["side"]["code"] == (
        "FRD"
    )


def test_outreach_must_know_whose_contacts_are_meant() -> None:
    result = run("outreach", "--expect", "DNK")
    assert result.exit_code == 2
    assert "--of" in result.stderr


def test_standings_show_stances_and_changes() -> None:
    told = shown("standings")
    assert "ASSAULT  Freedonia (FRD) → Three sailors" in told
    assert "criticism        Norway   since 6 May 2031" in told
    assert "changed  6 May 2031  restraint → criticism" in told


def test_standings_of_those_that_changed_alone() -> None:
    assert len(answer("standings", "--changed")) == 1
    assert answer("standings", "--changed", "--until", "2031-05-03") == []


def test_standings_on_one_act() -> None:
    (act,) = answer("standings")
    assert len(answer("standings", "--on", act["target"])) == 1
    assert answer("standings", "--on", "the embargo") == []


def test_attitudes_show_who_feels_what_about_whom() -> None:
    assert "Norway → FRD  negative   2 May 2031 · 1 origin" in shown("attitudes")
    assert answer("attitudes")[0]["negative"] == 1


def test_a_brief_shows_sentences_with_their_citations() -> None:
    told = " ".join(shown("brief", "--title", "Morning").replace("│", "").split())
    assert told.startswith("MORNING All reports; 2 articles of 2 outlets cited.")
    assert "A phone call by Kari Lund (Norway, foreign minister) to Danish counterpart" in told
    assert "“Foreign Minister Kari Lund phoned her Danish counterpart on Friday.”" in told


def test_a_brief_tells_what_is_new() -> None:
    found = answer("brief", "--since", "2031-05-05")
    assert [each["title"] for each in found["sections"]] == [
        "Changes of position",
        "Events",
        "Statements",
    ]
    assert found["sections"][1]["sentences"][0]["news"] == "more"
    assert answer("brief", "--since", "2031-05-07")["sections"] == []


@pytest.mark.parametrize("ago", ["12h", "2d", "99999d"])
def test_a_moment_may_lie_so_long_ago(ago: str) -> None:
    since = answer("brief", "--since", ago)["since"]
    assert datetime.fromisoformat(since) < datetime.now(UTC)


def test_a_brief_before_a_moment() -> None:
    found = answer("brief", "--since", "2031-05-01T00:00+02:00", "--until", "2031-05-05")
    assert found["outlets"] == 1


@pytest.mark.parametrize(("name", "begins"), [("b.md", b"# Brief"), ("b.html", b"<!DOCTYPE html>")])
def test_a_brief_is_written_to_a_file(tmp_path: Path, name: str, begins: bytes) -> None:
    assert shown("brief", "--out", str(tmp_path / name)) == ""
    assert (tmp_path / name).read_bytes().startswith(begins)


@pytest.mark.parametrize(
    "arguments",
    [
        ("brief", "--out", "brief.docx"),
        ("brief", "--since", "yesterday"),
        ("brief", "--since", "2w"),
        ("timeline", "--since", "2031-13-01"),
        ("timeline", "--kind", "actors"),
        ("timeline", "--of", "Ruritania"),
        ("standings", "--confidence", "2"),
    ],
)
def test_what_cannot_be_is_refused(arguments: tuple[str, ...]) -> None:
    assert run(*arguments).exit_code == 2


@pytest.mark.parametrize("option", ["--story", "--crisis"])
def test_an_unknown_story_is_told(option: str) -> None:
    result = run("timeline", option, "the strait")
    assert result.exit_code == 1
    assert "There is no" in result.stderr


def test_a_folder_that_is_not_there_is_told() -> None:
    result = run("brief", "--out", "/nowhere/at/all.md")
    assert (result.exit_code, "cannot be written" in result.stderr) == (1, True)
