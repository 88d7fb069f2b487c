"""Stories and crises: which articles tell of the same."""

from dragoman.crises.stories.editing import Editor, applied
from dragoman.crises.stories.taking import leave, rebuild, story_of, take, take_all
from dragoman.crises.stories.views import Crises, Crisis, Stories, Story

__all__ = [
    "Crises",
    "Crisis",
    "Editor",
    "Stories",
    "Story",
    "applied",
    "leave",
    "rebuild",
    "story_of",
    "take",
    "take_all",
]
