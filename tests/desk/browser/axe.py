"""What axe-core finds on a page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.conftest import AXE, REPOSITORY

if TYPE_CHECKING:
    from playwright.sync_api import Page

SERIOUS = ("serious", "critical")
COLOURS = {"runOnly": ["color-contrast"]}
"""Only what another theme may change."""


def faults(page: Page, options: dict[str, Any] | None = None) -> list[str]:
    """Return what is serious on a page, with what it is found on."""
    page.evaluate((REPOSITORY / AXE).read_text(encoding="utf-8"))
    found = page.evaluate("options => axe.run(document, options)", options or {})
    return [
        f"{each['id']}: {node['html'][:160]}"
        for each in found["violations"]
        if each["impact"] in SERIOUS
        for node in each["nodes"]
    ]


def faults_of(page: Page, url: str, paths: list[str]) -> list[str]:
    """Return what is serious on some pages, in light and in dark."""
    found = []
    for path in paths:
        page.emulate_media(color_scheme="light")
        page.goto(url + path, wait_until="load")
        found += [f"{path}: {each}" for each in faults(page)]
        page.emulate_media(color_scheme="dark")
        found += [f"{path}, dark: {each}" for each in faults(page, COLOURS)]
    return found
