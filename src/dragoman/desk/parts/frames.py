"""The frame of every view of the ledger: whose crisis it is, and what is looked at."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from dragoman.crises.stories import Crises, Crisis, Stories, Story
from dragoman.desk.errors import missing
from dragoman.desk.filters import Filters
from dragoman.desk.wording import number, percent
from dragoman.records import codebook
from dragoman.store import View
from dragoman.world import world

_CONFIDENCES = (0.5, 0.7, 0.9)
_ORIGINS = (2, 3, 5)


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

    @property
    def countries(self) -> tuple[str, ...]:
        """The names that the field for a country offers; it takes others too."""
        return _countries()

    @property
    def confidences(self) -> tuple[tuple[float, str], ...]:
        """The least confidences to choose from, and how each is told."""
        asked = {self.filters.confidence} - {0.0}
        return tuple((each, percent(each)) for each in sorted({*_CONFIDENCES, *asked}))

    @property
    def origins(self) -> tuple[tuple[int, str], ...]:
        """The least numbers of independent origins to choose from, and how each is told."""
        asked = {self.filters.origins} - {1}
        return tuple((each, number(each)) for each in sorted({*_ORIGINS, *asked}))


@cache
def _countries() -> tuple[str, ...]:
    """Return the names of states, and of the bodies that the codebook has."""
    states = (each.name for each in world().states.values())
    bodies = (each.name for each in codebook().section("bodies"))
    return tuple(sorted({*states, *bodies}))


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
