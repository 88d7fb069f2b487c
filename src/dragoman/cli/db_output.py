"""What ``dragoman db`` shows in a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from rich.text import Text

from dragoman.cli.console import fit, output

if TYPE_CHECKING:
    from dragoman.store.checking import Checked
    from dragoman.store.statistics import Statistics

_WIDTH = 14


def show_checked(place: str, checked: Checked, *, most: int) -> None:
    """Say what was looked at, and what of it does not hold."""
    from dragoman.store.checking import facts_checked

    console = output()
    say = fit(console)
    facts, spans = facts_checked(checked)
    counts = checked.counts
    looked = (
        counted(counts["articles"], "article"),
        counted(counts["readings"], "reading"),
        counted(facts, "fact"),
        counted(spans, "span"),
    )
    console.print(Text.assemble((say(place), "name")), soft_wrap=True)
    console.print(f"  looked at {', '.join(looked)}", soft_wrap=True)
    if not checked.faults:
        holds = "  every hash, span and reference holds"
        console.print(Text(holds, style="done"), soft_wrap=True)
        return
    for fault in checked.faults[:most]:
        row = " ".join(each for each in (fault.table, fault.row) if each)
        line = Text.assemble(("  " + say(row), "error"), say(f": {fault.message}"))
        console.print(line, soft_wrap=True)
    more = len(checked.faults) - most
    if more > 0:
        console.print(Text(f"  and {more:,} more; --json lists all", style="soft"))


def show_statistics(place: str, figures: Statistics) -> None:
    """Show the figures of a store, one thing a line."""
    console = output()
    say = fit(console)
    console.print(Text.assemble((say(place), "name")), soft_wrap=True)
    for name, told in _lines(figures):
        line = Text.assemble(("  " + name.ljust(_WIDTH), "soft"), say(told))
        console.print(line, soft_wrap=True)


def _lines(figures: Statistics) -> Iterator[tuple[str, str]]:
    revision = f"revision {figures.revision}"
    yield "database", f"{figures.database}, {revision}, {bytes_told(figures.size)}"
    yield "articles", _articles(figures)
    if figures.first_day and figures.last_day:
        yield "days", f"{figures.first_day} to {figures.last_day}"
    yield "texts", (f"{figures.text_characters:,} characters in {bytes_told(figures.text_packed)}")
    yield "actors", f"{figures.actors:,}"
    width = max(len(f"{count:,}") for count in figures.facts.values())
    for number, (kind, count) in enumerate(figures.facts.items()):
        yield "" if number else "facts", f"{count:>{width},} {kind}"
    yield "readers", _readers(figures.readers)
    yield "judgements", f"{figures.judgements:,}"
    yield "jobs", _jobs(figures.jobs)
    if figures.last_added is not None:
        yield "last article", f"{figures.last_added:%Y-%m-%d %H:%M} UTC"


def _articles(figures: Statistics) -> str:
    older = figures.versions - figures.articles
    outlets = counted(figures.outlets, "outlet")
    told = [f"{figures.articles:,} from {outlets}" if figures.outlets else f"{figures.articles:,}"]
    told += [counted(older, "older version")] if older else []
    told += [f"{figures.copies:,} of them near-copies"] if figures.copies else []
    return ", ".join(told)


def _jobs(counts: Mapping[str, int]) -> str:
    return ", ".join(f"{count:,} {state}" for state, count in counts.items()) or "none"


def _readers(counts: Mapping[str, int]) -> str:
    told = (f"{version} ({counted(count, 'article')})" for version, count in counts.items())
    return ", ".join(told) or "none"


def counted(count: int, noun: str) -> str:
    """Return a number with its noun: 1 article, 2 articles."""
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"


def bytes_told(size: float) -> str:
    """Return a number of bytes for people, in units of a thousand."""
    for unit in ("bytes", "kB", "MB", "GB"):
        if size < 1000:
            return f"{size:.0f} {unit}" if unit == "bytes" or size >= 10 else f"{size:.1f} {unit}"
        size /= 1000
    return f"{size:.1f} TB"
