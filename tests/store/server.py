"""A PostgreSQL server of the tests' own, in a temporary folder, reached by a Unix socket only."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from tests.conftest import postgresql

_OWNER = "postgres"
_PATIENCE = 120
_NEW = ("-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync")
_OPTIONS = "-c listen_addresses= -c fsync=off -c full_page_writes=off -c max_connections=50"


@contextmanager
def running_server() -> Iterator[str]:
    """Start a server and yield the URL of its database; it is gone afterwards."""
    folder = Path(mkdtemp(prefix="dragoman-pg-"))
    try:
        _own(folder)
        data = folder / "data"
        _run("initdb", "-D", data, "-U", _OWNER, *_NEW)
        options = f"{_OPTIONS} -c unix_socket_directories={folder}"
        _run("pg_ctl", "-D", data, "-l", folder / "log", "-w", "-o", options, "start")
        try:
            yield f"postgresql://{_OWNER}@/postgres?host={folder}"
        finally:
            _run("pg_ctl", "-D", data, "-m", "immediate", "-w", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _own(folder: Path) -> None:
    """Give the folder to the server's user: the server refuses to run as root."""
    if os.geteuid() == 0:
        owner = pwd.getpwnam(_OWNER)
        os.chown(folder, owner.pw_uid, owner.pw_gid)


def _run(name: str, *arguments: str | Path) -> None:
    programs = postgresql()
    assert programs is not None
    user: dict[str, Any] = {"user": _OWNER, "group": _OWNER} if os.geteuid() == 0 else {}
    subprocess.run(
        [programs / name, *arguments],
        check=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        cwd="/",
        timeout=_PATIENCE,
        **user,
    )
