"""What is told while articles come in: progress with rate and time left, failures, a sum."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

from rich.progress import BarColumn, Progress, ProgressColumn, Task, TaskID, TextColumn
from rich.text import Text

from dragoman.batch import Added, Outcome
from dragoman.cli.db_output import counted
from dragoman.cli.reading.letters import DeadLetters
from dragoman.cli.speaking import Speaker

_WORDS: dict[Outcome, str] = {
    "new": "new",
    "version": "in a new version",
    "again": "read again",
    "known": "known already",
    "forgotten": "erased, and left out",
    "failed": "could not be read",
}


class _Amount(ProgressColumn):
    """How many of how many, how fast, and how long it will take."""

    def render(self, task: Task) -> Text:
        """Return what is known of it so far."""
        told = f"{task.completed:,.0f}"
        told += f" of {task.total:,.0f}" if task.total else ""
        if task.speed:
            told += f", {task.speed:.1f}/s"
        if task.total and task.time_remaining is not None:
            told += f", {timedelta(seconds=round(task.time_remaining))} left"
        return Text(told)


class Notices(Speaker):
    """Standard error while articles come in, and the file of dead letters.

    Args:
        letters: Where what cannot be read goes.
        verbose: ``True`` tells of every article, ``False`` of nothing but errors.
    """

    def __init__(self, letters: Path, *, verbose: bool | None = None) -> None:
        super().__init__(verbose=verbose)
        self._letters = DeadLetters(letters)
        self._counts: Counter[Outcome] = Counter()
        self._copies = 0
        self._started = time.perf_counter()
        self._progress: Progress | None = None
        self._task: TaskID | None = None

    @property
    def failed(self) -> int:
        """How many articles could not be read."""
        return self._counts["failed"]

    @contextmanager
    def progress(self, doing: str, total: int | None) -> Iterator[None]:
        """Show a bar while the block runs, where there is a terminal.

        Where the block is interrupted, what has come by then is told.

        Args:
            doing: What is done.
            total: How many articles will come, if that is known.
        """
        try:
            with self._bar(doing, total):
                yield
        except KeyboardInterrupt:
            self.note("Interrupted; what was taken in is kept, and the same command goes on.")
            self.sum_up()
            raise

    @contextmanager
    def _bar(self, doing: str, total: int | None) -> Iterator[None]:
        if self._verbose is False or not self._console.is_terminal:
            yield
            return
        columns = (TextColumn("{task.description}"), BarColumn(), _Amount())
        with Progress(*columns, console=self._console, transient=True) as self._progress:
            self._task = self._progress.add_task(doing, total=total)
            yield

    def took(self, added: Added) -> None:
        """Tell what became of an article, and keep a letter of one that could not be read."""
        self._counts[added.outcome] += 1
        self._copies += added.copy_of is not None
        if added.error is not None:
            self._letters.add(added.error)
            self.error(str(added.error))
        elif self._verbose:
            self.note(_line(added))
        if self._progress is not None and self._task is not None:
            self._progress.update(self._task, advance=1)

    def sum_up(self) -> None:
        """Tell how many articles came, how fast, and what became of them."""
        total = self._counts.total()
        seconds = time.perf_counter() - self._started
        rate = f" in {timedelta(seconds=round(seconds))}, {total / max(seconds, 1e-9):.1f}/s"
        told = [f"{self._counts[each]:,} {_WORDS[each]}" for each in _WORDS if self._counts[each]]
        told += [f"{self._copies:,} of them near-copies"] if self._copies else []
        self.note(f"{counted(total, 'article')}{rate}: {', '.join(told) or 'nothing new'}")
        if self.failed:
            self.note(f"See {self._letters.path} for what could not be read.")


def _line(added: Added) -> str:
    named = added.article.title or added.article.url if added.article is not None else None
    copy = ", a near-copy" if added.copy_of is not None else ""
    origin = f" ({added.origin.family})" if added.origin is not None else ""
    return f"{added.outcome}{copy}: {named or added.source}{origin}"
