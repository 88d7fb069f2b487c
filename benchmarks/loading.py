"""Many users at a desk with a large store, and at one with a small store, in the same run.

Both desks are real ones (``dragoman desk --no-worker``) on loopback. The large store holds what the
small one holds over and over, on later and later days (:mod:`benchmarks.stores`); users look at as
many crises in either, so that the pages are of the same size. The desks take turns at each page.
"""

from __future__ import annotations

import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import fmean, quantiles
from typing import Any
from urllib.parse import urlencode

from sqlalchemy import func, select

from benchmarks.multiplying import identity_in, letters
from benchmarks.questions import WORDS, chosen
from benchmarks.stores import Stores
from benchmarks.visiting import Answer, visit
from dragoman.errors import DragomanError
from dragoman.store import Store
from dragoman.store.tables import stories, story_articles

USERS = 50
TURNS = 4
"""How often each desk is visited for each page."""

EACH = 2
"""How many times each user asks for a page in a turn."""

_NAMES = 6
_PERCENT = 95
_LOOK_AGAIN = 0.1
_PROGRAM = "from dragoman.cli import main; main()"


@dataclass(frozen=True, slots=True)
class Load:
    """How many users come how often; see :data:`USERS`, :data:`TURNS` and :data:`EACH`."""

    users: int = USERS
    turns: int = TURNS
    each: int = EACH


@dataclass(frozen=True, slots=True)
class Crisis:
    """A crisis that is looked at, and a person's name that its articles alone have."""

    id: str
    name: str


Pages = Callable[[Crisis], str]
"""Returns the path of a page on a crisis."""

PAGES: Mapping[str, Pages] = {
    "crisis": lambda crisis: f"/crises/{crisis.id}",
    "standings": lambda crisis: _path("/standings", crisis=crisis.id),
    "outreach": lambda crisis: _path("/outreach", crisis=crisis.id),
    "search, a name": lambda crisis: _path("/statements", q=crisis.name),
    "search, a word in a crisis": lambda crisis: _path("/statements", q=WORDS[0], crisis=crisis.id),
    "review": lambda crisis: _path("/review", crisis=crisis.id),
}


@dataclass(frozen=True, slots=True)
class Waited:
    """How long users of one desk waited for a page; milliseconds.

    Attributes:
        articles: How many the store holds.
        median: Of all waits.
        p95: Of all waits.
        asked: How often it was asked for.
        errors: How often it did not come.
        size: Bytes of the page, compressed.
    """

    articles: int
    median: float
    p95: float
    asked: int
    errors: int
    size: float


@dataclass(frozen=True, slots=True)
class Loaded:
    """The whole of it: for each page how long users waited for it in each store."""

    load: Load
    pages: Mapping[str, tuple[Waited, ...]]

    def to_dict(self) -> dict[str, Any]:
        """Return it as plain values."""
        pages = {name: [asdict(each) for each in some] for name, some in self.pages.items()}
        return {"load": asdict(self.load), "pages": pages}


def load_desks(stores: Stores, load: Load, pages: Sequence[str] = tuple(PAGES)) -> Loaded:
    """Open a desk on each store, and let users visit them in turns.

    Args:
        stores: What the desks are opened on.
        load: How many users come how often.
        pages: Names of :data:`PAGES`.

    Raises:
        DragomanError: A desk does not open.
    """
    with ExitStack() as opened:
        ports = {count: opened.enter_context(desk(path)) for count, path in stores.large.items()}
        crises = {count: _crises(stores, count) for count in ports}
        found = {name: _waited(PAGES[name], ports, crises, load) for name in pages}
    return Loaded(load, found)


def _waited(
    page: Pages, ports: Mapping[int, int], crises: Mapping[int, Sequence[Crisis]], load: Load
) -> tuple[Waited, ...]:
    answers: dict[int, list[Answer]] = {count: [] for count in ports}
    paths = {count: [page(each) for each in some] for count, some in crises.items()}
    for count, port in ports.items():
        once = list(dict.fromkeys(paths[count]))
        visit(port, once, 1, len(once))
    for turn in range(load.turns):
        for count in sorted(ports, reverse=bool(turn % 2)):
            answers[count] += visit(ports[count], paths[count], load.users, load.each)
    return tuple(_summed(count, some) for count, some in answers.items())


def _summed(articles: int, answers: Sequence[Answer]) -> Waited:
    hundredths = quantiles([each.seconds * 1000 for each in answers], n=100, method="inclusive")
    return Waited(
        articles=articles,
        median=hundredths[49],
        p95=hundredths[_PERCENT - 1],
        asked=len(answers),
        errors=sum(not each.good for each in answers),
        size=fmean(each.size for each in answers),
    )


@contextmanager
def desk(path: Path) -> Iterator[int]:
    """Open a desk on a store in a process of its own; yield the port that it listens on.

    Raises:
        DragomanError: It does not open.
    """
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = int(free.getsockname()[1])
    command = [sys.executable, "-c", _PROGRAM, "desk", "--db", str(path), "--port", str(port)]
    with subprocess.Popen([*command, "--no-worker"], stdout=subprocess.DEVNULL) as running:
        try:
            _await(running, port)
            yield port
        finally:
            running.terminate()


def _await(running: subprocess.Popen[bytes], port: int) -> None:
    """Wait until a desk listens."""
    while running.poll() is None:
        with suppress(ConnectionRefusedError), socket.create_connection(("127.0.0.1", port)):
            return
        time.sleep(_LOOK_AGAIN)
    raise DragomanError("The desk did not open.")


def _crises(stores: Stores, count: int) -> list[Crisis]:
    """Return the largest crisis of some copies that lie far apart, as many in every store."""
    fewest = min(map(stores.copies, stores.large))
    step = stores.copies(count) // fewest
    with Store.open(str(stores.small)) as store, store.view() as view:
        asked = (
            select(stories.c.crisis_id)
            .join(story_articles, story_articles.c.story_id == stories.c.id)
            .group_by(stories.c.crisis_id)
            .order_by(func.count().desc())
        )
        largest = view.connection.scalars(asked.limit(1)).one()
    names = sorted({each.name for each in chosen(stores.small, 10 * _NAMES)})[:_NAMES]
    return [
        Crisis(identity_in(copy, largest), f"{name}{letters(copy)}")
        for copy in range(step - 1, stores.copies(count), step)
        for name in names
    ]


def _path(path: str, **query: str) -> str:
    return f"{path}?{urlencode(query)}"
