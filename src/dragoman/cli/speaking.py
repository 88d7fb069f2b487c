"""What a command says beside its result, on standard error."""

from __future__ import annotations

from rich.text import Text

from dragoman.cli.console import fit, notices


class Speaker:
    """Says what fails and what is done, as much of it as is wanted.

    Args:
        verbose: ``True`` tells more, ``False`` nothing but errors.
    """

    def __init__(self, *, verbose: bool | None = None) -> None:
        self._console = notices()
        self._fit = fit(self._console)
        self._verbose = verbose

    def error(self, message: str) -> None:
        """Tell of a failure, on one line."""
        self._print(Text.assemble(("Error: ", "error"), self._fit(message)))

    def note(self, message: str) -> None:
        """Tell what was done, unless all should be quiet."""
        if self._verbose is not False:
            self._print(Text(self._fit(message)))

    def detail(self, message: str) -> None:
        """Tell what only those who asked for more want to know."""
        if self._verbose:
            self._print(Text(self._fit(message), style="soft"))

    def _print(self, text: Text) -> None:
        self._console.print(text, soft_wrap=True)
