"""Actors across articles: one person under many spellings."""

from dragoman.crises.persons.judging import merge, settle, split, undo
from dragoman.crises.persons.lending import Known, Lent, known
from dragoman.crises.persons.listing import Person, PersonMention, Persons, Spelling
from dragoman.crises.persons.looking import of, of_reading
from dragoman.crises.persons.matching import Match, OfficeOf, Profile, Reason, compare
from dragoman.crises.persons.offices import OfficeSpell
from dragoman.crises.persons.taking import clear, drop, take

__all__ = [
    "Known",
    "Lent",
    "Match",
    "OfficeOf",
    "OfficeSpell",
    "Person",
    "PersonMention",
    "Persons",
    "Profile",
    "Reason",
    "Spelling",
    "clear",
    "compare",
    "drop",
    "known",
    "merge",
    "of",
    "of_reading",
    "settle",
    "split",
    "take",
    "undo",
]
