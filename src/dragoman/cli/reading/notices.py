"""What a run tells beside its result, on standard error: progress, errors, notes."""

from __future__ import annotations

from contextlib import AbstractContextManager, nullcontext
from typing import TYPE_CHECKING

from dragoman.cli.speaking import Speaker

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID


class Notices(Speaker):
    """Standard error, with a progress bar where there is a terminal and more than one input.

    Args:
        inputs: How many inputs there are.
        verbose: ``True`` tells more, ``False`` nothing but errors.
    """

    def __init__(self, inputs: int, *, verbose: bool | None = None) -> None:
        super().__init__(verbose=verbose)
        self._inputs = inputs
        self._progress: Progress | None = None
        self._task: TaskID | None = None

    def progress(self, *, wanted: bool) -> AbstractContextManager[object]:
        """Return the progress bar to be shown while reading, or nothing.

        Args:
            wanted: Whether the terminal is free of results meanwhile.
        """
        quiet = self._verbose is False or self._inputs < 2
        if quiet or not wanted or not self._console.is_terminal:
            return nullcontext()
        from rich import progress

        columns = (
            progress.TextColumn("Reading"),
            progress.BarColumn(),
            progress.MofNCompleteColumn(),
            progress.TimeElapsedColumn(),
        )
        self._progress = progress.Progress(
            *columns,
            console=self._console,
            transient=True,
            redirect_stdout=False,  # results go where they were sent, whatever the terminal shows
            redirect_stderr=False,
        )
        self._task = self._progress.add_task("Reading", total=self._inputs)
        return self._progress

    def at(self, number: int) -> None:
        """Say that the inputs before this one are done."""
        if self._progress is not None and self._task is not None:
            self._progress.update(self._task, completed=number)
