"""Every style and sign of the terminal by name, in one place; see Rich's ``default_styles``."""

from __future__ import annotations

STYLES: dict[str, str] = {
    "title": "bold",
    "soft": "dim",
    "error": "bold red",
    "done": "green",
    "code": "bold",
    "name": "bold",
    # kinds of things in a record
    "actor": "bright_white",
    "contact": "cyan",
    "event": "yellow",
    "statement": "magenta",
    "position": "bright_blue",
    "attitude": "green",
    # words of the evidence, by what they tell
    "words": "default",
    "part.who": "bold",
    "part.whom": "bold",
    "part.detail": "italic",
    # stances, from one end of the scale to the other, and signs
    "support": "bold green",
    "understanding": "green",
    "restraint": "bold cyan",
    "concern": "yellow",
    "criticism": "bold yellow",
    "condemnation": "bold red",
    "positive": "bold green",
    "negative": "bold red",
    # quadrants of events
    "verbal cooperation": "bold green",
    "material cooperation": "bold green",
    "verbal conflict": "bold yellow",
    "material conflict": "bold red",
}

SURE, LIKELY, DOUBTFUL = "●", "◐", "○"
"""Marks of confidence."""

ARROW = "→"
BAR = "│"
BLOCK = "█"
DOT = "·"

PLAIN_SIGNS: dict[str, str] = {
    SURE: "#",
    LIKELY: "+",
    DOUBTFUL: "-",
    ARROW: ">",
    BAR: "|",
    BLOCK: "#",
    DOT: "-",
    "“": '"',
    "”": '"',
    "–": "-",
    "…": "...",
    "─": "-",
    "×": "x",
    "\ufffd": "?",
}
"""What stands for a sign where the terminal cannot show it."""
