"""Python looks for no garbage while it is paused, and afterwards as before."""

from __future__ import annotations

import gc

import pytest

from dragoman.batch.collecting import paused


def test_it_is_paused_and_goes_on() -> None:
    with paused():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_it_goes_on_after_an_error() -> None:
    with pytest.raises(KeyError), paused():
        raise KeyError
    assert gc.isenabled()


def test_it_stays_off_where_it_was_off() -> None:
    gc.disable()
    try:
        with paused():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()
