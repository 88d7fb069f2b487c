"""Which pages the desk has, found by following its links."""

from __future__ import annotations

import html
import re

from fastapi.testclient import TestClient

LINK = re.compile(r'<(?:a|link)\b[^>]*\bhref="([^"]+)"')
IDENTITY = re.compile(r"[0-9a-f]{16,}|(?<=/actors/)[^/]+|(?<=/)[0-9]+$")

FILE = re.compile(r"/api/|.*/document/")


def kind_of(address: str) -> str:
    """Return what pages of a kind have in common: the path without ids."""
    return IDENTITY.sub("…", address.partition("#")[0].partition("?")[0])


def linked(text: str) -> list[str]:
    """Return the addresses on this desk that a page links to, without their fragments."""
    found = (html.unescape(each) for each in LINK.findall(text))
    return [each.partition("#")[0] for each in found if re.match(r"/(?!/)", each)]


def walk(client: TestClient, start: str = "/", *, most: int = 2) -> dict[str, tuple[str, int]]:
    """Follow the links of all pages, those of a kind a few times.

    Files are left out: they take longer than pages, and have tests of their own.

    Args:
        client: At the desk.
        start: The page to begin with.
        most: How many pages of a kind are asked for.

    Returns:
        For each address: the page that it stands on and its status.
    """
    seen: dict[str, tuple[str, int]] = {}
    of_kind: dict[str, int] = {}
    waiting = [(start, "nowhere")]
    while waiting:
        address, where = waiting.pop(0)
        kind = kind_of(address)
        if address in seen or FILE.match(kind) or of_kind.get(kind, 0) >= most:
            continue
        of_kind[kind] = of_kind.get(kind, 0) + 1
        answer = client.get(address)
        seen[address] = (where, answer.status_code)
        if "text/html" in answer.headers.get("content-type", "") and answer.status_code == 200:
            waiting += [(each, address) for each in linked(answer.text)]
    return seen


def one_of_each(client: TestClient) -> list[str]:
    """Return an address of each kind of page that can be walked to."""
    found = [each for each, (_, status) in walk(client, most=1).items() if status == 200]
    pages = [each for each in found if "." not in each]
    return sorted(pages)
