"""A web server on this machine, a clock that a test moves, and feeds to serve."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from dragoman.settings import Settings

LOCAL = Settings(allowed_networks=("127.0.0.0/8",), fetch_timeout=20.0, max_bytes=200_000)
START = datetime(2020, 5, 4, 12, tzinfo=UTC)

Reply = tuple[int, dict[str, str], bytes]


@dataclass
class Site:
    """What the server answers, by path, and what it was asked."""

    url: str
    replies: dict[str, Reply] = field(default_factory=dict)
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)

    def put(self, path: str, body: bytes | str = b"", status: int = 200, **headers: str) -> None:
        """Serve something at a path."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        data = body.encode() if isinstance(body, str) else body
        self.replies[path] = (status, {"Content-Type": "text/html", **named}, data)

    def put_article(self, path: str, words: str) -> None:
        """Serve the page of an article."""
        self.put(path, f"<html><body><h1>News</h1><p>{words}</p></body></html>")

    def put_feed(self, path: str, *links: str, etag: str = "") -> None:
        """Serve a feed that lists pages of this site, the newest first."""
        items = "".join(
            f"<item><link>{self.url}{link}</link>"
            f"<pubDate>{format_datetime(START - timedelta(hours=number))}</pubDate></item>"
            for number, link in enumerate(links, start=1)
        )
        feed = f"<rss version='2.0'><channel>{items}</channel></rss>"
        self.put(path, feed, Content_Type="application/rss+xml", ETag=etag)

    def paths(self) -> list[str]:
        """Return what was asked for, without the robots.txt."""
        return [path for path, _ in self.asked if path != "/robots.txt"]

    def answer(self, path: str, headers: dict[str, str]) -> Reply:
        """Return the reply to a request, which is remembered."""
        self.asked.append((path, headers))
        status, named, body = self.replies.get(path, (404, {}, b"gone"))
        if named.get("ETag") and headers.get("if-none-match") == named["ETag"]:
            return 304, {}, b""
        return status, named, body


class Server(ThreadingHTTPServer):
    """A server that knows its site."""

    site: Site


class Handler(BaseHTTPRequestHandler):
    """Answers by the site of the server."""

    def do_GET(self) -> None:
        assert isinstance(self.server, Server)
        asked = {name.lower(): value for name, value in self.headers.items()}
        status, headers, body = self.server.site.answer(self.path, asked)
        self.send_response(status)
        for name, value in {"Content-Length": str(len(body)), **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
        """Keep the tests' output quiet."""


@contextmanager
def serving() -> Iterator[Site]:
    """Run a server while the block runs."""
    server = Server(("127.0.0.1", 0), Handler)
    server.site = Site(f"http://127.0.0.1:{server.server_address[1]}")
    thread = threading.Thread(target=lambda: server.serve_forever(0.02), daemon=True)
    thread.start()
    try:
        yield server.site
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


@dataclass
class TestClock:
    """A clock that stands still, save when someone sleeps or the test moves it."""

    __test__ = False

    moment: datetime = START
    slept: list[float] = field(default_factory=list)

    def now(self) -> datetime:
        return self.moment

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.pass_(seconds=seconds)

    def pass_(self, **duration: float) -> None:
        self.moment += timedelta(**duration)
