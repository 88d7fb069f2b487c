"""The queue of what is looked at."""

from __future__ import annotations

from dragoman.crises.review import Queue
from dragoman.desk.filters import Filters
from dragoman.desk.parts.overview import ids_of
from dragoman.store import View


def queue_of(view: View, filters: Filters) -> Queue:
    """Return the queue of what is looked at, rejected facts among what was judged."""
    asked = filters.but(reviewed="any")
    return Queue(view, None if asked == Filters() else ids_of(asked, rejected=True))
