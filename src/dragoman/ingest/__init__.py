"""Anything → :class:`~dragoman.records.Article`: pages, plain text, JSON lines, web archives, URLs.

:func:`read_article` reads one source and raises an :class:`~dragoman.errors.InputError` that names
it; :func:`articles` reads many and yields errors in place. :func:`from_text` and :func:`from_html`
take what is at hand; :func:`from_plain` keeps a text exactly as given.
"""

from dragoman.ingest.moments import Published
from dragoman.ingest.sources import (
    Source,
    articles,
    from_html,
    from_plain,
    from_text,
    name_of,
    read_article,
)

__all__ = [
    "Published",
    "Source",
    "articles",
    "from_html",
    "from_plain",
    "from_text",
    "name_of",
    "read_article",
]
