"""Opening the store for a question, and printing an answer as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dragoman.store import Store, View


@contextmanager
def existing(where: str | None) -> Iterator[Store]:
    """Give a store that is there and of this version."""
    from dragoman.settings import Settings
    from dragoman.store import Store
    from dragoman.store.addresses import address

    with Store(address(Settings.load(), where)) as store:
        store.require()
        yield store


@contextmanager
def looked_at(where: str | None) -> Iterator[View]:
    """Give a look at a store that is there and of this version."""
    with existing(where) as store, store.view() as view:
        yield view


def print_json(value: object) -> None:
    """Print an answer as indented JSON."""
    from dragoman.cli.console import write_utf8

    write_utf8(json.dumps(value, ensure_ascii=False, indent=2))
