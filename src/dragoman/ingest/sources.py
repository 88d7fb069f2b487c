"""Anything → articles: the one place that knows what kinds of source there are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from dragoman.errors import EmptyInput, FetchError, InputError
from dragoman.ingest import files
from dragoman.ingest.assemble import assemble, finish
from dragoman.ingest.draft import Draft
from dragoman.ingest.encoding import decode
from dragoman.ingest.folders import expanded
from dragoman.ingest.jsonlines import Entry, looks_like_json, read_json, read_lines
from dragoman.ingest.lines import paragraph_spans
from dragoman.ingest.moments import Published, find_moments
from dragoman.ingest.plain import read_plain
from dragoman.ingest.title import may_be_title
from dragoman.records import Article
from dragoman.settings import Settings

Source = str | bytes | Path
"""A path, an http or https URL, the bytes of a page or text, or text itself."""

_SCHEME = re.compile(r"([a-zA-Z][a-zA-Z0-9+.-]{1,20})://\S+")
_PATH = re.compile(
    r"[^\s<>{}]*[/\\][^\s<>{}]*|[^\s<>{}]+\.[A-Za-z0-9]{1,8}"
    r"|[^<>{}\n]{1,100}\.(?:txt|text|html?|xhtml|json|jsonl|ndjson|md|xml|pdf|docx?|gz|xz|bz2)",
    re.IGNORECASE,
)
_LONGEST_PATH = 1000
_BYTES_NAME = "standard input"
_TEXT_NAME = "text"


def read_article(
    source: Source,
    *,
    published: Published = None,
    url: str | None = None,
    settings: Settings | None = None,
) -> Article:
    """Read one article.

    A ``str`` is a URL, the path of a file, markup, JSON, or plain text: the first of these that it
    can be. For text that must not be taken for a path use :func:`from_text`.

    Args:
        source: Where the article is, or the article itself.
        published: The date of publication; beats what the page says.
        url: The address of the article where it is known; it tells the outlet.
        settings: Limits, and how the network may be used; by default as loaded.

    Raises:
        InputError: The source cannot be read; the error names it and says what to do.
    """
    found = list(_limited(articles(source, published=published, url=url, settings=settings), 2))
    name = name_of(source)
    if not found:
        raise EmptyInput("There is no article in it.", source=name, hint="Give a text or a page.")
    if len(found) > 1:
        message = "There is more than one article in it."
        raise InputError(message, source=name, hint="Read it with articles().")
    if isinstance(found[0], InputError):
        raise found[0]
    return found[0]


def _limited(items: Iterator[Article | InputError], most: int) -> Iterator[Article | InputError]:
    for _, item in zip(range(most), items, strict=False):
        yield item


def articles(
    source: Source | Iterable[Source],
    *,
    published: Published = None,
    url: str | None = None,
    settings: Settings | None = None,
) -> Iterator[Article | InputError]:
    """Yield the articles of one source or of several; an error in place of one that cannot be read.

    JSON lines (``.jsonl``, also ``.gz``, ``.xz`` and ``.bz2``) yield one article a line, and web
    archives (``.warc``, ``.warc.gz``) one a page; both may be of any size. A folder, as a
    :class:`~pathlib.Path`, yields the articles of its files; see
    :func:`dragoman.ingest.folders.contents`. The arguments are those of :func:`read_article`.
    """
    limits = settings if settings is not None else Settings.load()
    sources = [source] if isinstance(source, str | bytes | Path) else source
    for each in expanded(sources):
        try:
            yield from _read(each, published, url, limits)
        except InputError as error:
            error.source = error.source or name_of(each)
            yield error


def name_of(source: Source) -> str:
    """Return what to call a source in a message."""
    if isinstance(source, bytes):
        return _BYTES_NAME
    text = str(source)
    return text if isinstance(source, Path) or _is_location(text) else _TEXT_NAME


def _is_location(text: str) -> bool:
    return bool(_SCHEME.fullmatch(text.strip())) or _path_of(text) is not None


def _path_of(text: str) -> Path | None:
    """Return the path that text is: an existing file, or words that only a path can be."""
    if "\n" in text or len(text) > _LONGEST_PATH or not text.strip():
        return None
    path = Path(text)
    try:
        if path.exists():
            return path
    except (OSError, ValueError):
        return None
    return path if _PATH.fullmatch(text.strip()) else None


def _read(
    source: Source, published: Published, url: str | None, settings: Settings
) -> Iterator[Article | InputError]:
    if isinstance(source, bytes):
        yield from _of_bytes(source, _BYTES_NAME, published, url, settings)
        return
    if isinstance(source, str):
        scheme = _SCHEME.fullmatch(source.strip())
        if scheme is not None:
            yield _of_url(source.strip(), scheme[1], published, settings)
            return
        path = _path_of(source)
        if path is None:
            yield from _of_text(source, Draft(source=_TEXT_NAME, url=url), published, settings)
            return
        source = path
    yield from _of_file(source, published, url, settings)


def _of_file(
    path: Path, published: Published, url: str | None, settings: Settings
) -> Iterator[Article | InputError]:
    if files.holds_lines(path):
        lines = files.read_file_lines(path, max_bytes=settings.max_bytes)
        entries = read_lines(lines, str(path), max_bytes=settings.max_bytes)
        yield from _of_entries(entries, published, settings)
        return
    if files.holds_archive(path):
        from dragoman.ingest.warc import read_archive

        yield from _of_entries(read_archive(path, settings), published, settings)
        return
    data = files.read_bytes(
        path, max_bytes=settings.max_bytes, max_decompressed=settings.max_decompressed
    )
    yield from _of_bytes(data, str(path), published, url, settings, limited=True)


def _of_bytes(
    data: bytes,
    name: str,
    published: Published,
    url: str | None,
    settings: Settings,
    *,
    limited: bool = False,
) -> Iterator[Article | InputError]:
    if not limited and len(data) > settings.max_bytes:
        raise files.too_large(settings.max_bytes, name)
    text = decode(data, source=name)
    yield from _of_text(text, Draft(source=name, url=url), published, settings)


def _of_url(url: str, scheme: str, published: Published, settings: Settings) -> Article:
    if scheme.lower() not in {"http", "https"}:
        message = f"Pages are not fetched by {scheme}."
        raise FetchError(message, source=url, hint="Give an http or https URL, or a path.")
    from dragoman.ingest.fetch import fetch

    page = fetch(url, settings)
    text = decode(page.data, declared=page.charset, source=url)
    draft = Draft(source=url, url=page.url)
    if page.content_type == "text/plain":
        read_plain(text, draft)
        return assemble(draft, published=published)
    return _of_markup_or_plain(text, draft, published, settings)


def _of_text(
    text: str, draft: Draft, published: Published, settings: Settings
) -> Iterator[Article | InputError]:
    if not text.strip():
        raise EmptyInput("The input is empty.", source=draft.source, hint="Give a text or a page.")
    if looks_like_json(text):
        yield from _of_entries(read_json(text, draft.source), published, settings)
    else:
        yield _of_markup_or_plain(text, draft, published, settings)


def _of_markup_or_plain(
    text: str, draft: Draft, published: Published, settings: Settings
) -> Article:
    from dragoman.ingest.page import looks_like_markup, read_page

    if looks_like_markup(text):
        read_page(text, draft, settings)
    else:
        read_plain(text, draft)
    return assemble(draft, published=published)


def _of_entries(
    entries: Iterable[Entry | InputError], published: Published, settings: Settings
) -> Iterator[Article | InputError]:
    for entry in entries:
        if isinstance(entry, InputError):
            yield entry
            continue
        try:
            yield _of_entry(entry, published, settings)
        except InputError as error:
            yield error


def _of_entry(entry: Entry, published: Published, settings: Settings) -> Article:
    if entry.article is not None:
        return _dated(entry.article, entry.draft, published)
    told = published if published is not None else entry.published
    if entry.text is not None:
        return _of_markup_or_plain(entry.text, entry.draft, told, settings)
    return _of_markup_or_plain(entry.markup or "", entry.draft, told, settings)


def _dated(article: Article, draft: Draft, published: Published) -> Article:
    """Return an article that was read before, with the date that was told for it, if any."""
    if published is None:
        return article
    return replace(article, published_at=find_moments(draft, None, None, published)[0])


def from_text(
    text: str,
    *,
    title: str | None = None,
    publisher: str | None = None,
    published: Published = None,
    url: str | None = None,
    source: str = _TEXT_NAME,
    keep: bool = False,
) -> Article:
    """Make the article of plain text.

    Args:
        text: The text, with or without page furniture in it.
        title: The title where it is not in the text.
        publisher: The outlet's name where it is known.
        published: The date of publication; beats what the text says.
        url: The address of the article where it is known.
        source: What to call the text in an error.
        keep: Whether the article's text shall be exactly ``text``: nothing is cleaned or taken
            out, the language is not checked, and the spans lie in ``text`` as given.

    Raises:
        InputError: The text cannot be read as an article.
    """
    draft = Draft(source=source, url=url, title=title, publisher=publisher)
    if not text.strip():
        raise EmptyInput("The text is empty.", source=source, hint="Give the text of an article.")
    if keep:
        return _kept(text, draft, published)
    read_plain(text, draft)
    return assemble(draft, published=published)


def from_plain(
    text: str, *, published: Published = None, publisher: str | None = None, keep: bool = True
) -> Article:
    """Make an article whose text is exactly ``text``; see ``keep`` of :func:`from_text`."""
    return from_text(text, published=published, publisher=publisher, keep=keep)


def _kept(text: str, draft: Draft, published: Published) -> Article:
    from hashlib import sha256

    spans = [span for span, _ in paragraph_spans(text)]
    has_title = len(spans) > 1 and may_be_title(text[slice(*spans[0])])
    title_span = spans.pop(0) if has_title else None
    article = Article(
        id=sha256(text.encode("utf-8", errors="surrogatepass")).hexdigest(),
        text=text,
        url=draft.url,
        title=text[slice(*title_span)] if title_span else None,
        title_span=title_span,
        paragraphs=tuple(spans),
    )
    return finish(article, draft, published=published, check_language=False)


def from_html(
    markup: str,
    *,
    published: Published = None,
    url: str | None = None,
    source: str = "page",
    settings: Settings | None = None,
) -> Article:
    """Make the article of a page's markup; the network is not touched.

    Args:
        markup: The page.
        published: The date of publication; beats what the page says.
        url: The address of the page where it is known; it tells the outlet.
        source: What to call the page in an error.
        settings: Limits; by default as loaded.

    Raises:
        InputError: The page cannot be read as an article.
    """
    from dragoman.ingest.page import read_page

    if not markup.strip():
        raise EmptyInput("The page is empty.", source=source, hint="Give the page of an article.")
    draft = Draft(source=source, url=url)
    read_page(markup, draft, settings if settings is not None else Settings.load())
    return assemble(draft, published=published)
