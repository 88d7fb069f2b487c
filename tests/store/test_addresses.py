"""Where a store is."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.errors import SettingError
from dragoman.settings import Settings
from dragoman.store.addresses import address, file_of, shown


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ("/data/crisis.sqlite", "/data/crisis.sqlite"),
        ("sqlite:////data/crisis.sqlite", "/data/crisis.sqlite"),
        ("postgresql://ada@host/crisis", "postgresql://ada@host/crisis"),
        ("postgres://ada:s3cret@host/crisis", "postgresql://ada:***@host/crisis"),
        (
            "postgresql://ada@host/crisis?password=s3cret",
            "postgresql://ada@host/crisis?password=%2A%2A%2A",
        ),
    ],
)
def test_a_store_is_told_without_its_password(given: str, told: str) -> None:
    assert shown(address(Settings(), given)) == told


def test_what_is_given_beats_the_setting() -> None:
    settings = Settings(db="/from/settings.sqlite")
    assert shown(address(settings)) == "/from/settings.sqlite"
    assert shown(address(settings, "/given.sqlite")) == "/given.sqlite"


def test_without_either_it_lies_in_the_data_folder() -> None:
    found = file_of(address(Settings(data_folder=Path("/data"))))
    assert found == Path("/data/ledger.sqlite")


@pytest.mark.parametrize("given", ["mysql://host/crisis", "://", "postgresql://host:port/x"])
def test_what_is_no_store_is_refused_without_being_repeated(given: str) -> None:
    with pytest.raises(SettingError, match="store") as caught:
        address(Settings(), given)
    assert "host" not in caught.value.message
