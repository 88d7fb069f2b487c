"""How the sources are that are watched: as rows, and for a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from rich.text import Text

from dragoman.cli.console import fit, output
from dragoman.cli.db_output import counted
from dragoman.ingest.watch import SourceState, WatchedSource, health

_STYLES = {"well": "done", "new": "soft", "in part": "soft", "failing": "error"}
_MOST_PROBLEMS = 5

Row = Mapping[str, Any]


def health_rows(states: Iterable[tuple[WatchedSource, SourceState]]) -> list[Row]:
    """Return a row for each source, of plain values."""
    return [
        {
            "name": source.name,
            "url": source.url,
            "health": health(state),
            "error": state.error,
            "problems": list(state.problems),
            "failures": state.failures,
            "last_visit": _moment(state.last_visit),
            "last_success": _moment(state.last_success),
            "last_new": _moment(state.last_new),
            "next_visit": _moment(state.next_visit),
            "articles": state.articles,
            "dead": state.dead,
            "pending": len(state.pending),
        }
        for source, state in states
    ]


def _moment(moment: datetime | None) -> str | None:
    return moment.isoformat(timespec="seconds") if moment is not None else None


def show_health(rows: Sequence[Row]) -> None:
    """Show how each source is, with what is wrong below it."""
    console = output()
    say = fit(console)
    width = max((len(row["health"]) for row in rows), default=0)
    for row in rows:
        mark = Text(row["health"].ljust(width + 2), style=_STYLES[row["health"]])
        console.print(Text.assemble(mark, (say(row["name"]), "name")), soft_wrap=True)
        for line in _lines(row):
            console.print(Text(" " * (width + 2) + say(line), style="soft"), soft_wrap=True)


def _lines(row: Row) -> Iterator[str]:
    if row["last_visit"] is None:
        yield "not visited yet"
        return
    told = [counted(row["articles"], "article")]
    told += [f"{row['dead']:,} could not be read"] if row["dead"] else []
    told += [f"{row['pending']:,} waiting"] if row["pending"] else []
    yield ", ".join(told)
    yield f"visited {row['last_visit']}, next {row['next_visit']}"
    if row["last_new"]:
        yield f"something new {row['last_new']}"
    if row["error"]:
        yield f"{counted(row['failures'], 'failure')} in a row: {row['error']}"
    yield from row["problems"][:_MOST_PROBLEMS]
    more = len(row["problems"]) - _MOST_PROBLEMS
    if more > 0:
        yield f"and {counted(more, 'problem')} more"
