"""Many articles into a store: added at once, as their sources tell of them, or job by job.

:func:`add` takes files, pages and feeds; a :class:`Watch` visits sources again and again; a
:class:`Worker` does the jobs that the store holds. Whatever breaks off, the same call goes on.
"""

from dragoman.batch.adding import add
from dragoman.batch.keeper import StoreKeeper
from dragoman.batch.model import Added, Outcome, Reading, Reads
from dragoman.batch.rereading import read_again
from dragoman.batch.watching import Visited, Watch
from dragoman.batch.working import Done, Erased, Worker, queue

__all__ = [
    "Added",
    "Done",
    "Erased",
    "Outcome",
    "Reading",
    "Reads",
    "StoreKeeper",
    "Visited",
    "Watch",
    "Worker",
    "add",
    "queue",
    "read_again",
]
