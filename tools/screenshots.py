"""Screenshots of the desk on the demo's crisis, for the README and for looking at every page.

    python tools/screenshots.py                        # those of the README, into docs/images
    python tools/screenshots.py --all --out build/look # every page, both themes, three widths

It wants the demo's store (``make demo``) and Debian's Chromium, and works on a copy of the store.
"""

from __future__ import annotations

import argparse
import re
import shutil
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from dragoman.desk import create_app
from dragoman.settings import Settings
from dragoman.store import Store
from dragoman.store.addresses import address

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from tests.conftest import chromium  # noqa: E402 - the repository's own folder comes first
from tests.desk.conftest import serving  # noqa: E402

if TYPE_CHECKING:
    from playwright.sync_api import Browser

WIDTHS = (360, 1024, 1920)
THEMES = ("light", "dark")
HEIGHT = 900


@dataclass(frozen=True)
class Shot:
    """One picture: a page's path, where ``{crisis}`` stands for the demo's crisis."""

    name: str
    path: str
    width: int = 1280
    theme: str = "light"
    whole: bool = False

    @property
    def file(self) -> str:
        """The name of its file."""
        return f"{self.name}.png"


PAGES = {
    "crises": "/",
    "crisis": "/crises/{crisis}",
    "timeline": "/timeline?crisis={crisis}",
    "standings": "/standings?crisis={crisis}",
    "outreach": "/outreach?crisis={crisis}",
    "statements": "/statements?crisis={crisis}",
    "review": "/review?crisis={crisis}",
    "brief": "/brief?crisis={crisis}",
    "articles": "/articles",
    "exports": "/exports?crisis={crisis}",
    "sources": "/sources",
    "alerts": "/alerts",
    "settings": "/settings",
    "help": "/help",
    "fault": "/nowhere",
}
README = ("crisis", "timeline", "standings", "outreach", "review")


def shots(*, everything: bool, names: list[str]) -> Iterator[Shot]:
    """Yield what is to be taken."""
    wanted = names or list(PAGES if everything else README)
    for name in wanted:
        if not everything:
            yield Shot(name, PAGES[name])
            continue
        for theme in THEMES:
            for width in WIDTHS:
                yield Shot(f"{name}-{theme}-{width}", PAGES[name], width, theme, whole=True)


def take(browser: Browser, url: str, crisis: str, shot: Shot, out: Path) -> None:
    """Take one picture."""

    def warn(told: str) -> None:
        print(f"{shot.name}: {told}", file=sys.stderr)

    context = browser.new_context(
        viewport={"width": shot.width, "height": HEIGHT},
        color_scheme="dark" if shot.theme == "dark" else "light",
    )
    page = context.new_page()
    page.on("pageerror", lambda error: warn(str(error)))
    page.on("console", lambda told: warn(told.text) if told.type == "error" else None)
    page.goto(url + shot.path.format(crisis=crisis), wait_until="load")
    page.screenshot(path=out / shot.file, full_page=shot.whole)
    context.close()


def main() -> None:
    """Take the pictures that the arguments ask for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", help=f"of {', '.join(PAGES)}")
    parser.add_argument("--db", type=Path, default=ROOT / "build/demo/rockall.db")
    parser.add_argument("--out", type=Path, default=ROOT / "docs/images")
    parser.add_argument("--all", action="store_true", help="both themes, three widths")
    given = parser.parse_args()
    given.out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "ledger.db"
        shutil.copy(given.db, copy)
        with Store(address(Settings(), str(copy))) as store:
            store.upgrade()
            _take_all(store, given)


def _take_all(store: Store, given: argparse.Namespace) -> None:
    from playwright.sync_api import sync_playwright

    with serving(create_app(store, settings=Settings())) as url, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        page = browser.new_page()
        page.goto(url)
        found = re.search(r"/crises/(\w+)", page.content())
        crisis = found[1] if found else ""
        for shot in shots(everything=given.all, names=given.names):
            take(browser, url, crisis, shot, given.out)
            print(given.out / shot.file)
        browser.close()


if __name__ == "__main__":
    main()
