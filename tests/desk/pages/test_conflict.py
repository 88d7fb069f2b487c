"""Two people on one fact: the second is told, is shown both, and loses nothing."""

from __future__ import annotations

import html
import re
from typing import Any

import pytest
from fastapi.testclient import TestClient

from dragoman.crises import review
from dragoman.store import Store
from tests.desk.pages.test_review import decide, entry, known

_INPUT = re.compile(r'<input type="hidden" name="([^"]+)" value="([^"]*)">')


@pytest.fixture
def fact(own_store: Store) -> str:
    """The id of an attitude in its article."""
    return str(entry(own_store, "attitudes").reports[0].told.fact.id)


def second(client: TestClient, fact: str, verdict: str, theirs: Any, **more: Any) -> Any:
    """Decide on a fact while somebody else does between loading its page and sending its form."""
    told = known(client.get(f"/review/{fact}").text)
    theirs()
    return client.post(f"/review/{fact}", data={**told, "verdict": verdict, **more})


def form_with(text: str, label: str) -> dict[str, Any]:
    """Return what the form with a button sends."""
    end = text.index(label)
    form = text[text.rindex("<form", 0, end) : end]
    found: dict[str, Any] = {}
    for name, value in _INPUT.findall(form):
        found.setdefault(name, []).append(html.unescape(value))
    return found


def verdicts(store: Store) -> list[tuple[str, str]]:
    with store.view() as view:
        in_force = view.judgements.in_force()
        return [(each.who, each.verdict) for each in in_force if each.kind == "attitudes"]


def corrects(store: Store, fact: str, field: str, value: str) -> Any:
    """Return what has ada correct a field."""

    def made() -> None:
        with store.work() as unit:
            review.correct(unit, "attitudes", fact, (field, value), who="ada", why="I know.")

    return made


def test_the_second_is_told_and_shown_both(
    own_client: TestClient, own_store: Store, fact: str
) -> None:
    theirs = corrects(own_store, fact, "sign", "positive")
    given = {"set.basis": "reported", "set.toward": "Denmark", "why": "mine"}
    answer = second(own_client, fact, "correct", theirs, **given)
    assert answer.status_code == 409
    text = re.sub(r"\s+", " ", answer.text)
    assert '<b>ada</b> <span class="what">sign set to Positive</span>: <q>I know.</q>' in text
    assert re.search(r"Sign</th><td>Negative</td><td class=\"new\">Positive</td><td>Negative", text)
    assert re.search(
        r"Toward</th><td>Freedonia</td><td>Freedonia</td><td class=\"new\">Denmark", text
    )
    assert verdicts(own_store) == [("ada", "correct")]


def test_both_changed_one_field(own_client: TestClient, own_store: Store, fact: str) -> None:
    theirs = corrects(own_store, fact, "toward", "Sweden")
    text = second(own_client, fact, "correct", theirs, **{"set.toward": "Denmark"}).text
    assert "both changed it" in text
    assert "Theirs: Sweden" in text


def test_yours_goes_on_top(own_client: TestClient, own_store: Store, fact: str) -> None:
    theirs = corrects(own_store, fact, "sign", "positive")
    text = second(own_client, fact, "correct", theirs, **{"set.toward": "Denmark"}).text
    again = own_client.post(f"/review/{fact}", data=form_with(text, "Put yours on top"))
    assert again.status_code == 303
    assert [each for _, each in verdicts(own_store)] == ["correct", "correct"]
    found = entry(own_store, "attitudes")
    assert found.act["sign"] == "positive"
    assert [each.name for each in found.parties["toward"]] == ["Denmark"]


def test_theirs_is_taken_back_for_yours(
    own_client: TestClient, own_store: Store, fact: str
) -> None:
    theirs = corrects(own_store, fact, "sign", "positive")
    text = second(own_client, fact, "correct", theirs, **{"set.toward": "Denmark"}).text
    again = own_client.post(f"/review/{fact}", data=form_with(text, "Take theirs back"))
    assert again.status_code == 303
    found = entry(own_store, "attitudes")
    assert found.act["sign"] == "negative"
    assert [each.name for each in found.parties["toward"]] == ["Denmark"]
    history = own_client.get(f"/review/{found.id}").text
    assert "taken back: sign set to Positive" in history


def test_a_third_change_is_told_again(own_client: TestClient, own_store: Store, fact: str) -> None:
    theirs = corrects(own_store, fact, "sign", "positive")
    text = second(own_client, fact, "reject", theirs).text
    assert "You want to reject it" in text
    corrects(own_store, fact, "basis", "reported")()
    again = own_client.post(f"/review/{fact}", data=form_with(text, "Put yours on top"))
    assert again.status_code == 409


def test_what_was_taken_back_meanwhile_is_a_conflict_too(
    own_client: TestClient, own_store: Store, fact: str
) -> None:
    decide(own_client, fact, "reject")

    def undo() -> None:
        with own_store.work() as unit:
            (made,) = [e for e in unit.view.judgements.in_force() if e.kind == "attitudes"]
            review.undo(unit, made.digest, who="ada")

    answer = second(own_client, fact, "accept", undo)
    assert answer.status_code == 409
    assert "taken back: rejected" in answer.text
