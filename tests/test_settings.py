from __future__ import annotations

import dataclasses
from pathlib import Path
from typing import Any

import pytest

from dragoman.errors import SettingError
from dragoman.settings import Setting, Settings, table

DOCS = Path(__file__).parents[1] / "docs"
NOTHING: dict[str, str] = {}


def _file(folder: Path, text: str) -> Path:
    path = folder / "dragoman.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_defaults() -> None:
    assert Settings.load(environment=NOTHING) == Settings()


def test_a_file_beats_a_default(tmp_path: Path) -> None:
    file = _file(tmp_path, "threads = 3")
    assert Settings.load(file=file, environment=NOTHING).threads == 3


def test_the_environment_beats_a_file(tmp_path: Path) -> None:
    file = _file(tmp_path, "threads = 3\nbatch_size = 5")
    settings = Settings.load(file=file, environment={"DRAGOMAN_THREADS": "4"})
    assert (settings.threads, settings.batch_size) == (4, 5)


def test_an_argument_beats_the_environment() -> None:
    assert Settings.load(environment={"DRAGOMAN_THREADS": "4"}, threads=6).threads == 6


def test_an_argument_of_none_leaves_a_setting_as_it_is() -> None:
    assert Settings.load(environment={"DRAGOMAN_THREADS": "4"}, threads=None).threads == 4


def test_the_process_s_environment_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DRAGOMAN_THREADS", "7")
    assert Settings.load().threads == 7


def test_the_environment_names_a_file(tmp_path: Path) -> None:
    file = _file(tmp_path, "threads = 3")
    assert Settings.load(environment={"DRAGOMAN_SETTINGS": str(file)}).threads == 3


@pytest.mark.parametrize(
    ("variable", "text", "name", "value"),
    [
        ("DRAGOMAN_FETCH_TIMEOUT", "2.5", "fetch_timeout", 2.5),
        ("DRAGOMAN_FETCH_TIMEOUT", "3", "fetch_timeout", 3.0),
        ("DRAGOMAN_MODEL", "/tmp/model", "model", Path("/tmp/model")),
        ("DRAGOMAN_MODEL", "", "model", None),
        ("DRAGOMAN_PIPELINE", "en_core_web_trf", "pipeline", "en_core_web_trf"),
        (
            "DRAGOMAN_ALLOWED_NETWORKS",
            "10.1.0.0/16, fd00::/8",
            "allowed_networks",
            ("10.1.0.0/16", "fd00::/8"),
        ),
        ("DRAGOMAN_ALLOWED_NETWORKS", "", "allowed_networks", ()),
    ],
)
def test_a_variable_is_read_by_its_type(variable: str, text: str, name: str, value: object) -> None:
    assert getattr(Settings.load(environment={variable: text}), name) == value


@pytest.mark.parametrize(
    ("text", "name", "value"),
    [
        ("fetch_timeout = 3", "fetch_timeout", 3.0),
        ('model = "here"', "model", Path("here")),
        ('allowed_networks = ["127.0.0.0/8"]', "allowed_networks", ("127.0.0.0/8",)),
    ],
)
def test_a_file_is_read_by_type(tmp_path: Path, text: str, name: str, value: object) -> None:
    settings = Settings.load(file=_file(tmp_path, text), environment=NOTHING)
    assert getattr(settings, name) == value


@pytest.mark.parametrize(
    "overrides",
    [
        {"threads": 0},
        {"threads": -1},
        {"threads": "2"},
        {"threads": 2.0},
        {"threads": True},
        {"fetch_timeout": 0},
        {"fetch_timeout": float("nan")},
        {"fetch_timeout": "soon"},
        {"user_agent": 7},
        {"model": 7},
        {"allowed_networks": "10.0.0.0/8"},
        {"allowed_networks": ["my house"]},
        {"allowed_networks": ["10.0.0.1/8"]},
    ],
)
def test_a_value_that_cannot_be_is_refused(overrides: dict[str, Any]) -> None:
    with pytest.raises(SettingError, match=next(iter(overrides))):
        Settings.load(environment=NOTHING, **overrides)


@pytest.mark.parametrize("text", ["two", "2.5", ""])
def test_a_variable_that_is_no_number_is_refused_by_name(text: str) -> None:
    with pytest.raises(SettingError, match="DRAGOMAN_THREADS"):
        Settings.load(environment={"DRAGOMAN_THREADS": text})


def test_an_unknown_argument_is_refused_with_a_near_match() -> None:
    with pytest.raises(SettingError, match=r"'treads'.*Did you mean threads\?"):
        Settings.load(environment=NOTHING, treads=2)


def test_an_unknown_key_of_a_file_is_refused_with_a_near_match(tmp_path: Path) -> None:
    file = _file(tmp_path, "batchsize = 2")
    with pytest.raises(SettingError, match=r"dragoman\.toml.*'batchsize'.*batch_size\?"):
        Settings.load(file=file, environment=NOTHING)


def test_an_unknown_key_far_from_all_lists_them() -> None:
    with pytest.raises(SettingError, match=r"There are threads, batch_size"):
        Settings.load(environment=NOTHING, colour="red")


def test_a_mistyped_variable_is_refused_with_a_near_match() -> None:
    with pytest.raises(SettingError, match=r"DRAGOMAN_TREADS.*DRAGOMAN_THREADS\?"):
        Settings.load(environment={"DRAGOMAN_TREADS": "2"})


def test_another_program_s_variable_is_left_alone() -> None:
    variables = {"DRAGOMAN_SHARED": "/data", "DRAGOMAN_DESK_PORT": "80", "TREADS": "2"}
    assert Settings.load(environment=variables) == Settings()


@pytest.mark.parametrize("text", ["threads = ", "threads: 2", "threads = 2\nthreads = 3"])
def test_a_broken_file_is_refused_by_name(tmp_path: Path, text: str) -> None:
    with pytest.raises(SettingError, match=r"dragoman\.toml"):
        Settings.load(file=_file(tmp_path, text), environment=NOTHING)


def test_an_absent_file_is_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(SettingError, match="nowhere"):
        Settings.load(file=tmp_path / "nowhere.toml", environment=NOTHING)


def test_settings_do_not_change() -> None:
    name = "threads"
    with pytest.raises(dataclasses.FrozenInstanceError):
        setattr(Settings(), name, 3)


def test_the_table_lists_every_setting() -> None:
    assert [row.name for row in table()] == [row.name for row in dataclasses.fields(Settings)]


@pytest.mark.parametrize("setting", table(), ids=lambda row: row.name)
def test_every_setting_says_what_it_does(setting: Setting) -> None:
    assert setting.help.endswith(".")
    assert setting.type_name


@pytest.mark.parametrize("setting", table(), ids=lambda row: row.name)
def test_every_default_can_be_given(setting: Setting) -> None:
    settings = Settings.load(environment=NOTHING, **{setting.name: setting.default})
    assert getattr(settings, setting.name) == setting.default
