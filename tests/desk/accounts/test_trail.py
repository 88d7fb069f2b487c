"""The trail says in words what was done."""

from __future__ import annotations

import pytest

from dragoman.desk.accounts.doorkeeper import TOLD_ELSEWHERE
from dragoman.desk.accounts.trail import trail
from dragoman.store import Store
from tests.desk.accounts.routes import changing

PATHS = sorted({each.path for each in changing()} - TOLD_ELSEWHERE - {"/theme"})


def deed(store: Store, action: str, subject: str) -> str:
    """Return how the trail tells of something that was just done."""
    with store.work() as unit:
        unit.audit.note(action, subject, {}, who="asha")
    with store.view() as view:
        return trail(view, limit=1)[0].deed


@pytest.mark.parametrize("path", PATHS)
def test_every_change_at_the_desk_is_told_in_words_of_its_own(store: Store, path: str) -> None:
    told = deed(store, "desk", path.replace("{number}", "7").replace("{", "").replace("}", ""))
    assert told != "changed something at the desk"


@pytest.mark.parametrize(
    ("action", "subject", "told"),
    [
        ("desk", "/review/undo", "took back a judgement on a fact"),
        ("desk", "/review/6fa1", "judged a fact"),
        ("desk", "/articles/6fa1/add", "added a fact"),
        ("desk", "/api/v1/judgements", "changed something by the API"),
        ("desk", "/of/tomorrow", "changed something at the desk"),
        ("sign-in", "asha", "signed in"),
        ("of-tomorrow", "asha", "of-tomorrow"),
    ],
)
def test_what_was_done_is_told_by_where(store: Store, action: str, subject: str, told: str) -> None:
    assert deed(store, action, subject) == told
