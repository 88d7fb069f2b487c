"""How tables and network are weighed against one another: all the numbers in one place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.coding.contacts.verdicts import CHANNELS, STATUSES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dragoman.coding.contacts.verdicts import Verdict
    from dragoman.records import Channel, ContactStatus

HELD_VERB = 0.88
"""How sure a verb of the tables tells of a contact."""
HELD_NOUN = 0.8
"""The same of a noun."""
DOUBTFUL = 0.6
"""The same of a word of the tables that mostly means something else."""
UNLISTED = 0.5
"""The same of a word that only the network takes for an act of that kind."""
NOT_A_CONTACT = 0.15
"""The same of a word whose surroundings say that there was none: denied, hoped for."""
LEAST = 0.4
"""What a contact must reach to be coded."""
UNNAMED = 0.9
"""What the confidence is multiplied by where a side is not named."""
NOT_HELD = 0.9
"""The same where the contact was not held."""

_SURE = 0.98
_MISSED = 0.15
_STATUS_BY_WORDS = 0.95
_CHANNEL_BY_WORDS: Mapping[Channel, float] = {"unspecified": 0.85, "meeting": 0.9, "visit": 0.9}
_FROM_NETWORK = 0.25


def pooled(prior: float, seen: float) -> float:
    """Two opinions on one thing as one probability: the product of their odds.

    Args:
        prior: What the tables say.
        seen: What the network says; never taken as wholly certain. About one contact in seven
            is none for it, so its denial counts for no more than that: a clear word of the
            tables stands against it, a doubtful one does not.
    """
    seen = min(max(seen, _MISSED), _SURE)
    both, neither = prior * seen, (1.0 - prior) * (1.0 - seen)
    return both / (both + neither)


def likeliest_status(told: ContactStatus | None, verdict: Verdict | None) -> ContactStatus:
    """What became of a contact by its words and by the network."""
    if verdict is None:
        return told or "held"
    rest = (1.0 - _STATUS_BY_WORDS) / (len(STATUSES) - 1)
    weights = {name: _STATUS_BY_WORDS if name == told else rest for name in STATUSES}
    return max(STATUSES, key=lambda name: weights[name] * verdict.statuses[name])


def likeliest_channel(told: Channel, verdict: Verdict | None, *, listed: bool = True) -> Channel:
    """The channel by the words, unless they leave it open and the network is surer.

    Args:
        told: What the words say.
        verdict: What the network says.
        listed: Whether the tables know the word; of others the words say little.
    """
    if verdict is None or told not in _CHANNEL_BY_WORDS:
        return told
    own = _CHANNEL_BY_WORDS[told] if listed else _FROM_NETWORK
    rest = (1.0 - own) / (len(CHANNELS) - 1)
    weights = {name: own if name == told else rest for name in CHANNELS}
    return max(CHANNELS, key=lambda name: weights[name] * verdict.channels[name])
