"""What an article is about: the contexts of the codebook that the network finds likely."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

MOST = 5
"""How many contexts an article has at most."""

CONTEXT_FROM = 0.5
"""How likely a context must be."""


def likely_contexts(found: Mapping[str, float] | None) -> tuple[str, ...]:
    """The likeliest contexts, first the likeliest; none where no network tells.

    Args:
        found: The probability of each context, as on ``doc._.contexts``.
    """
    ranked = sorted((found or {}).items(), key=lambda item: (-item[1], item[0]))
    return tuple(name for name, share in ranked[:MOST] if share >= CONTEXT_FROM)
