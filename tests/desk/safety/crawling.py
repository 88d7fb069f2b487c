"""Goes from page to page of the desk as a reader may, and looks for what must stand in none."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from urllib.parse import urldefrag, urljoin, urlsplit

from fastapi.testclient import TestClient
from lxml import html

BASE = "http://127.0.0.1"
_URLS = {"href", "src", "action", "formaction", "data", "cite", "poster", "ping"}
_SAFE = {"", "http", "https", "mailto"}


def inline(page: str) -> list[str]:
    """Return what the policy would stop: scripts, styles and handlers in the page itself."""
    found: list[str] = []
    for element in html.fromstring(page).iter("*"):
        data = element.get("type") == "application/json"
        if element.tag == "style" or (element.tag == "script" and not element.get("src")):
            found += [] if data else [str(element.tag)]
        said = {str(name): str(value) for name, value in element.attrib.items()}
        found += [name for name in said if name == "style" or name.startswith("on")]
        found += [
            f"{name}={value}"
            for name, value in said.items()
            if name in _URLS and not _is_safe(value)
        ]
    return found


def _is_safe(url: str) -> bool:
    try:
        return urlsplit(url.strip()).scheme.casefold() in _SAFE
    except ValueError:
        return False


def crawl(client: TestClient, start: str, most: int) -> Iterator[tuple[str, str]]:
    """Yield address and text of the pages that links lead to, one of each form of address."""
    waiting, known = deque([start]), {start}
    while waiting and most:
        path = waiting.popleft()
        answer = client.get(path)
        if not answer.headers.get("content-type", "").startswith("text/html"):
            continue
        most -= 1
        yield path, answer.text
        links = (a for a in html.fromstring(answer.text).iter("a") if "download" not in a.attrib)
        for link in links:
            found, _ = urldefrag(urljoin(f"{BASE}{path}", str(link.get("href", ""))))
            on = found.removeprefix(BASE)
            if found.startswith(f"{BASE}/") and on not in known:
                known.add(on)
                waiting.append(on)
