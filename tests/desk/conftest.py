"""What the tests of the desk share: one store of hand-made records, the app, a server, a browser.

The store is made once a session and only read; a test that writes asks for what is its ``own``.
The desk of all such tests is one, since a new one takes long to answer for the first time; its
store is made anew for each.
"""

from __future__ import annotations

import shutil
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import uvicorn
from fastapi import FastAPI
from fastapi.testclient import TestClient

from dragoman.desk import create_app
from dragoman.settings import Settings
from dragoman.store import Store
from tests.desk.examples import make_store

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page, Response

_PATIENCE = 20.0


@pytest.fixture(scope="session")
def desk_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of the store that tests only read."""
    path = tmp_path_factory.mktemp("desk") / "ledger.sqlite"
    make_store(path)
    return path


@pytest.fixture(scope="session")
def desk_store(desk_file: Path) -> Iterator[Store]:
    """The store that tests only read: a few articles on one crisis, in your own words."""
    with Store.open(str(desk_file), settings=Settings()) as store:
        yield store


@pytest.fixture(scope="session")
def desk_app(desk_store: Store) -> FastAPI:
    """The desk on it, of a single user."""
    return create_app(desk_store, settings=Settings())


@pytest.fixture
def client(desk_app: FastAPI) -> Iterator[TestClient]:
    """A client of the desk, in memory; it follows no redirect, and no page is kept from before."""
    desk_app.state.desk.kept.clear()
    with visitor(desk_app) as found:
        yield found


@contextmanager
def visitor(app: FastAPI) -> Iterator[TestClient]:
    """Come to a desk, from the machine that it runs on."""
    with TestClient(
        app, follow_redirects=False, base_url="http://127.0.0.1", client=("127.0.0.1", 50000)
    ) as found:
        yield found


@pytest.fixture(scope="session")
def changing_store(template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A store of which each test makes what it needs."""
    path = shutil.copy(template, tmp_path_factory.mktemp("own") / "own.sqlite")
    with Store.open(str(path), settings=Settings()) as store:
        yield store


@pytest.fixture(scope="session")
def changing_app(changing_store: Store) -> FastAPI:
    """The desk on it, which may be asked as often as tests do."""
    return create_app(changing_store, settings=Settings(requests_per_minute=1_000_000))


def replace_by(store: Store, file: Path) -> Store:
    """Let a store hold what the store of a file holds, which nobody has open to write to."""
    store.close()
    path = Path(store.url.database or "")
    for old in path.parent.glob(f"{path.name}*"):
        old.unlink()
    for each in file.parent.glob(f"{file.name}*"):
        shutil.copy(each, path.with_name(each.name.replace(file.name, path.name)))
    return store


@pytest.fixture
def own_store(changing_store: Store, desk_file: Path) -> Store:
    """A copy of the store, to be written to."""
    return replace_by(changing_store, desk_file)


@pytest.fixture
def own_app(own_store: Store, changing_app: FastAPI) -> FastAPI:
    """A desk whose store may be written to."""
    assert changing_app.state.desk.store is own_store
    changing_app.state.desk.kept.clear()
    return changing_app


@pytest.fixture
def empty_app(changing_store: Store, changing_app: FastAPI, template: Path) -> FastAPI:
    """A desk with nothing in its store."""
    replace_by(changing_store, template)
    changing_app.state.desk.kept.clear()
    return changing_app


@pytest.fixture
def own_client(own_app: FastAPI) -> Iterator[TestClient]:
    """A client of a desk whose store may be written to."""
    with visitor(own_app) as found:
        yield found


@pytest.fixture
def empty_client(empty_app: FastAPI) -> Iterator[TestClient]:
    """A client of a desk with nothing in its store."""
    with visitor(empty_app) as found:
        yield found


@contextmanager
def serving(app: FastAPI) -> Iterator[str]:
    """Serve an app on a free port of this machine for as long as the block runs; give its URL."""
    config = uvicorn.Config(app, host="127.0.0.1", port=0, log_level="error", lifespan="on")
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    until = time.monotonic() + _PATIENCE
    while not server.started and time.monotonic() < until:
        time.sleep(0.01)
    port = server.servers[0].sockets[0].getsockname()[1]
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    thread.join(_PATIENCE)


@pytest.fixture(scope="session")
def desk_url(desk_app: FastAPI) -> Iterator[str]:
    """The URL of the desk that tests only read."""
    with serving(desk_app) as url:
        yield url


@pytest.fixture
def own_url(own_app: FastAPI) -> Iterator[str]:
    """The URL of a desk whose store may be written to."""
    with serving(own_app) as url:
        yield url


@pytest.fixture
def empty_url(empty_app: FastAPI) -> Iterator[str]:
    """The URL of a desk with nothing in its store."""
    with serving(empty_app) as url:
        yield url


@pytest.fixture
def browsing(browser: Browser) -> Iterator[BrowserContext]:
    """A browser with no past."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    context.set_default_timeout(30_000)
    yield context
    context.close()


def _missing(answer: Response) -> list[str]:
    """Return the address of a style or script that is not there, if it is one."""
    return [answer.url] if answer.status >= 400 and "/static/" in answer.url else []


@pytest.fixture
def page(browsing: BrowserContext, desk_app: FastAPI) -> Iterator[Page]:
    """A page of which nothing is kept; the test fails if its scripts do, or are not there."""
    desk_app.state.desk.kept.clear()
    found = browsing.new_page()
    faults: list[str] = []
    found.on("pageerror", lambda error: faults.append(str(error)))
    found.on("response", lambda answer: faults.extend(_missing(answer)))
    yield found
    assert faults == []
