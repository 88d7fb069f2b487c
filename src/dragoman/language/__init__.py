"""Article → spaCy Doc by one small encoder with many heads."""

from __future__ import annotations

from dragoman.language.attribution import Attribution
from dragoman.language.marked_text import MarkedText
from dragoman.language.pipeline import Language

__all__ = ["Attribution", "Language", "MarkedText"]
