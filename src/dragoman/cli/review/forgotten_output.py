"""What ``dragoman forget`` shows in a terminal."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.text import Text

from dragoman.cli.console import fit, output
from dragoman.cli.db_output import counted

if TYPE_CHECKING:
    from dragoman.crises.review.forgetting import Forgotten
    from dragoman.store import StoredArticle

_MOST = 20


def show_forgotten(done: Forgotten, *, would: bool) -> None:
    """Show what was erased, or what would be."""
    console = output()
    say = fit(console)
    verb = "would be erased" if would else "erased"
    told = [counted(len(done.articles), "article"), counted(done.facts, "fact")]
    judgements = done.counts.get("judgements", 0)
    told += [counted(judgements, "judgement")] if judgements else []
    told += [counted(len(done.kept), "kept page")] if done.kept else []
    waiting = done.counts.get("deposits", 0)
    told += [counted(waiting, "text") + " that waited to be read"] if waiting else []
    jobs = done.counts.get("jobs", 0) - waiting
    told += [counted(jobs, "job")] if jobs else []
    console.print(f"{', '.join(told)} {verb}.")
    if would:
        _articles(done.articles)
    if done.names and would:
        console.print(say(f"Names: {', '.join(done.names)}"), soft_wrap=True)
    if done.changed:
        blanked = "would be blanked" if would else "blanked"
        console.print(f"In {counted(len(done.changed), 'article')} the names {blanked}.")
    if results := done.counts.get("job_results", 0):
        blanked = "would be blanked" if would else "blanked"
        console.print(f"In what jobs told of {counted(results, 'input')} the names {blanked}.")
    if done.copies:
        console.print("Near-copies that stay:")
        _articles(done.copies)


def _articles(found: Sequence[StoredArticle]) -> None:
    console = output()
    say = fit(console)
    for each in found[:_MOST]:
        line = Text.assemble((f"  {each.id[:12]}  ", "soft"), say(each.title or each.url or "-"))
        console.print(line, soft_wrap=True)
    if len(found) > _MOST:
        console.print(f"  and {len(found) - _MOST:,} more; --json lists all")
