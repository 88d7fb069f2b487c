"""PLOVER's classes and sectors, against which the tables are checked."""

from __future__ import annotations

from dragoman.world.tables import Row

CLASSES = frozenset({"IGO", "NGO", "IMG", "ISM", "MNC"})
"""What an actor without a state is."""

SECTORS = frozenset(
    "GOV MIL PRM LEG JUD SPY COP PTY OPP REB UAF CVL JRN BUS ELI REL REF SOC LAB EDU MED CRM AGR "
    "PRE UNK".split()
)
"""What an actor's part in its state is, as the codebook lists them."""


def check_sectors(row: Row) -> tuple[str, ...]:
    """Return the sectors of a row.

    Raises:
        DataError: One is no sector of PLOVER.
    """
    sectors = row.several("sectors")
    unknown = sorted(set(sectors) - SECTORS)
    if unknown:
        raise row.wrong(f"{', '.join(unknown)} is no sector of PLOVER")
    return sectors
