"""Briefs: what is new, in plain sentences, each with the reports that it rests on."""

from dragoman.crises.questions.brief.making import brief
from dragoman.crises.questions.brief.model import Brief, Note, Section, Sentence

__all__ = ["Brief", "Note", "Section", "Sentence", "brief"]
