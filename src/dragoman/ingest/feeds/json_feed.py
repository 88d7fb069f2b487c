"""JSON Feed (versions 1 and 1.1) → its entries."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from dragoman.errors import NotText
from dragoman.ingest.feeds.gathering import Gathering, plain
from dragoman.ingest.feeds.model import Feed

_LONGEST_TITLE = 200
_HINT = "Check the URL of the feed."


def looks_like_json_feed(text: str) -> bool:
    """Tell whether text begins as a JSON object does."""
    return text.lstrip("\ufeff \t\r\n").startswith("{")


def read_json_feed(text: str, base: str | None, source: str) -> Feed:
    """Return the entries of a JSON Feed.

    Args:
        text: The whole feed, decoded.
        base: Its URL, which relative links start from.
        source: What to call it in an error.

    Raises:
        NotText: It is no JSON, breaks off, or is no feed.
    """
    try:
        feed = json.loads(text.lstrip("\ufeff"))
    except RecursionError:
        raise NotText("The JSON is nested too deep.", source=source, hint=_HINT) from None
    except ValueError as error:
        message = f"It is no JSON, or it breaks off: {error}."
        raise NotText(message, source=source, hint="Try again later.") from None
    items = feed.get("items") if isinstance(feed, dict) else None
    if not isinstance(items, list):
        raise NotText("It is JSON, but no feed: it has no items.", source=source, hint=_HINT)
    gathering = Gathering(base)
    for number, item in enumerate(items, start=1):
        _add(gathering, f"Entry {number}", item)
    title = plain(_words(feed, "title"), _LONGEST_TITLE)
    return Feed("json", title, gathering.entries, problems=gathering.problems)


def _add(gathering: Gathering, name: str, item: object) -> None:
    if not isinstance(item, dict):
        gathering.tell(f"{name} is no object.")
        return
    gathering.add(
        name,
        _words(item, "url") or _words(item, "external_url"),
        title=_words(item, "title"),
        published=_words(item, "date_published"),
        updated=_words(item, "date_modified"),
        summary=_words(item, "summary"),
    )


def _words(item: Mapping[str, Any], key: str) -> str | None:
    value = item.get(key)
    return value if isinstance(value, str) else None
