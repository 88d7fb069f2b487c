"""Jobs, sources and alerts by the API."""

from __future__ import annotations

from typing import Any

import pytest
from fastapi.testclient import TestClient

from dragoman.batch import Worker, queue
from dragoman.batch.working import ADD
from dragoman.desk import links
from dragoman.settings import Settings
from dragoman.store import Store
from tests.batch.readers import HandReader
from tests.crises.questions.telling import add, called
from tests.desk.api.calls import ROOT, error, every, get, items, post
from tests.desk.forms import csrf_of
from tests.desk.forms import post as form

NORWAY = {"name": "Calls with Norway", "what": "contact", "of": "Norway"}


def queued(store: Store, *sources: str) -> None:
    with store.work() as unit:
        for each in sources:
            unit.jobs.put("add", {"source": each, "published": None}, most_attempts=1)


def end(store: Store, *, failing: bool) -> None:
    """Let the only open job end, well or not."""
    with store.work() as unit:
        job = unit.jobs.lease("worker", kinds=[ADD])
        assert job is not None
        if failing:
            unit.jobs.fail(job, "no answer", again=False)
        else:
            unit.jobs.finish(job)


def given_up(store: Store) -> int:
    """Let the only job fail; return its number."""
    with store.work() as unit:
        job = unit.jobs.lease("worker")
        assert job is not None
        unit.jobs.fail(job, "no answer")
    return job.id


def test_jobs_come_the_latest_first(own_client: TestClient, own_store: Store) -> None:
    queued(own_store, "https://a.example/1", "https://a.example/2", "/srv/pile.jsonl")
    found = every(own_client, "/jobs", limit=1)
    assert [each["source"] for each in found] == [
        None,
        "https://a.example/2",
        "https://a.example/1",
    ]
    assert get(own_client, f"/jobs/{found[0]['id']}") == found[0]


def test_an_address_is_put_in_once(own_client: TestClient, own_store: Store) -> None:
    order = {"url": "https://a.example/1", "published": "2031-05-04"}
    first, second = (post(own_client, "/jobs", order) for _ in range(2))
    assert (first.status_code, first.json()) == (202, second.json())
    with own_store.work() as unit:
        job = unit.jobs.lease("worker", kinds=[ADD])
    assert job is not None
    assert job.payload == {"source": "https://a.example/1", "published": "2031-05-04"}


@pytest.mark.parametrize("failing", [False, True], ids=["done", "dead"])
def test_an_address_whose_job_has_ended_is_put_in_once_more(
    own_client: TestClient, own_store: Store, failing: bool
) -> None:
    order = {"url": "https://a.example/1"}
    known: set[int] = set()
    for _ in range(3):
        numbers = {post(own_client, "/jobs", order).json()["id"] for _ in range(2)}
        assert len(numbers) == 1
        assert numbers.isdisjoint(known)
        known |= numbers
        end(own_store, failing=failing)


def test_an_address_is_the_same_job_on_the_page_and_the_command_line(
    own_client: TestClient, own_store: Store
) -> None:
    url = "https://a.example/1"
    assert queue(own_store, url)
    end(own_store, failing=False)
    assert queue(own_store, url)
    number = post(own_client, "/jobs", {"url": url}).json()["id"]
    page = form(own_client, links.give("address"), {"url": url})
    assert page.headers["location"] == links.job(number)
    assert not queue(own_store, url)


def test_an_address_comes_before_what_was_queued_by_itself(
    own_client: TestClient, own_store: Store
) -> None:
    queue(own_store, "https://a.example/1")
    post(own_client, "/jobs", {"url": "https://a.example/2"})
    with own_store.work() as unit:
        job = unit.jobs.lease("worker", kinds=[ADD])
    assert job is not None
    assert job.payload["source"] == "https://a.example/2"


@pytest.mark.parametrize(
    "url", ["/etc/passwd", "file:///etc/passwd", "https://user:secret@a.example/", "http://"]
)
def test_only_addresses_of_the_web_are_put_in(own_client: TestClient, url: str) -> None:
    answer = post(own_client, "/jobs", {"url": url})
    assert (answer.status_code, error(answer)) == (400, "bad_request")
    assert items(own_client, "/jobs") == []


@pytest.mark.parametrize("url", ["http://127.0.0.1:9/", "http://10.0.0.1/", "http://[::1]/"])
def test_an_inner_address_is_put_in_and_never_asked(
    own_client: TestClient, own_store: Store, url: str
) -> None:
    number = post(own_client, "/jobs", {"url": url}).json()["id"]
    list(Worker(own_store, HandReader(), settings=Settings()).run())
    told = get(own_client, f"/jobs/{number}")
    assert told["state"] == "dead"
    assert "not a public address" in told["error"]


def test_states_and_kinds_narrow_jobs_down(own_client: TestClient, own_store: Store) -> None:
    queued(own_store, "https://a.example/1")
    assert len(items(own_client, "/jobs", state="waiting", kind="add")) == 1
    assert items(own_client, "/jobs", state=["done", "dead"]) == []
    assert items(own_client, "/jobs", kind="alert") == []


