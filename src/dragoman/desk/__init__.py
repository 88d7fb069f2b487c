"""The web desk: the ledger as pages and as an API.

The desk loads no model: what is to be read is put into the store as a job, which a worker does.
Importing this package is light, so that a command may use a part of the desk without its server.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dragoman.desk.app import create_app

__all__ = ["create_app"]


def __getattr__(name: str) -> Any:
    if name != "create_app":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from dragoman.desk.app import create_app

    return create_app
