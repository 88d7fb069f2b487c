"""Attributions: who (source) is given as saying, writing or thinking (cue) what (content)."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.records import Spans


@dataclass(frozen=True, slots=True)
class Attribution:
    """Character spans into the Doc's text, each part possibly in several pieces or missing.

    The extent of each part follows PolNeAR (Newell et al., LREC 2018): "that" and quotation marks
    belong to the content, prepositions the cue governs to the cue.
    """

    source: Spans
    cue: Spans
    content: Spans
    confidence: float
