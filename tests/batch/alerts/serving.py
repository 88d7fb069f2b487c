"""A web server and a server for e-mail on this machine, which keep what they are sent."""

from __future__ import annotations

import json
import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any


@dataclass
class Kept:
    """What a server was sent, and how it is to answer."""

    port: int = 0
    answer: int = 200
    bodies: list[Any] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)


@contextmanager
def web(answer: int = 200) -> Iterator[Kept]:
    """Run a web server that takes JSON."""
    kept = Kept(answer=answer)

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            length = int(self.headers["Content-Length"])
            kept.bodies.append(json.loads(self.rfile.read(length)))
            kept.headers.append({name.lower(): value for name, value in self.headers.items()})
            self.send_response(kept.answer)
            self.send_header("Location", "http://127.0.0.1/elsewhere")
            self.end_headers()

        def log_message(self, *_: Any) -> None:
            """Keep quiet."""

    with _running(HTTPServer(("127.0.0.1", 0), Handler), kept):
        yield kept


@contextmanager
def mail(answer: int = 250) -> Iterator[Kept]:
    """Run a server that takes e-mail without encryption; ``answer`` is its word to a message."""
    kept = Kept(answer=answer)

    class Handler(socketserver.StreamRequestHandler):
        def handle(self) -> None:
            self._say(220, "ready")
            for line in self.rfile:
                word = line.split()[0].upper() if line.split() else b""
                if word == b"DATA":
                    self._say(354, "go on")
                    kept.bodies.append(self._message())
                    self._say(kept.answer, "so it is")
                elif word == b"QUIT":
                    self._say(221, "bye")
                    return
                else:
                    self._say(250, "fine")

        def _message(self) -> str:
            lines = []
            for line in self.rfile:
                if line == b".\r\n":
                    break
                lines.append(line.decode())
            return "".join(lines)

        def _say(self, code: int, words: str) -> None:
            self.wfile.write(f"{code} {words}\r\n".encode())

    with _running(socketserver.TCPServer(("127.0.0.1", 0), Handler), kept):
        yield kept


@contextmanager
def _running(server: socketserver.TCPServer, kept: Kept) -> Iterator[None]:
    kept.port = server.server_address[1]
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
