"""What is too large is refused, by what it says of itself and by what it is."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient

from dragoman.desk import links
from dragoman.desk.safety.bodies import FORM_BYTES
from dragoman.settings import Settings


def pieces(count: int) -> Iterator[bytes]:
    """Yield a body that does not say how long it is."""
    for _ in range(count):
        yield b"x" * 1_000_000


FORM = {"Content-Type": "application/x-www-form-urlencoded"}
FILES = {"Content-Type": "multipart/form-data; boundary=b"}


@pytest.mark.parametrize("path", [links.theme(), links.accounts_deed("add"), "/api/v1/articles"])
def test_a_body_that_says_it_is_too_large_is_not_read(client: TestClient, path: str) -> None:
    answer = client.post(path, content=b"x" * (FORM_BYTES + 1), headers=FORM)
    assert answer.status_code == 413


def test_a_body_that_does_not_say_so_is_cut_off(client: TestClient) -> None:
    answer = client.post(links.theme(), content=pieces(5), headers=FORM)
    assert answer.status_code == 413


def test_a_file_may_be_as_large_as_an_input_and_no_larger(client: TestClient) -> None:
    most = Settings().max_bytes // 1_000_000
    assert client.post(links.theme(), content=pieces(most + 2), headers=FILES).status_code == 413


def test_the_api_says_it_in_its_own_way(client: TestClient) -> None:
    answer = client.post("/api/v1/articles", content=b"x" * (FORM_BYTES + 1))
    assert answer.status_code == 413
    assert answer.json()["error"]["code"]
