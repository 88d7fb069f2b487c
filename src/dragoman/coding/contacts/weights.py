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
_STATUS_BY_WORDS = 0.8
_CHANNEL_BY_WORDS: Mapping[Channel, float] = {"unspecified": 0.25, "meeting": 0.5, "visit": 0.5}


def pooled(prior: float, seen: float) -> float:
    """Two opinions on one thing as one probability: the product of their odds.

    Args:
        prior: What the tables say.
        seen: What the network says; never taken as wholly certain.
    """
    seen = min(max(seen, 1.0 - _SURE), _SURE)
    both, neither = prior * seen, (1.0 - prior) * (1.0 - seen)
    return both / (both + neither)


def likeliest_status(told: ContactStatus | None, verdict: Verdict | None) -> ContactStatus:
    """What became of a contact by its words and by the network."""
    if verdict is None:
        return told or "held"
    rest = (1.0 - _STATUS_BY_WORDS) / (len(STATUSES) - 1)
    weights = {name: _STATUS_BY_WORDS if name == told else rest for name in STATUSES}
    return max(STATUSES, key=lambda name: weights[name] * verdict.statuses[name])


def likeliest_channel(told: Channel, verdict: Verdict | None) -> Channel:
    """The channel by the words, unless they leave it open and the network is surer."""
    if verdict is None or told not in _CHANNEL_BY_WORDS:
        return told
    own = _CHANNEL_BY_WORDS[told]
    rest = (1.0 - own) / (len(CHANNELS) - 1)
    weights = {name: own if name == told else rest for name in CHANNELS}
    return max(CHANNELS, key=lambda name: weights[name] * verdict.channels[name])
