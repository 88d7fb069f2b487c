"""Fetching from a local server that misbehaves in every way."""

from __future__ import annotations

import gzip
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import ClassVar

import pytest

from dragoman.errors import FetchError, ForbiddenAddress, NotText, SettingError, TooLarge
from dragoman.ingest import read_article
from dragoman.ingest.fetch import fetch
from dragoman.settings import Settings

PAGE = b"<html><body><p>The envoy left the capital on Sunday.</p></body></html>"
LOCAL = Settings(allowed_networks=("127.0.0.0/8",), fetch_timeout=5.0, max_bytes=100_000)
Reply = tuple[int, dict[str, str], bytes]


class Handler(BaseHTTPRequestHandler):
    """Answers each path with what the test has put there, and remembers what was asked."""

    replies: ClassVar[dict[str, Reply]] = {}
    asked: ClassVar[list[dict[str, str]]] = []

    def do_GET(self) -> None:
        status, headers, body = self.replies.get(self.path, (404, {}, b"gone"))
        self.asked.append({"path": self.path, **{k.lower(): v for k, v in self.headers.items()}})
        self.send_response(status)
        for name, value in {"Content-Length": str(len(body)), **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
        """Keep the tests' output quiet."""


@pytest.fixture
def server() -> Iterator[str]:
    Handler.replies = {}
    Handler.asked = []
    httpd = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=httpd.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{httpd.server_address[1]}"
    httpd.shutdown()
    httpd.server_close()
    thread.join()


def put(path: str, body: bytes = PAGE, status: int = 200, **headers: str) -> None:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    Handler.replies[path] = (status, {"Content-Type": "text/html", **named}, body)


@contextmanager
def raw_server(talk: Callable[[socket.socket], None]) -> Iterator[str]:
    """Serve one connection by hand."""
    listener = socket.create_server(("127.0.0.1", 0))

    def serve() -> None:
        connection, _ = listener.accept()
        with closing(connection):
            try:
                connection.recv(65_536)
                talk(connection)
            except OSError:
                return

    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    with closing(listener):
        yield f"http://127.0.0.1:{listener.getsockname()[1]}/"
    thread.join(5)


def test_a_page_is_fetched(server: str) -> None:
    put("/a?b=1", Content_Type="text/html; charset=koi8-r")
    page = fetch(f"{server}/a?b=1#part", LOCAL)
    assert (page.data, page.content_type, page.charset) == (PAGE, "text/html", "koi8-r")
    asked = Handler.asked[0]
    assert asked["host"] == server.removeprefix("http://")
    assert asked["user-agent"] == LOCAL.user_agent


def test_a_compressed_page_is_unpacked(server: str) -> None:
    put("/", gzip.compress(PAGE), Content_Encoding="gzip")
    assert fetch(f"{server}/", LOCAL).data == PAGE


def test_redirects_are_followed_and_the_last_address_kept(server: str) -> None:
    put("/a", status=302, Location="/b")
    put("/b", status=301, Location=f"{server}/c")
    put("/c")
    assert fetch(f"{server}/a", LOCAL).url == f"{server}/c"


def test_redirects_have_a_limit(server: str) -> None:
    put("/a", status=302, Location="/a")
    with pytest.raises(FetchError, match=r"redirects more than 5 times"):
        fetch(f"{server}/a", LOCAL)
    assert len(Handler.asked) == 6


@pytest.mark.parametrize(
    ("location", "error"),
    [
        ("http://10.255.255.1/", ForbiddenAddress),
        ("http://169.254.169.254/latest/meta-data/", ForbiddenAddress),
        ("http://[::1]/", ForbiddenAddress),
        ("http://[::ffff:10.0.0.1]/", ForbiddenAddress),
        ("http://0x0a000001/", ForbiddenAddress),
        ("file:///etc/passwd", FetchError),
        ("ftp://127.0.0.1/x", FetchError),
        ("http://user:secret@127.0.0.1/", FetchError),
        ("http://", FetchError),
    ],
)
def test_a_redirect_leads_nowhere_that_is_forbidden(
    server: str, location: str, error: type[FetchError]
) -> None:
    put("/a", status=302, Location=location)
    with pytest.raises(error) as caught:
        fetch(f"{server}/a", LOCAL)
    assert type(caught.value) is error
    assert caught.value.source == f"{server}/a"


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "[::1]", "10.0.0.1", "0.0.0.1"])
def test_without_permission_no_private_address_is_reached(server: str, host: str) -> None:
    port = server.rsplit(":", 1)[1]
    with pytest.raises(ForbiddenAddress, match=r"not a public address.*allowed_networks"):
        fetch(f"http://{host}:{port}/", Settings())
    assert Handler.asked == []


