"""The frame of every view of the ledger: whose crisis it is, and what is looked at."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.crises.stories import Crises, Crisis, Stories, Story
from dragoman.desk.errors import missing
from dragoman.desk.filters import Filters
from dragoman.store import View


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What stands above a view.

    Attributes:
        filters: What is looked at.
        crisis: The crisis that the filters name, if any.
        story: The story that the filters name, if any.
    """

    filters: Filters
    crisis: Crisis | None = None
    story: Story | None = None


def framed(view: View, filters: Filters) -> Frame:
    """Return the frame of what is looked at.

    Raises:
        NotFound: The filters name a crisis or a story that is not there.
    """
    with missing():
        return Frame(
            filters=filters,
            crisis=Crises(view).get(filters.crisis) if filters.crisis else None,
            story=Stories(view).get(filters.story) if filters.story else None,
        )
