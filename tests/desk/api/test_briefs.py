"""Saved briefs by the API: they are saved, read, edited, compared and taken along."""

from __future__ import annotations

from typing import Any, get_args

import pytest
from fastapi.testclient import TestClient

from dragoman.crises import review
from dragoman.crises.ledger import Ledger
from dragoman.crises.questions.brief.making import SECTIONS
from dragoman.crises.stories import Crises
from dragoman.desk.api.shapes.briefs import SectionName
from dragoman.store import Store
from tests.desk.api.calls import ROOT, error, every, get, items, post, send


@pytest.fixture
def saved(own_client: TestClient, own_store: Store) -> dict[str, Any]:
    """A saved brief of the crisis of the examples."""
    with own_store.view() as view:
        crisis = next(iter(Crises(view).all())).id
    answer = post(own_client, "/briefs", {"crisis": crisis, "title": "Morning"})
    assert answer.status_code == 201, answer.text
    found: dict[str, Any] = answer.json()
    return found


def lines(client: TestClient, **query: Any) -> list[dict[str, Any]]:
    """Return the sentences of a version."""
    sections = get(client, "/briefs/1", **query)["sections"]
    return [each for section in sections for each in section["lines"]]


def edit(client: TestClient, deed: str, **told: Any) -> dict[str, Any]:
    """Edit the brief; return the version that comes of it."""
    answer = post(client, "/briefs/1/edits", {"deed": deed, **told})
    assert answer.status_code == 200, answer.text
    made: dict[str, Any] = answer.json()
    return made


def test_the_sections_of_the_api_are_those_of_a_brief() -> None:
    assert get_args(SectionName) == tuple(SECTIONS)


def test_a_brief_is_saved_as_it_would_be_told(
    own_client: TestClient, saved: dict[str, Any]
) -> None:
    told = get(own_client, "/brief", crisis=saved["crisis"])
    sentences = [each["text"] for section in told["sections"] for each in section["sentences"]]
    assert [each["text"] for each in lines(own_client)] == sentences
    assert get(own_client, "/briefs/1") == saved
    (listed,) = items(own_client, "/briefs", crisis=saved["crisis"])
    assert items(own_client, "/briefs", crisis="none") == []
    assert (listed["id"], listed["title"], listed["number"]) == (1, "Morning", 1)
    assert listed["crisis"] == saved["crisis"]


def test_every_sentence_of_a_saved_brief_cites(
    own_client: TestClient, saved: dict[str, Any]
) -> None:
    cited = {each["number"]: each["citation"] for each in saved["sources"]}
    assert list(cited) == list(range(1, len(cited) + 1))
    for line in lines(own_client):
        assert line["cited"]
        assert all(cited[number]["words"] for number in line["cited"])
        facts = items(own_client, f"/articles/{cited[line['cited'][0]]['article']}/facts")
        assert cited[line["cited"][0]]["fact"] in {each["id"] for each in facts}


def test_sections_and_size_are_chosen(own_client: TestClient, saved: dict[str, Any]) -> None:
    wanted = {"crisis": saved["crisis"], "section": ["events", "positions"], "most": 1}
    found = post(own_client, "/briefs", wanted).json()
    titles = [each["title"] for each in found["sections"]]
    assert titles == [SECTIONS["events"], SECTIONS["positions"]]
    assert all(len(each["lines"]) == 1 for each in found["sections"])
    told = get(own_client, "/brief", **wanted)
    assert [each["title"] for each in told["sections"]] == titles


def test_a_brief_of_no_crisis_is_not_saved(own_client: TestClient) -> None:
    answer = post(own_client, "/briefs", {"crisis": "none"})
    assert (answer.status_code, error(answer)) == (404, "not_found")
    assert items(own_client, "/briefs") == []


@pytest.mark.usefixtures("saved")
def test_a_sentence_is_reworded_and_the_old_words_brought_back(own_client: TestClient) -> None:
    first = lines(own_client)[0]
    made = edit(own_client, "reword", line=first["id"], text="In other words.", knowing=1)
    assert (made["number"], made["change"]) == (2, "reworded")
    now = lines(own_client)[0]
    assert (now["text"], now["cited"]) == ("In other words.", first["cited"])
    assert "Reworded by" in now["remarks"]
    assert lines(own_client, version=1)[0] == first
    assert edit(own_client, "restore", version=1)["restored"] == 1
    assert lines(own_client)[0] == first


@pytest.mark.usefixtures("saved")
def test_a_sentence_is_left_out_put_back_and_moved(own_client: TestClient) -> None:
    section = next(each for each in get(own_client, "/briefs/1")["sections"] if each["lines"][1:])
    first, second = (each["id"] for each in section["lines"][:2])
    edit(own_client, "leave_out", line=first)
    left = [each["left_out"] for each in get(own_client, "/briefs/1")["sections"]]
    assert [each["id"] for part in left for each in part] == [first]
    edit(own_client, "put_back", line=first)
    order = [each["id"] for each in lines(own_client)]
    edit(own_client, "move", line=second, by=-1 if order.index(first) < order.index(second) else 1)
    assert [each["id"] for each in lines(own_client)] != order


