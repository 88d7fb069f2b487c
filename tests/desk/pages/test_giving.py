"""Adding articles by hand: what is given becomes a job, and its page tells how far it is."""

from __future__ import annotations

import gzip
import re
from datetime import timedelta
from typing import Any

import pytest
from fastapi.testclient import TestClient

from dragoman.batch import Worker
from dragoman.desk import create_app, links
from dragoman.desk.parts import given
from dragoman.settings import Settings
from dragoman.store import Store
from tests.batch.articles import PARAGRAPHS
from tests.batch.readers import HandReader
from tests.desk.forms import csrf_of, post

TEXT = "Envoy meets fishermen\n\n" + "\n\n".join(PARAGRAPHS)
HTMX = {"HX-Request": "true"}


def work(store: Store) -> None:
    """Do all jobs."""
    list(Worker(store, HandReader(), settings=Settings()).run())


def paste(client: TestClient, **fields: str) -> str:
    """Paste a text; return the address of its job."""
    answer = post(client, links.give("paste"), {"text": TEXT, "outlet": "Bergen Post", **fields})
    assert answer.status_code == 303, answer.text
    return str(answer.headers["location"])


def upload(client: TestClient, name: str, data: bytes, **fields: str) -> Any:
    """Upload a file."""
    return client.post(
        links.give("upload"), data={"csrf": csrf_of(client), **fields}, files={"file": (name, data)}
    )


def test_a_pasted_article_is_read_and_leads_to_its_facts(
    own_client: TestClient, own_store: Store
) -> None:
    address = paste(own_client, published="2024-05-09")
    assert "Waits" in own_client.get(address).text
    work(own_store)
    page = own_client.get(address).text
    found = re.search(r'<a class="serif" href="(/articles/[^"]+)">Envoy meets fishermen</a>', page)
    assert found is not None
    assert "1 statement" in page
    article = own_client.get(found[1]).text
    assert ("Bergen Post" in article, "9 May 2024" in article) == (True, True)


def test_what_goes_on_is_told_to_a_script_once(own_client: TestClient, own_store: Store) -> None:
    address = paste(own_client)
    part = own_client.get(address, headers=HTMX)
    assert "<html" not in part.text
    again = re.search(r'hx-get="([^"]+)"', part.text)
    assert again is not None
    assert own_client.get(again[1], headers=HTMX).status_code == 204
    work(own_store)
    ended = own_client.get(again[1], headers=HTMX)
    assert (ended.status_code, "hx-get" in ended.text) == (200, False)


def test_without_scripts_the_page_loads_itself_anew_until_it_ends(
    own_client: TestClient, own_store: Store
) -> None:
    address = paste(own_client)
    assert '<meta http-equiv="refresh"' in own_client.get(address).text
    work(own_store)
    assert '<meta http-equiv="refresh"' not in own_client.get(address).text


def test_an_uploaded_file_is_read(own_client: TestClient, own_store: Store) -> None:
    answer = upload(own_client, r"C:\papers\March.txt", TEXT.encode())
    work(own_store)
    page = own_client.get(answer.headers["location"]).text
    assert ("Envoy meets fishermen" in page, "papers" in page) == (True, False)


def test_a_web_page_and_a_date_can_be_given(own_client: TestClient, own_store: Store) -> None:
    asked = {"url": "https://post.example/1", "published": "2031-05-09"}
    address = post(own_client, links.give("address"), asked).headers["location"]
    assert post(own_client, links.give("address"), asked).headers["location"] == address
    with own_store.view() as view:
        (job,) = view.jobs.listed()
    assert job.payload == {"source": asked["url"], "published": asked["published"]}
    assert "https://post.example/1" in own_client.get(address).text


