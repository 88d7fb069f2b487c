"""Content ids: the same content has the same id, whenever and wherever it is read."""

from __future__ import annotations

import hashlib
import json

from dragoman.records.convert import to_plain


def content_id(*parts: object) -> str:
    """Return the SHA-256, in hexadecimal, of the canonical JSON of ``parts``.

    Parts may be what JSON can hold, dates, tuples, mappings (whose order does not count) and
    the types of the record.

    Raises:
        TypeError: A part has no JSON form.
        ValueError: A number is not finite.
    """
    canonical = json.dumps(
        [to_plain(part) for part in parts],
        sort_keys=True,
        separators=(",", ":"),
        allow_nan=False,
    )
    return hashlib.sha256(canonical.encode("ascii")).hexdigest()
