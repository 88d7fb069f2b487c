"""Doc → Record: one module a kind of fact, and their order in :mod:`dragoman.coding.coder`."""

from __future__ import annotations

from dragoman.coding.coder import Coder

__all__ = ["Coder"]
