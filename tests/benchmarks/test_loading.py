"""Users visit desks on stores of several sizes, and all pages come."""

from __future__ import annotations

from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from benchmarks.loading import PAGES, Load, load_desks
from benchmarks.report import machine
from benchmarks.stores import make_stores
from benchmarks.visiting import visit
from benchmarks.waits import Waits
from tests.benchmarks.test_asking import BASE, CrisisReader


class Pages(BaseHTTPRequestHandler):
    """Has a page at ``/``, and none elsewhere."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        self.send_response(200 if self.path == "/" else 404)
        self.send_header("Content-Length", "4")
        self.end_headers()
        self.wfile.write(b"page")

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def port() -> Iterator[int]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Pages) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield server.server_port
        server.shutdown()


def test_every_user_gets_every_page(port: int) -> None:
    answers = visit(port, ["/"], users=8, each=3)
    assert len(answers) == 24
    assert all(each.good and each.size == 4 and each.seconds > 0 for each in answers)


def test_what_does_not_come_is_told(port: int) -> None:
    assert [each.status for each in visit(port, ["/none"], users=2, each=1)] == [404, 404]
    assert not any(each.good for each in visit(port, ["/none"], users=1, each=1))


def test_desks_are_visited_in_turns(tmp_path: Path) -> None:
    stores = make_stores(tmp_path, (BASE, 2 * BASE), CrisisReader, base=BASE)
    loaded = load_desks(stores, Load(users=2, turns=2, each=1), ["crisis", "search, a name"])
    assert set(loaded.pages) < set(PAGES)
    for waited in loaded.pages.values():
        assert [each.articles for each in waited] == [BASE, 2 * BASE]
        assert [(each.asked, each.errors) for each in waited] == [(4, 0), (4, 0)]
    (table,) = Waits(machine(), loaded.to_dict()).tables()
    assert table.row_count == 2
