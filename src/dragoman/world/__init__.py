"""What is known before reading: states, organisations, armed groups, offices and their holders.

The tables in ``data/`` are for people to read and correct; each states its sources at its head.
"""

from dragoman.world.holders import Holder
from dragoman.world.knowledge import World, world
from dragoman.world.model import Entity, OfficeTitle, Organization, State

__all__ = ["Entity", "Holder", "OfficeTitle", "Organization", "State", "World", "world"]
