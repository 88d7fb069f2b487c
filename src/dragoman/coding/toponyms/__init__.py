"""Toponym resolution: which place of the world each name in a text means."""

from dragoman.coding.toponyms.candidates import Gazetteer
from dragoman.coding.toponyms.model import Hints, Resolution, Toponym, distance
from dragoman.coding.toponyms.printed import printed_toponyms
from dragoman.coding.toponyms.resolving import Resolver
from dragoman.coding.toponyms.surroundings import hints_of

__all__ = [
    "Gazetteer",
    "Hints",
    "Resolution",
    "Resolver",
    "Toponym",
    "distance",
    "hints_of",
    "printed_toponyms",
]
