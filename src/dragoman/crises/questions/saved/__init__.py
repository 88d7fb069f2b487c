"""Saved questions: what is asked again and again, and what is new among the answers."""

from dragoman.crises.questions.saved.asked import ASKED_FOR, AskedFor, Wanted
from dragoman.crises.questions.saved.finding import Alert, alert_of, alerts_of, look, remember
from dragoman.crises.questions.saved.keeping import SavedQuestion, SavedQuestions
from dragoman.crises.questions.saved.telling import AlertText, tell

__all__ = [
    "ASKED_FOR",
    "Alert",
    "AlertText",
    "AskedFor",
    "SavedQuestion",
    "SavedQuestions",
    "Wanted",
    "alert_of",
    "alerts_of",
    "look",
    "remember",
    "tell",
]