def test_the_connection_goes_to_the_address_that_was_checked(
    server: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    put("/")
    port = server.rsplit(":", 1)[1]
    answers = [["127.0.0.1"], ["10.0.0.1"], ["10.0.0.1"]]
    real = socket.getaddrinfo

    def rebinding(host: str, port: int, *args: int, **kwargs: int) -> object:
        name = answers.pop(0)[0] if host == "rebind.example" else host
        return real(name, port, *args, **kwargs)

    monkeypatch.setattr(socket, "getaddrinfo", rebinding)
    assert fetch(f"http://rebind.example:{port}/", LOCAL).data == PAGE
    assert len(answers) == 2
    assert Handler.asked[0]["host"] == f"rebind.example:{port}"


def test_the_next_address_is_tried_when_one_refuses(
    server: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    put("/")
    port = server.rsplit(":", 1)[1]
    real = socket.getaddrinfo

    def two(host: str, port: int, *args: int, **kwargs: int) -> object:
        if host != "two.example":
            return real(host, port, *args, **kwargs)
        return [*real("127.0.0.2", port, **kwargs), *real("127.0.0.1", port, **kwargs)]

    monkeypatch.setattr(socket, "getaddrinfo", two)
    assert fetch(f"http://two.example:{port}/", LOCAL).data == PAGE


def test_a_page_over_the_limit_is_refused(server: str) -> None:
    put("/", b"x" * 100_001)
    with pytest.raises(TooLarge, match=r"more than 100,000 bytes"):
        fetch(f"{server}/", LOCAL)


def test_a_bomb_is_refused(server: str) -> None:
    put("/", gzip.compress(bytes(20_000_000)), Content_Encoding="gzip")
    limits = Settings(allowed_networks=LOCAL.allowed_networks, max_decompressed=1_000_000)
    with pytest.raises(TooLarge, match=r"once decompressed"):
        fetch(f"{server}/", limits)


@pytest.mark.parametrize("content_type", ["application/pdf", "image/png", "application/json"])
def test_what_is_no_page_is_refused(server: str, content_type: str) -> None:
    put("/", Content_Type=content_type)
    with pytest.raises(NotText, match=content_type):
        fetch(f"{server}/", LOCAL)


@pytest.mark.parametrize("status", [404, 403, 500])
def test_the_answer_of_a_server_that_refuses_is_told(server: str, status: int) -> None:
    put("/", status=status)
    with pytest.raises(FetchError, match=f"answered {status}"):
        fetch(f"{server}/", LOCAL)


def test_a_server_that_is_not_there() -> None:
    with closing(socket.create_server(("127.0.0.1", 0))) as listener:
        port = listener.getsockname()[1]
    with pytest.raises(FetchError, match=r"cannot be reached"):
        fetch(f"http://127.0.0.1:{port}/", LOCAL)


QUICK = Settings(allowed_networks=("127.0.0.0/8",), fetch_timeout=0.4)


def drip_headers(connection: socket.socket) -> None:
    connection.sendall(b"HTTP/1.1 200 OK\r\n")
    for number in range(60):
        connection.sendall(b"X-%d: y\r\n" % number)
        time.sleep(0.1)


def drip_body(connection: socket.socket) -> None:
    connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
    for _ in range(60):
        connection.sendall(b"x")
        time.sleep(0.1)


def say_nothing(_: socket.socket) -> None:
    time.sleep(2)


@pytest.mark.parametrize("talk", [drip_headers, drip_body, say_nothing])
def test_a_slow_server_is_left(talk: Callable[[socket.socket], None]) -> None:
    with raw_server(talk) as url, pytest.raises(FetchError, match=r"in time|within 0\.4 seconds"):
        fetch(url, QUICK)


def test_an_answer_that_is_no_http_is_an_error() -> None:
    with (
        raw_server(lambda connection: connection.sendall(b"220 mail ready\r\n")) as url,
        pytest.raises(FetchError, match=r"could not be fetched"),
    ):
        fetch(url, LOCAL)


def test_a_body_that_breaks_off_is_an_error() -> None:
    reply = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 1000\r\n\r\nshort"
    with (
        raw_server(lambda connection: connection.sendall(reply)) as url,
        pytest.raises(FetchError, match=r"could not be fetched"),
    ):
        fetch(url, LOCAL)


def test_a_proxy_is_used_and_the_host_checked_all_the_same(server: str) -> None:
    target = "http://127.0.0.9:9/page"
    put(target)
    through = Settings(allowed_networks=("127.0.0.0/8",), proxy=server)
    assert fetch(target, through).data == PAGE
    with pytest.raises(ForbiddenAddress):
        fetch("http://10.0.0.1/", through)
    assert [each["path"] for each in Handler.asked] == [target]


def test_a_proxy_that_cannot_be_is_a_wrong_setting() -> None:
    with pytest.raises(SettingError, match="proxy"):
        fetch("http://127.0.0.1/", Settings(proxy="nonsense://x"))


def test_the_proxy_of_the_environment_is_not_used(
    server: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    put("/")
    assert fetch(f"{server}/", LOCAL).data == PAGE


def test_a_url_becomes_an_article(server: str) -> None:
    put("/a", status=302, Location="/news/2021/03/09/envoy")
    put("/news/2021/03/09/envoy")
    article = read_article(f"{server}/a", settings=LOCAL)
    assert article.text == "The envoy left the capital on Sunday."
    assert article.url == f"{server}/news/2021/03/09/envoy"
    assert article.published_at is not None
    assert article.published_at.date().isoformat() == "2021-03-09"


def test_plain_text_and_its_charset_are_read_from_a_url(server: str) -> None:
    text = "Envoy leaves\n\nThe envoy left São Paulo on Sunday, <b>he</b> said."
    put("/", text.encode("iso-8859-15"), Content_Type="text/plain; charset=iso-8859-15")
    article = read_article(f"{server}/", settings=LOCAL)
    assert article.text == text
