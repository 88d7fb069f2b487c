"""When Python looks for garbage."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def paused() -> Iterator[None]:
    """Let Python not look for garbage for a while, if it does otherwise.

    What is written makes many objects and hardly a cycle of them. Python would look through all
    that is loaded, the model and the lexicons, again and again, and find nothing; that took a
    seventh of the time. What has no name any more is gone at once all the same.
    """
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()
