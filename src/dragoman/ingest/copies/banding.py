"""How candidates for copies are found: by MinHash (datasketch), cut into bands.

Two articles that share a band may be alike; whether they are, is looked at then.
"""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import blake2b
from typing import Any

from dragoman.ingest.copies.fingerprints import Fingerprint

BANDS = 40
ROWS = 2
"""Of two texts that share 0.3 of their runs 98 % become candidates; of those with 0.1 a third."""


def signature(hashes: frozenset[int]) -> Any:
    """Return the MinHash of an article's runs."""
    from datasketch import MinHash

    made = MinHash(num_perm=BANDS * ROWS, hashfunc=int)
    made.update_batch(sorted(hashes))
    return made


def bands(told: Fingerprint) -> tuple[int, ...]:
    """Return the bands of an article as whole numbers of 64 bits, signed as databases have them.

    An article without words has none.
    """
    return tuple(_bands(told)) if told.paragraphs else ()


def _bands(told: Fingerprint) -> Iterator[int]:
    values = signature(told.hashes).hashvalues
    for number in range(BANDS):
        row = values[number * ROWS : (number + 1) * ROWS].astype("<u8").tobytes()
        digest = blake2b(bytes([number]) + row, digest_size=8).digest()
        yield int.from_bytes(digest, "little", signed=True)
