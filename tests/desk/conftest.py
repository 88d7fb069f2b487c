"""What the tests of the desk share: one store of hand-made records, the app, a server, a browser.

The store is made once a session and only read; a test that writes asks for ``own_desk``, whose
store is a copy.
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
from tests.conftest import chromium
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
    with TestClient(
        desk_app, follow_redirects=False, base_url="http://127.0.0.1", client=("127.0.0.1", 50000)
    ) as found:
        yield found


@pytest.fixture
def own_store(desk_file: Path, tmp_path: Path) -> Iterator[Store]:
    """A copy of the store, to be written to."""
    path = tmp_path / "own.sqlite"
    for each in desk_file.parent.glob(f"{desk_file.name}*"):
        shutil.copy(each, path.with_name(each.name.replace(desk_file.name, path.name)))
    with Store.open(str(path), settings=Settings()) as store:
        yield store


@pytest.fixture
def own_client(own_store: Store) -> Iterator[TestClient]:
    """A client of a desk whose store may be written to."""
    app = create_app(own_store, settings=Settings())
    with TestClient(
        app, follow_redirects=False, base_url="http://127.0.0.1", client=("127.0.0.1", 50000)
    ) as found:
        yield found


@pytest.fixture
def empty_client(tmp_path: Path) -> Iterator[TestClient]:
    """A client of a desk with nothing in its store."""
    with Store.open(str(tmp_path / "empty.sqlite"), settings=Settings()) as store:
        app = create_app(store, settings=Settings())
        with TestClient(
            app, follow_redirects=False, base_url="http://127.0.0.1", client=("127.0.0.1", 50000)
        ) as found:
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
def own_url(own_store: Store) -> Iterator[str]:
    """The URL of a desk whose store may be written to."""
    with serving(create_app(own_store, settings=Settings())) as url:
        yield url


@pytest.fixture
def empty_url(tmp_path: Path) -> Iterator[str]:
    """The URL of a desk with nothing in its store."""
    path = str(tmp_path / "empty.sqlite")
    with (
        Store.open(path, settings=Settings()) as store,
        serving(create_app(store, settings=Settings())) as url,
    ):
        yield url


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's Chromium, driven; one for all tests."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        yield found
        found.close()


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
