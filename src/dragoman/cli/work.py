"""``dragoman work``: the jobs of the store, done."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.cli.add import LettersFile
from dragoman.cli.db import Where
from dragoman.cli.read import DEAD_LETTERS, Verbose

if TYPE_CHECKING:
    from dragoman.batch import Done
    from dragoman.batch.alerts import Delivered

_FAILED = 1

Stay = Annotated[
    bool,
    typer.Option("--stay", help="Wait for more where no job is due, instead of ending."),
]


def work(
    *,
    where: Where = None,
    stay: Stay = False,
    dead_letters: LettersFile = DEAD_LETTERS,
    verbose: Verbose = None,
) -> None:
    """Do the jobs that the store holds, such as `dragoman add --queue` puts in.

    Several workers may run at once. A file that holds many articles is done in portions, each a job
    of its own. A job whose worker dies is handed out anew; one that fails is tried again later, and
    becomes a dead letter in the store in the end. New answers to the questions of `dragoman alerts`
    are delivered after the jobs; the setting alert_seconds says how often, and 0 switches it off.
    """
    from dragoman.batch import Done, Erased, Worker
    from dragoman.batch.alerts import Delivered
    from dragoman.cli.batch.late import LateReader
    from dragoman.cli.batch.notices import Notices
    from dragoman.cli.db_output import counted
    from dragoman.settings import Settings
    from dragoman.store import Store

    settings = Settings.load()
    notices = Notices(dead_letters, verbose=verbose)
    failed = 0
    with Store.open(where, settings=settings) as store:
        worker = Worker(store, LateReader(settings), settings=settings)
        with notices.progress("working", None):
            for each in worker.run(wait=stay):
                if isinstance(each, Erased):
                    notices.note(f"{counted(each.articles, 'article')} erased: too old to be kept")
                elif isinstance(each, Done):
                    failed += each.state != "done"
                    notices.note(_told(each))
                elif isinstance(each, Delivered):
                    failed += each.error is not None
                    notices.note(_alerted(each))
                else:
                    notices.took(each)
    notices.sum_up()
    if failed or notices.failed:
        raise typer.Exit(_FAILED)


def _told(done: Done) -> str:
    named = done.job.payload.get("source") if isinstance(done.job.payload, dict) else None
    name = f"job {done.job.id} ({named})" if named else f"job {done.job.id}"
    if done.state == "done":
        return f"{name}: done, {done.added:,} taken in"
    later = "it is tried again later" if done.state == "waiting" else "it is given up"
    return f"{name}: failed, {later}"


def _alerted(delivered: Delivered) -> str:
    if delivered.error is not None:
        later = "it is tried again later" if delivered.state == "waiting" else "it is given up"
        return f"{delivered.to}: {delivered.error} ({later})"
    told = delivered.told
    return f"{told.question} → {delivered.to}: {told.sentence}" if told else delivered.to
