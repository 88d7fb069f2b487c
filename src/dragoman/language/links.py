"""How far a span stands from a cue, as the link head is told it."""

from __future__ import annotations

BUCKETS = 20
REACH = 160
_STEPS = (0, 1, 2, 3, 5, 8, 16, 32, 64)


def bucket(cue: tuple[int, int], span: tuple[int, int]) -> int | None:
    """Signed distance in words between two word spans, as one of :data:`BUCKETS` steps.

    The first ten are for a span before the cue, the others for one after it; ``None`` where the
    two are more than :data:`REACH` words apart.
    """
    if span[1] <= cue[0]:
        side, apart = 0, cue[0] - span[1]
    else:
        side, apart = 10, max(span[0] - cue[1], 0)
    if apart > REACH:
        return None
    step = sum(apart > limit for limit in _STEPS)
    return side + step