def test_a_text_is_given_to_be_read(own_client: TestClient, own_store: Store) -> None:
    given = {"text": "Calm\n\nAll is calm.", "outlet": "Post", "published": "2031-05-04"}
    first, second = (post(own_client, "/jobs/text", given) for _ in range(2))
    assert (first.status_code, first.json()["state"]) == (202, "waiting")
    assert first.json()["id"] != second.json()["id"]
    with own_store.view() as view:
        deposit = view.given.of(first.json()["id"])
    assert deposit is not None
    assert (deposit.data, deposit.suffix) == (given["text"].encode(), "")
    assert (deposit.outlet, deposit.published) == ("Post", "2031-05-04")


def test_a_file_is_given_to_be_read(own_client: TestClient, own_store: Store) -> None:
    files = {"file": ("../March.TXT", b"All is calm.")}
    headers = {"X-CSRF-Token": csrf_of(own_client)}
    answer = own_client.post(f"{ROOT}/jobs/file", files=files, headers=headers)
    assert answer.status_code == 202, answer.text
    with own_store.view() as view:
        deposit = view.given.of(answer.json()["id"])
    assert deposit is not None
    assert (deposit.name, deposit.suffix, deposit.data) == ("March.TXT", ".txt", b"All is calm.")


@pytest.mark.parametrize(
    ("name", "data", "status"),
    [("a.exe", b"x", 400), ("a.txt", b"", 400), ("a.txt", b"x" * (Settings().max_bytes + 1), 413)],
    ids=["kind", "empty", "large"],
)
def test_a_file_that_is_not_read_is_refused(
    own_client: TestClient, name: str, data: bytes, status: int
) -> None:
    headers = {"X-CSRF-Token": csrf_of(own_client)}
    answer = own_client.post(f"{ROOT}/jobs/file", files={"file": (name, data)}, headers=headers)
    assert answer.status_code == status
    assert items(own_client, "/jobs") == []


def test_a_job_that_was_given_up_is_tried_again(own_client: TestClient, own_store: Store) -> None:
    queued(own_store, "https://a.example/1")
    number = given_up(own_store)
    assert get(own_client, f"/jobs/{number}")["error"] == "no answer"
    again = post(own_client, f"/jobs/{number}/retry")
    assert (again.status_code, again.json()["state"]) == (200, "waiting")


def test_a_job_that_waits_is_not_tried_again(own_client: TestClient, own_store: Store) -> None:
    queued(own_store, "https://a.example/1")
    (job,) = items(own_client, "/jobs")
    answer = post(own_client, f"/jobs/{job['id']}/retry")
    assert (answer.status_code, error(answer)) == (404, "not_found")


def test_a_job_that_is_not_there_is_not_found(client: TestClient) -> None:
    assert error(client.get(f"{ROOT}/jobs/77")) == "not_found"


def test_outlets_have_their_articles(client: TestClient) -> None:
    found = every(client, "/outlets", limit=2)
    assert {each["name"] for each in found} == {"Post", "Globe", "Courier"}
    assert sum(each["articles"] for each in found) == len(every(client, "/articles"))


def test_nothing_is_watched_at_first(client: TestClient) -> None:
    assert items(client, "/sources") == []


def saved(client: TestClient, **changes: Any) -> dict[str, Any]:
    answer = post(client, "/alerts", {**NORWAY, **changes})
    assert answer.status_code == 201, answer.text
    question: dict[str, Any] = answer.json()
    return question


def test_a_question_is_saved_by_who_asks(own_client: TestClient) -> None:
    question = saved(own_client)
    assert (question["of"], question["asks"]) == ("NOR", "new contact with Norway")
    assert question["who"]
    assert items(own_client, "/alerts") == [question]


def test_only_what_is_new_is_told(own_client: TestClient, own_store: Store) -> None:
    number = saved(own_client)["id"]
    assert post(own_client, "/alerts/look").json()["items"] == []
    add(own_store, called(20, "herald"))
    (new,) = post(own_client, "/alerts/look").json()["items"]
    assert get(own_client, f"/entries/{new['entry']}")["kind"] == "contacts"
    assert new["citations"]
    assert items(own_client, f"/alerts/{number}/told") == [new]
    assert items(own_client, "/alerts")[0]["alerts"] == 1


def test_what_is_known_is_told_where_that_is_wanted(own_client: TestClient) -> None:
    number = saved(own_client, known_too=True)["id"]
    found = post(own_client, "/alerts/look").json()["items"]
    assert found
    told = every(own_client, f"/alerts/{number}/told", limit=1)
    assert {each["id"] for each in told} == {each["id"] for each in found}


def test_a_question_is_removed(own_client: TestClient) -> None:
    number = saved(own_client)["id"]
    headers = {"X-CSRF-Token": csrf_of(own_client)}
    assert own_client.delete(f"{ROOT}/alerts/{number}", headers=headers).status_code == 204
    assert items(own_client, "/alerts") == []
    assert error(own_client.delete(f"{ROOT}/alerts/{number}", headers=headers)) == "not_found"


@pytest.mark.parametrize(
    ("changes", "status"),
    [({"of": "Nobody At All"}, 400), ({"what": "everything"}, 422), ({"name": ""}, 422)],
)
def test_a_question_that_cannot_be_asked_is_refused(
    own_client: TestClient, changes: dict[str, str], status: int
) -> None:
    answer = post(own_client, "/alerts", {**NORWAY, **changes})
    assert answer.status_code == status
    assert error(answer)


def test_a_name_is_taken_once(own_client: TestClient) -> None:
    saved(own_client)
    answer = post(own_client, "/alerts", NORWAY)
    assert (answer.status_code, error(answer)) == (400, "bad_request")
