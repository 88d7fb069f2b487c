"""``dragoman desk``: the ledger in a browser."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import webbrowser
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext, suppress
from typing import TYPE_CHECKING, Annotated, Any

import typer

from dragoman.cli.db import Where
from dragoman.errors import DeskError

if TYPE_CHECKING:
    from dragoman.store import Store

HOST = "127.0.0.1"
PORT = 8471

_PROGRAM = "from dragoman.cli import main; main()"

_ENDING = 10
"""Seconds that the worker has to put down what it does."""

Host = Annotated[str, typer.Option(metavar="ADDRESS", help="Address to listen on.")]
Port = Annotated[int, typer.Option(min=0, max=65535, help="Port to listen on; 0 for any.")]
NoWorker = Annotated[
    bool,
    typer.Option(
        "--no-worker", help="Start no worker; what is put in is read by `dragoman work` elsewhere."
    ),
]
Open = Annotated[
    bool,
    typer.Option("--open", help="Open a browser too, at the crisis with most articles."),
]


def desk(
    *,
    where: Where = None,
    host: Host = HOST,
    port: Port = PORT,
    no_worker: NoWorker = False,
    browse: Open = False,
) -> None:
    """Open the desk: the ledger as pages for a browser, and as an API.

    A worker is started with it, which reads the articles that are put in by the desk. On another
    address than this machine's own, the desk opens only once it has accounts: `dragoman users`.
    """
    import uvicorn

    from dragoman.desk import create_app
    from dragoman.desk.accounts.opening import require_safe
    from dragoman.settings import Settings
    from dragoman.store import Store

    settings = Settings.load()
    with Store.open(where, settings=settings) as store:
        require_safe(store, host)
        app = create_app(store, settings=settings)
        server = uvicorn.Server(uvicorn.Config(app, log_level="warning", server_header=False))
        db = store.url.render_as_string(hide_password=False)
        with _listening(host, port) as found, nullcontext() if no_worker else working(db):
            at = _address(host, found) + (_first_page(store) if browse else "/")
            typer.echo(f"The desk is at {at} (Ctrl-C ends it)", err=True)
            if browse and _has_windows():
                webbrowser.open(at)  # it waits until the desk answers
            _serve(server, found)


def _serve(server: Any, found: socket.socket) -> None:
    """Serve until somebody ends it; then let what was begun with it end as well."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit())
    with suppress(KeyboardInterrupt):
        server.run(sockets=[found])


@contextmanager
def _listening(host: str, port: int) -> Iterator[socket.socket]:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        found = socket.create_server((host, port), family=family)
    except OSError as error:
        message = f"The desk cannot listen on {host}, port {port}: {error.strerror}."
        raise DeskError(message, hint="Name another with --port or --host.") from error
    with found:
        yield found


def _address(host: str, found: socket.socket) -> str:
    shown = f"[{host}]" if ":" in host else host
    return f"http://{shown}:{found.getsockname()[1]}"


def _first_page(store: Store) -> str:
    """Return the path of the crisis with most articles, or of the list where there is none."""
    from dragoman.crises.stories import Crises
    from dragoman.desk import links

    with store.view() as view:
        first = next(Crises(view).all(), None)
    return links.crises() if first is None else links.crisis(first.id)


def _has_windows() -> bool:
    """Tell whether a browser has a screen to open on; one of text would take the terminal."""
    shown = os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    return sys.platform != "linux" or bool(shown)


@contextmanager
def working(db: str) -> Iterator[subprocess.Popen[bytes]]:
    """Let a worker do the jobs of a store for as long as the block runs.

    The store is named in its environment, since its address may hold a password.
    """
    command = [sys.executable, "-c", _PROGRAM, "work", "--stay"]
    environment = {**os.environ, "DRAGOMAN_DB": db}
    worker = subprocess.Popen(  # noqa: S603 - our own program
        command, stdin=subprocess.DEVNULL, env=environment
    )
    try:
        yield worker
    finally:
        worker.terminate()
        try:
            worker.wait(_ENDING)
        except subprocess.TimeoutExpired:
            worker.kill()
            worker.wait()