@pytest.mark.usefixtures("saved")
def test_a_sentence_of_ones_own_rests_on_facts(own_client: TestClient, own_store: Store) -> None:
    with own_store.view() as view:
        entry = next(iter(Ledger(view).entries("contacts")))
    report = entry.reports[0]
    by_fact = {"article": report.article.id, "fact": report.told.fact.id}
    for rests in ({"entry": entry.id}, by_fact):
        edit(own_client, "add", text="They spoke.", rests=[rests])
        first = lines(own_client)[0]
        assert (first["kind"], first["entry"]) == ("own", entry.id)
        assert first["cited"]
    edit(own_client, "add", text="To be watched.", after=first["id"])
    assert lines(own_client)[1]["kind"] == "note"


@pytest.mark.usefixtures("saved")
@pytest.mark.parametrize(
    "rests", [{"entry": "none"}, {"article": "none", "fact": "none"}], ids=["entry", "fact"]
)
def test_what_is_not_there_is_not_cited(own_client: TestClient, rests: dict[str, str]) -> None:
    told = {"deed": "add", "text": "They say.", "rests": [rests]}
    answer = post(own_client, "/briefs/1/edits", told)
    assert (answer.status_code, error(answer)) == (400, "bad_request")
    assert get(own_client, "/briefs/1")["latest"] == 1


@pytest.mark.usefixtures("saved")
@pytest.mark.parametrize("rests", [{}, {"article": "a"}, {"entry": "e", "article": "a"}])
def test_a_ground_names_one_fact(own_client: TestClient, rests: dict[str, str]) -> None:
    told = {"deed": "add", "text": "They say.", "rests": [rests]}
    assert error(post(own_client, "/briefs/1/edits", told)) == "invalid"


@pytest.mark.usefixtures("saved")
def test_the_second_of_two_is_told(own_client: TestClient) -> None:
    first, second = (each["id"] for each in lines(own_client)[:2])
    edit(own_client, "leave_out", line=first, knowing=1)
    behind = post(
        own_client, "/briefs/1/edits", {"deed": "leave_out", "line": second, "knowing": 1}
    )
    assert (behind.status_code, error(behind)) == (409, "conflict")
    assert "version 2" in behind.json()["error"]["message"]
    gone = post(own_client, "/briefs/1/edits", {"deed": "reword", "line": first, "text": "No."})
    assert (gone.status_code, error(gone)) == (409, "conflict")
    assert get(own_client, "/briefs/1")["latest"] == 2


@pytest.mark.usefixtures("saved")
def test_a_sentence_says_what_became_of_its_fact(own_client: TestClient, own_store: Store) -> None:
    first = lines(own_client)[0]
    with own_store.work() as unit:
        for report in Ledger(unit.view).entry(first["entry"]).reports:
            told = report.told
            review.judge(unit, "reject", told.kind, told.fact.id, who="R. Analyst")
    found = lines(own_client)[0]["outcome"]
    assert found["became"] in {"rejected", "gone"}
    assert found["said"]


@pytest.mark.usefixtures("saved")
def test_versions_are_listed_named_and_compared(own_client: TestClient) -> None:
    first = lines(own_client)[0]["id"]
    edit(own_client, "leave_out", line=first)
    edit(own_client, "retitle", title="Evening")
    named = send(own_client, "PUT", "/briefs/1/versions/2/name", {"name": "as sent"})
    assert (named.status_code, named.json()["name"]) == (200, "as sent")
    found = every(own_client, "/briefs/1/versions", limit=1)
    assert [(each["number"], each["change"]) for each in found] == [
        (3, "titled"),
        (2, "left out"),
        (1, "made"),
    ]
    assert {each["way"] for each in items(own_client, "/briefs/1/differences")} == {"same"}
    ways = [each["way"] for each in items(own_client, "/briefs/1/differences", one=1)]
    assert ways.count("gone") == 1


@pytest.mark.usefixtures("saved")
def test_a_brief_is_taken_out_of_the_list_and_put_back(own_client: TestClient) -> None:
    assert send(own_client, "DELETE", "/briefs/1").status_code == 204
    assert items(own_client, "/briefs") == []
    assert get(own_client, "/briefs/1")["removed_at"] is not None
    assert post(own_client, "/briefs/1/keep").json()["id"] == 1
    assert len(items(own_client, "/briefs")) == 1


@pytest.mark.usefixtures("saved")
@pytest.mark.parametrize(
    ("form", "kind", "begins"),
    [
        ("markdown", "text/markdown", "# Morning"),
        ("html", "text/html", "<!doctype html>"),
        ("pdf", "application/pdf", "%PDF"),
    ],
)
def test_a_brief_is_taken_along(own_client: TestClient, form: str, kind: str, begins: str) -> None:
    answer = own_client.get(f"{ROOT}/briefs/1/document", params={"form": form})
    assert answer.headers["content-type"].startswith(kind)
    assert answer.content.decode("latin-1").lower().startswith(begins.lower())


@pytest.mark.parametrize("path", ["", "/versions", "/differences", "/document?form=html"])
def test_a_brief_that_is_not_there_is_not_found(client: TestClient, path: str) -> None:
    answer = client.get(f"{ROOT}/briefs/77{path}")
    assert (answer.status_code, error(answer)) == (404, "not_found")


def test_briefs_come_part_by_part(own_client: TestClient) -> None:
    for title in ("One", "Two", "Three"):
        assert post(own_client, "/briefs", {"title": title}).status_code == 201
    found = every(own_client, "/briefs", limit=1)
    assert [each["title"] for each in found] == ["Three", "Two", "One"]
