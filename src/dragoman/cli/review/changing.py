"""What ``dragoman review changes`` compares."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from dragoman.errors import InputError
from dragoman.settings import Settings

if TYPE_CHECKING:
    from dragoman.crises.review import Differences
    from dragoman.store import View


def compared(view: View, source: str) -> Iterator[tuple[str, Differences]]:
    """Yield the title of each article with what changes: of a file of records, or of an article.

    Raises:
        InputError: A line of the file is no record.
        StoreError: The store does not hold the article.
    """
    from dragoman.cli.stores import article_named
    from dragoman.crises.review import differences, last_differences

    if not Path(source).is_file():
        article = article_named(view, source)
        yield article.title or article.id, last_differences(view, article.id)
        return
    from dragoman.exports import records_in
    from dragoman.ingest.files import read_file_lines

    most = Settings.load().max_decompressed
    lines = read_file_lines(Path(source), max_bytes=most)
    for each in records_in(lines, source, max_bytes=most):
        if isinstance(each, InputError):
            raise each
        yield each.article.title or each.article.id, differences(view, each)
