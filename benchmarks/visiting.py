"""Many users at once: each asks for a page, waits for it, and asks for the next."""

from __future__ import annotations

import random
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException
from threading import Barrier

_PATIENCE = 600
"""Seconds that a user waits for a page."""

_OK = 200


@dataclass(frozen=True, slots=True)
class Answer:
    """One page that was asked for.

    Attributes:
        seconds: How long it took, to its last byte.
        size: Its bytes, as they came.
        status: Of HTTP; 0 where the connection broke.
    """

    seconds: float
    size: int
    status: int

    @property
    def good(self) -> bool:
        """Whether the page came."""
        return self.status == _OK


def visit(port: int, paths: Sequence[str], users: int, each: int) -> list[Answer]:
    """Let users ask a desk on this machine for pages, all at once.

    Args:
        port: Where the desk listens.
        paths: What is asked for; each user takes one after the other, from a place of its own on.
        users: How many there are.
        each: How many pages each asks for.
    """
    start = Barrier(users)

    def user(number: int) -> list[Answer]:
        wanted = [paths[(number + turn) % len(paths)] for turn in range(each)]
        random.Random(number).shuffle(wanted)
        connection = HTTPConnection("127.0.0.1", port, timeout=_PATIENCE)
        connection.connect()
        start.wait()
        answers = [_asked(connection, path) for path in wanted]
        connection.close()
        return answers

    with ThreadPoolExecutor(users) as pool:
        return [answer for some in pool.map(user, range(users)) for answer in some]


def _asked(connection: HTTPConnection, path: str) -> Answer:
    begin = time.perf_counter()
    try:
        connection.request("GET", path, headers={"Accept-Encoding": "gzip"})
        response = connection.getresponse()
        size, status = len(response.read()), response.status
    except (OSError, HTTPException):
        connection.close()
        size, status = 0, 0
    return Answer(time.perf_counter() - begin, size, status)
