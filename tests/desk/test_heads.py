"""HEAD is answered as GET is, without a body."""

from __future__ import annotations

import pytest
from fastapi.testclient import TestClient


@pytest.mark.parametrize("path", ["/healthz", "/timeline", "/api/v1/articles", "/nowhere"])
def test_headers_are_those_of_the_page_and_there_is_no_body(client: TestClient, path: str) -> None:
    whole, head = client.get(path), client.head(path)
    assert head.status_code == whole.status_code
    assert head.headers["content-type"] == whole.headers["content-type"]
    assert head.headers["content-length"] == whole.headers["content-length"]
    assert (head.content, bool(whole.content)) == (b"", True)


def test_what_can_only_be_sent_has_no_headers_to_ask_for(client: TestClient) -> None:
    assert (
        client.head("/articles/new/paste").status_code
        == client.get("/articles/new/paste").status_code
    )
