"""``dragoman desk``: the ledger in a browser."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Annotated

import typer

from dragoman.cli.db import Where

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


def desk(
    *, where: Where = None, host: Host = HOST, port: Port = PORT, no_worker: NoWorker = False
) -> None:
    """Open the desk: the ledger as pages for a browser, and as an API.

    A worker is started with it, which reads the articles that are put in by the desk.
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
        typer.echo(f"The desk is at http://{_shown(host)}:{port}/ (Ctrl-C ends it)", err=True)
        with _nobody() if no_worker else _worker(store.url.render_as_string(hide_password=False)):
            uvicorn.run(app, host=host, port=port, log_level="warning", server_header=False)


def _shown(host: str) -> str:
    return f"[{host}]" if ":" in host else host


@contextmanager
def _nobody() -> Iterator[None]:
    yield


@contextmanager
def _worker(db: str) -> Iterator[None]:
    """Let a worker do the jobs of the store for as long as the block runs."""
    command = [sys.executable, "-c", _PROGRAM, "work", "--stay", "--db", db]
    worker = subprocess.Popen(command, stdin=subprocess.DEVNULL)  # noqa: S603 - our own program
    try:
        yield
    finally:
        worker.terminate()
        try:
            worker.wait(_ENDING)
        except subprocess.TimeoutExpired:
            worker.kill()
            worker.wait()
