"""Screenshots of the desk on the demo's crisis, and how soon its pages are painted.

    python tools/screenshots.py                        # those of the README, into docs/images
    python tools/screenshots.py --paint                # the table of docs/code/paint.md
    python tools/screenshots.py --all --out build/look # every page, both themes, three widths

It wants the demo's store (``make demo``) and Debian's Chromium, and works on a copy of the store.
"""

from __future__ import annotations

import argparse
import html
import os
import re
import shutil
import statistics
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from PIL import Image

from dragoman.desk import create_app
from dragoman.settings import Settings
from dragoman.store import Store
from dragoman.store.addresses import address

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from tests.conftest import chromium  # noqa: E402 - the repository's own folder comes first
from tests.desk.conftest import serving  # noqa: E402

if TYPE_CHECKING:
    from playwright.sync_api import Browser, ConsoleMessage, Page

WIDTHS = (360, 1024, 1920)
THEMES = ("light", "dark")
COLOURS = 256
LOADS = 3
PAINTED = """() => new Promise(told => new PerformanceObserver(list =>
    told(list.getEntries().at(-1).startTime)
).observe({type: "largest-contentful-paint", buffered: true}))"""

PAGES = {
    "crises": "/",
    "crisis": "/crises/{crisis}",
    "timeline": "/timeline?crisis={crisis}",
    "standings": "/standings?crisis={crisis}",
    "outreach": "/outreach?crisis={crisis}",
    "statements": "/statements?crisis={crisis}",
    "articles": "/articles?crisis={crisis}",
    "article": "{article}",
    "new": "/articles/new",
    "actors": "/actors?crisis={crisis}",
    "actor": "/actors/IRL?crisis={crisis}",
    "review": "/review?crisis={crisis}",
    "work": "/review/work?crisis={crisis}",
    "brief": "/brief?crisis={crisis}",
    "briefs": "/briefs",
    "exports": "/exports?crisis={crisis}",
    "sources": "/sources",
    "alerts": "/alerts",
    "settings": "/settings",
    "accounts": "/settings/accounts",
    "help": "/help",
    "fault": "/nowhere",
}
"""Where each page is; ``{crisis}`` and ``{article}`` stand for the demo's."""

README = {
    "crisis": "light",
    "timeline": "light",
    "standings": "dark",
    "outreach": "dark",
    "article": "light",
    "review": "dark",
}
"""The pictures of the README, with their theme."""

TIMED = ("crises", "crisis", "timeline", "standings", "outreach", "article")


@dataclass(frozen=True)
class Shot:
    """One picture: the name of its file, a page, and how it is looked at."""

    name: str
    page: str
    theme: str
    width: int = 1280
    height: int = 860
    whole: bool = False


@dataclass(frozen=True)
class Demo:
    """A desk on the demo's crisis, and a browser."""

    browser: Browser
    url: str
    crisis: str
    article: str

    @contextmanager
    def at(
        self, name: str, theme: str = "light", width: int = 1280, height: int = 860
    ) -> Iterator[Page]:
        """Open a page in a browser with no past; its faults go to the terminal."""
        context = self.browser.new_context(
            viewport={"width": width, "height": height},
            color_scheme="dark" if theme == "dark" else "light",
        )
        page = context.new_page()
        page.on("pageerror", lambda error: print(f"{name}: {error}", file=sys.stderr))
        page.on("console", lambda told: _complain(name, told))
        path = PAGES[name].format(crisis=self.crisis, article=self.article)
        page.goto(self.url + path, wait_until="networkidle")
        yield page
        context.close()


def _complain(name: str, told: ConsoleMessage) -> None:
    if told.type == "error":
        print(f"{name}: {told.text}", file=sys.stderr)


def shots(*, everything: bool, names: list[str]) -> Iterator[Shot]:
    """Yield what is to be taken."""
    if not everything:
        yield from (Shot(name, name, README.get(name, "light")) for name in names or README)
        return
    for name in names or PAGES:
        for theme in THEMES:
            for width in WIDTHS:
                yield Shot(f"{name}-{theme}-{width}", name, theme, width, whole=True)


def take(demo: Demo, shot: Shot, out: Path) -> Path:
    """Take one picture; few colours keep its file small."""
    with demo.at(shot.page, shot.theme, shot.width, shot.height) as page:
        taken = page.screenshot(full_page=shot.whole, animations="disabled")
    file = out / f"{shot.name}.png"
    few = Image.open(BytesIO(taken)).convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
    few.save(file, optimize=True)
    return file


def painted(demo: Demo, name: str) -> float:
    """Return the milliseconds until the largest part of a page is painted: the median of loads."""
    found = []
    for _ in range(LOADS):
        with demo.at(name) as page:
            found.append(page.evaluate(PAINTED))
    return float(statistics.median(found))


def table(demo: Demo) -> str:
    """Return the table of the documentation: pages, and when they are painted."""
    rows = [f"| {name} | {painted(demo, name):.0f} ms |" for name in TIMED]
    return "\n".join(["| Page | Largest contentful paint |", "| --- | ---: |", *rows, ""])


@contextmanager
def opened(db: Path) -> Iterator[Demo]:
    """Open the desk on a copy of a store, and a browser."""
    from playwright.sync_api import sync_playwright

    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "ledger.db"
        shutil.copy(db, copy)
        with Store(address(Settings(), str(copy))) as store:
            store.upgrade()
            app = create_app(store, settings=Settings())
            with serving(app) as url, sync_playwright() as playwright:
                args = ["--no-sandbox"]
                browser = playwright.chromium.launch(executable_path=chromium(), args=args)
                yield _demo(browser, url)
                browser.close()


def _demo(browser: Browser, url: str) -> Demo:
    page = browser.new_page()
    page.goto(url)
    crisis = _found(r"/crises/(\w+)", page)
    page.goto(f"{url}/crises/{crisis}")
    article = html.unescape(_found(r'"(/articles/\w+\?fact=[^"#]+)', page))
    page.close()
    return Demo(browser, url, crisis, article)


def _found(pattern: str, page: Page) -> str:
    found = re.search(pattern, page.content())
    if found is None:
        sys.exit(f"There is nothing like {pattern} at {page.url}: is it the demo's store?")
    return found[1]


def main() -> None:
    """Take the pictures, or the times, that the arguments ask for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", help=f"of {', '.join(PAGES)}")
    parser.add_argument("--db", type=Path, default=ROOT / "build/demo/rockall.db")
    parser.add_argument("--out", type=Path, default=ROOT / "docs/images")
    parser.add_argument("--all", action="store_true", help="both themes, three widths")
    parser.add_argument("--paint", action="store_true", help="time pages, and take no pictures")
    given = parser.parse_args()
    given.out.mkdir(parents=True, exist_ok=True)
    os.environ["LOGNAME"] = "analyst"  # whom the head of each page names
    with opened(given.db) as demo:
        if given.paint:
            (ROOT / "docs/code/paint.md").write_text(table(demo), encoding="utf-8")
            return
        for shot in shots(everything=given.all, names=given.names):
            print(take(demo, shot, given.out))


if __name__ == "__main__":
    main()
