"""Near-duplicates and wire copy: which article is a copy of which, and whose report it is.

A :class:`CopyIndex` takes articles as they come and tells of each whether it is a copy of an
earlier one, which of its paragraphs differ, and its origin: the family of outlets or the agency
whose report it is. Corroboration counts origins, not addresses.
"""

from dragoman.ingest.copies.banding import bands
from dragoman.ingest.copies.compare import Likeness, compare, differing
from dragoman.ingest.copies.credits import Credit, find_credits
from dragoman.ingest.copies.families import family_of
from dragoman.ingest.copies.fingerprints import Fingerprint, Paragraph, fingerprint
from dragoman.ingest.copies.index import CopyIndex, Finding
from dragoman.ingest.copies.judging import Copy, inherited, place
from dragoman.ingest.copies.origins import Origin, find_origin

__all__ = [
    "Copy",
    "CopyIndex",
    "Credit",
    "Finding",
    "Fingerprint",
    "Likeness",
    "Origin",
    "Paragraph",
    "bands",
    "compare",
    "differing",
    "family_of",
    "find_credits",
    "find_origin",
    "fingerprint",
    "inherited",
    "place",
]