@pytest.mark.parametrize(
    ("way", "fields"),
    [
        ("paste", {"text": " "}),
        ("paste", {"text": TEXT, "published": "yesterday"}),
        ("paste", {"text": TEXT, "url": "javascript:alert(1)"}),
        ("address", {"url": ""}),
        ("address", {"url": "file:///etc/passwd"}),
        ("address", {"url": "gopher://x.example/"}),
    ],
)
def test_what_cannot_be_is_refused(
    own_client: TestClient, own_store: Store, way: str, fields: dict[str, str]
) -> None:
    assert post(own_client, links.give(way), fields).status_code == 400
    with own_store.view() as view:
        assert view.jobs.listed() == []


@pytest.mark.parametrize(
    ("name", "data", "status"),
    [
        ("report.pdf", b"%PDF", 400),
        ("pages.zip", b"PK", 400),
        ("../../etc/passwd", b"root", 400),
        ("empty.txt", b"", 400),
        ("long.txt", b"a" * 3_000, 413),
    ],
)
def test_files_that_are_not_read_are_refused(
    own_store: Store, name: str, data: bytes, status: int
) -> None:
    app = create_app(own_store, settings=Settings(max_bytes=2_000))
    with TestClient(app, base_url="http://127.0.0.1", client=("127.0.0.1", 1)) as client:
        assert upload(client, name, data).status_code == status
    with own_store.view() as view:
        assert view.jobs.listed() == []


@pytest.mark.parametrize(
    "url", ["http://127.0.0.1:9/", "http://169.254.169.254/latest", "http://[::1]/"]
)
def test_an_inner_address_is_never_asked(
    own_client: TestClient, own_store: Store, url: str
) -> None:
    address = post(own_client, links.give("address"), {"url": url}).headers["location"]
    work(own_store)
    page = own_client.get(address).text
    assert "It could not be read." in page
    assert links.job_again(int(address.rpartition("/")[2])) in page


def test_what_was_given_up_is_tried_again(own_client: TestClient, own_store: Store) -> None:
    address = post(own_client, links.give("address"), {"url": "http://127.0.0.1:9/"}).headers[
        "location"
    ]
    work(own_store)
    number = int(address.rpartition("/")[2])
    assert post(own_client, links.job_again(number)).headers["location"] == address
    with own_store.view() as view:
        job = view.jobs.get(number)
    assert job is not None
    assert job.state == "waiting"


def test_what_was_read_is_fetched_again_when_it_is_given_again(
    own_client: TestClient, own_store: Store
) -> None:
    asked = {"url": "https://post.example/1"}
    first = post(own_client, links.give("address"), asked).headers["location"]
    with own_store.work() as unit:
        job = unit.jobs.lease("one")
        assert job is not None
        unit.jobs.finish(job)
    assert post(own_client, links.give("address"), asked).headers["location"] != first


def test_a_bomb_is_told_and_leaves_nothing(own_client: TestClient, own_store: Store) -> None:
    bomb = gzip.compress(b" " * 120_000_000, 1)
    answer = upload(own_client, "lines.jsonl.gz", bomb)
    work(own_store)
    assert "more than" in own_client.get(answer.headers["location"]).text


def test_a_page_of_entities_is_told(own_client: TestClient, own_store: Store) -> None:
    markup = b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><html><p>&b;</p></html>'
    answer = upload(own_client, "page.html", markup)
    work(own_store)
    assert "declares entities" in own_client.get(answer.headers["location"]).text


def test_it_is_told_that_nobody_works(
    own_client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(given, "_PATIENCE", timedelta(0))
    assert "no worker seems to be running" in own_client.get(paste(own_client)).text


def test_a_job_of_a_file_of_the_desk_is_not_shown(own_client: TestClient, own_store: Store) -> None:
    with own_store.work() as unit:
        unit.jobs.put("add", {"source": "/home/desk/secret.html", "published": None})
        job = unit.jobs.find("add", {"source": "/home/desk/secret.html", "published": None})
    assert job is not None
    assert own_client.get(links.job(job.id)).status_code == 404
    assert "secret" not in own_client.get(links.new_article()).text


def test_what_was_given_lately_is_listed(own_client: TestClient) -> None:
    address = paste(own_client, title="A title")
    page = own_client.get(links.new_article()).text
    assert f'<a href="{address}">A title</a>' in page
