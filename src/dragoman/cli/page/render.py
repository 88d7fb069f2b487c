"""Contexts → markup: one template, its style sheet and script inside, under a strict policy."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from importlib import resources

from jinja2 import Environment, PackageLoader, StrictUndefined

from dragoman import __version__
from dragoman.cli.display.kinds import KINDS
from dragoman.cli.page.build import LAST, entry, report
from dragoman.cli.page.contexts import Entry, Page, Report
from dragoman.records import Record

_TEMPLATE = "page.html.j2"


def page(records: Sequence[tuple[str, Record]]) -> str:
    """Return one page with all records on it, and an index where there are several.

    Args:
        records: Where each article came from, and its record.
    """
    made = [report(record, name, number) for number, (name, record) in enumerate(records, start=1)]
    entries = [
        entry(each, record, f"#{each.key}") for each, (_, record) in zip(made, records, strict=True)
    ]
    return _rendered(made, entries if len(made) > 1 else [], title=_title(made))


def report_page(name: str, record: Record, *, home: str, href: str) -> tuple[str, Entry]:
    """Return the page of one record of a folder, and its row for the index.

    Args:
        name: Where the article came from.
        record: Its record.
        home: Where the index is.
        href: Where the page itself will be, as the index shall name it.
    """
    made = report(record, name)
    return _rendered([made], [], title=made.title, home=home), entry(made, record, href)


def index_page(entries: Sequence[Entry]) -> str:
    """Return the index of a folder of pages."""
    return _rendered([], entries, title=_several(len(entries)))


def _title(made: Sequence[Report]) -> str:
    return made[0].title if len(made) == 1 else _several(len(made))


def _several(number: int) -> str:
    return f"{number} {'report' if number == 1 else 'reports'}"


def _rendered(
    reports: Iterable[Report], entries: Iterable[Entry], *, title: str, home: str | None = None
) -> str:
    style, script = _asset("page.css"), _asset("page.js")
    shown = tuple(reports)
    context = Page(
        title=title,
        reports=shown,
        entries=tuple(entries),
        kinds=tuple(_kinds(shown)),
        policy=policy(style, script),
        style=style,
        script=script,
        version=__version__,
        home=home,
    )
    return _environment().get_template(_TEMPLATE).render(page=context)


def _kinds(reports: Iterable[Report]) -> Iterator[tuple[str, str, int]]:
    """Yield kind, title and number of cards for each kind on a page, in the page's order."""
    counts: dict[str, int] = {kind.name: 0 for kind in KINDS}
    for each in reports:
        for section in each.sections:
            counts[section.kind] += len(section.cards)
    ordered = sorted(KINDS, key=lambda kind: kind.name == LAST)
    for kind in ordered:
        if counts[kind.name]:
            yield kind.name, kind.title, counts[kind.name]


def policy(style: str, script: str) -> str:
    """Return the policy that lets in this style sheet and this script, and nothing else."""
    return "; ".join(
        (
            "default-src 'none'",
            f"style-src '{_digest(style)}'",
            f"script-src '{_digest(script)}'",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )


def _digest(text: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"


@cache
def _asset(name: str) -> str:
    folder = resources.files("dragoman.cli.page") / "data"
    return (folder / name).read_text(encoding="utf-8")


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("dragoman.cli.page", "data"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
