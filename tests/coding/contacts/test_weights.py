"""Tables and network against one another."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dragoman.coding.contacts.verdicts import CHANNELS, STATUSES, Verdict
from dragoman.coding.contacts.weights import (
    DOUBTFUL,
    HELD_NOUN,
    HELD_VERB,
    LEAST,
    NOT_A_CONTACT,
    UNLISTED,
    likeliest_channel,
    likeliest_status,
    pooled,
)
from dragoman.records import Channel, ContactStatus

_EVEN = Verdict(
    contact=0.5,
    unreal=0.0,
    channels=dict.fromkeys(CHANNELS, 1 / len(CHANNELS)),
    statuses=dict.fromkeys(STATUSES, 1 / len(STATUSES)),
    roles={},
)


def _channel(sure: Channel, share: float) -> Verdict:
    rest = (1 - share) / (len(CHANNELS) - 1)
    return replace(_EVEN, channels={name: share if name == sure else rest for name in CHANNELS})


def _status(sure: ContactStatus, share: float) -> Verdict:
    rest = (1 - share) / (len(STATUSES) - 1)
    return replace(_EVEN, statuses={name: share if name == sure else rest for name in STATUSES})


@pytest.mark.parametrize("prior", [HELD_VERB, HELD_NOUN])
def test_a_clear_word_stands_against_the_network(prior: float) -> None:
    assert pooled(prior, 0.0) >= LEAST


def test_a_doubtful_word_falls_by_the_network() -> None:
    assert pooled(DOUBTFUL, 0.1) < LEAST < DOUBTFUL


@pytest.mark.parametrize("prior", [UNLISTED, NOT_A_CONTACT])
def test_an_unsure_network_adds_nothing(prior: float) -> None:
    assert pooled(prior, 0.35) < LEAST


def test_a_sure_network_adds_words_that_the_tables_do_not_know() -> None:
    assert pooled(UNLISTED, 0.9) > 0.8


def test_nothing_becomes_certain() -> None:
    assert pooled(HELD_VERB, 1.0) < 1.0


@pytest.mark.parametrize("told", ["phone", "letter", "video"])
def test_a_channel_that_is_told_stays(told: Channel) -> None:
    assert likeliest_channel(told, _channel("visit", 0.99)) == told


def test_an_unsure_network_gives_no_channel() -> None:
    assert likeliest_channel("unspecified", _channel("phone", 0.5)) == "unspecified"


def test_a_sure_network_gives_the_channel_that_words_leave_open() -> None:
    assert likeliest_channel("unspecified", _channel("phone", 0.98)) == "phone"


def test_the_channel_of_an_unlisted_word_is_the_networks() -> None:
    assert likeliest_channel("unspecified", _channel("phone", 0.5), listed=False) == "phone"


def test_the_status_that_is_told_stays() -> None:
    assert likeliest_status("planned", _status("held", 0.7)) == "planned"


def test_the_network_gives_the_status_that_is_not_told() -> None:
    assert likeliest_status(None, _status("refused", 0.7)) == "refused"


def test_without_either_a_contact_was_held() -> None:
    assert likeliest_status(None, None) == "held"
