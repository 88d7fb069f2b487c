"""Killing programs at random moments; ``make kills`` does it more often than the tests do."""

from __future__ import annotations

import multiprocessing
import os
import random
import time
from collections.abc import Callable
from pathlib import Path

KILLS = int(os.environ.get("DRAGOMAN_KILLS") or 10)
"""How often each program is killed."""

fork = multiprocessing.get_context("fork")


def tell(path: Path, line: str) -> None:
    """Append a line at once: what stands there was told after its commit."""
    with path.open("a", encoding="utf-8") as file:
        file.write(f"{line}\n")
        file.flush()
        os.fsync(file.fileno())


def kill_often(target: Callable[..., None], *arguments: object, longest: float) -> None:
    """Start a program again and again, and kill it each time.

    Args:
        target: What it runs.
        arguments: Of the target.
        longest: Seconds that it is left alone at most.
    """
    chance = random.Random(KILLS)
    for _ in range(KILLS):
        process = fork.Process(target=target, args=arguments)
        process.start()
        time.sleep(chance.uniform(0, longest))
        process.kill()
        process.join()
