"""What a robots.txt allows, by protego (RFC 9309)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from protego import Protego

LARGEST = 500 * 1024
"""Bytes of a robots.txt that are looked at; RFC 9309 asks for no more."""

_LONGEST_DELAY = 3600.0


@dataclass(frozen=True, slots=True)
class Robots:
    """The rules of one host for one agent."""

    text: str
    agent: str

    def allow(self, url: str) -> bool:
        """Tell whether the agent may fetch a URL."""
        return bool(_parsed(self.text).can_fetch(url, self.agent))

    @property
    def delay(self) -> float | None:
        """Seconds that the host wants between two requests, at most an hour; None if unsaid."""
        delay = _parsed(self.text).crawl_delay(self.agent)
        return min(max(0.0, float(delay)), _LONGEST_DELAY) if delay is not None else None


def product(user_agent: str) -> str:
    """Return the name in a User-Agent header by which a robots.txt knows the agent."""
    words = user_agent.partition("/")[0].split()
    return words[0] if words else "*"


@lru_cache(maxsize=256)
def _parsed(text: str) -> Protego:
    return Protego.parse(text)
