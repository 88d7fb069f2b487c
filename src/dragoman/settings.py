"""Every setting: its name, type, default and meaning, in one table.

:class:`Settings` is the table; :func:`table` lists its rows. Values are overlaid in this order,
later ones winning: defaults, a TOML file, ``DRAGOMAN_*`` variables of the environment, arguments.
They are read at the top of a program only and handed down from there.
"""

from __future__ import annotations

import difflib
import ipaddress
import os
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields
from functools import cache
from pathlib import Path
from types import NoneType
from typing import Any, Self, get_args, get_origin, get_type_hints

from dragoman.errors import SettingError

PREFIX = "DRAGOMAN_"
"""What the environment variable of each setting begins with."""

FILE_VARIABLE = f"{PREFIX}SETTINGS"
"""The environment variable that names a TOML file of settings."""


@dataclass(frozen=True, slots=True)
class Setting:
    """One row of the table. ``minimum`` bounds a number from below."""

    name: str
    type: Any
    default: Any
    help: str
    minimum: float | None = None

    @property
    def variable(self) -> str:
        """The environment variable that sets it."""
        return PREFIX + self.name.upper()

    @property
    def type_name(self) -> str:
        """The type in words, for messages and the documentation."""
        kinds = [kind for kind in get_args(self.type) or (self.type,) if kind is not NoneType]
        if get_origin(self.type) is tuple:
            return "list of text"
        return {str: "text", int: "whole number", float: "number", Path: "path"}[kinds[0]]

    @property
    def optional(self) -> bool:
        """Whether it may have no value."""
        return NoneType in get_args(self.type)


def _row(text: str, *, minimum: float | None = None) -> dict[str, Any]:
    return {"help": text, "minimum": minimum}


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The value of every setting; :meth:`load` overlays them from where they are set.

    Raises:
        SettingError: A value is not what its setting may have.
    """

    threads: int = field(
        default=2,
        metadata=_row(
            "Threads that the language model runs on; more than there are cores is slower.",
            minimum=1,
        ),
    )
    batch_size: int = field(
        default=4, metadata=_row("Windows of text that the model reads at once.", minimum=1)
    )
    pipeline: str | None = field(
        default=None,
        metadata=_row(
            "Name or path of an installed spaCy pipeline that tags, parses and names in place of "
            "the shipped model, which goes on to find attributions and sentence vectors."
        ),
    )
    model: Path | None = field(
        default=None,
        metadata=_row("Folder of a language model to use in place of the shipped one."),
    )
    data_folder: Path | None = field(
        default=None,
        metadata=_row(
            "Folder of data that you add, such as imported places; by default `dragoman` in "
            "`XDG_DATA_HOME` or `~/.local/share`."
        ),
    )
    db: str | None = field(
        default=None,
        metadata=_row(
            "The store: path of a SQLite file, or `postgresql://user:password@host/name`; by "
            "default `ledger.sqlite` in the data folder."
        ),
    )
    keep_days: int | None = field(
        default=None,
        metadata=_row(
            "Days that articles are kept, counted from their publication or else from when they "
            "were added; older ones are erased by `dragoman forget --older-than` and by the "
            "worker. Without it, all are kept.",
            minimum=1,
        ),
    )
    pages: Path | None = field(
        default=None,
        metadata=_row(
            "Folder where the pages that were fetched are kept as they came, as web archives "
            "(WARC); without it none are kept."
        ),
    )
    max_bytes: int = field(
        default=20_000_000,
        metadata=_row("Bytes that one input may have as sent; more is refused.", minimum=1),
    )
    max_decompressed: int = field(
        default=100_000_000,
        metadata=_row("Bytes that one input may have once decompressed.", minimum=1),
    )
    max_depth: int = field(
        default=500, metadata=_row("How deep the elements of a page may be nested.", minimum=1)
    )
    fetch_timeout: float = field(
        default=20.0,
        metadata=_row("Seconds that fetching one URL may take, with all redirects.", minimum=0.001),
    )
    max_redirects: int = field(
        default=5, metadata=_row("Redirects that are followed from one URL.", minimum=0)
    )
    proxy: str | None = field(
        default=None, metadata=_row("URL of the proxy that pages are fetched through.")
    )
    allowed_networks: tuple[str, ...] = field(
        default=(),
        metadata=_row(
            "Private, loopback or link-local networks that a URL may lead to all the same, as "
            "CIDR blocks such as 10.1.0.0/16."
        ),
    )
    user_agent: str = field(
        default="dragoman/0.1", metadata=_row("What the fetcher tells web servers that it is.")
    )
    alert_seconds: float = field(
        default=30.0,
        metadata=_row(
            "Seconds that pass at least between two looks of `dragoman work` for new alerts; "
            "0: it looks for none.",
            minimum=0.0,
        ),
    )
    smtp: str | None = field(
        default=None,
        metadata=_row(
            "Server that e-mail is sent by, as `smtps://user@host` or `smtp://user@host:587`; its "
            "password is read from the environment variable `DRAGOMAN_SMTP_PASSWORD` alone."
        ),
    )
    mail_from: str | None = field(
        default=None, metadata=_row("Address that e-mail is sent from; by default the `smtp` user.")
    )
    desk_url: str | None = field(
        default=None,
        metadata=_row(
            "Where people reach the desk, as `https://desk.example.org`, if not at an address of "
            "numbers or on the machine itself; the desk answers to no other name."
        ),
    )
    session_idle_minutes: int = field(
        default=120,
        metadata=_row("Minutes unused after which a session of the desk ends.", minimum=1),
    )
    session_hours: int = field(
        default=12,
        metadata=_row("Hours after which a session of the desk ends, used or not.", minimum=1),
    )
    requests_per_minute: int = field(
        default=1200,
        metadata=_row(
            "Requests a minute that the desk answers one user, one token, or one address that has "
            "not signed in.",
            minimum=1,
        ),
    )
    oidc_issuer: str | None = field(
        default=None,
        metadata=_row(
            "URL of the provider of OpenID Connect by which people may sign in to the desk; it "
            "needs `oidc_client` and `desk_url`, and the secret of the client in the environment "
            "variable `DRAGOMAN_OIDC_SECRET` alone."
        ),
    )
    oidc_client: str | None = field(
        default=None, metadata=_row("What the provider of OpenID Connect knows the desk as.")
    )
    oidc_role: str | None = field(
        default=None,
        metadata=_row(
            "Role of the account that is made for somebody whom the provider of OpenID Connect "
            "lets in and who has none; without it nobody is let in who has no account."
        ),
    )

    def __post_init__(self) -> None:
        for setting in table():
            _check(setting, getattr(self, setting.name))

    @classmethod
    def load(
        cls,
        *,
        file: str | Path | None = None,
        environment: Mapping[str, str] | None = None,
        **overrides: object,
    ) -> Self:
        """Overlay defaults with a file, the environment and arguments.

        Args:
            file: A TOML file; by default the one that ``DRAGOMAN_SETTINGS`` names, if any.
            environment: Variables; by default those of the process.
            overrides: Values by name; ``None`` leaves a setting as it is.

        Raises:
            SettingError: A name is unknown, or a value is not what its setting may have.
        """
        variables = os.environ if environment is None else environment
        path = file if file is not None else variables.get(FILE_VARIABLE)
        given = {name: value for name, value in overrides.items() if value is not None}
        _refuse_unknown(given, "argument")
        values = {
            **(_from_file(Path(path)) if path else {}),
            **_from_environment(variables),
            **{name: _converted(_rows()[name], value, name) for name, value in given.items()},
        }
        return cls(**values)


def user_folder(given: Path | None = None) -> Path:
    """Return the folder of the user's data.

    Args:
        given: What the setting ``data_folder`` says; without it, ``dragoman`` in
            ``XDG_DATA_HOME`` or in ``~/.local/share``.
    """
    if given is not None:
        return given.expanduser()
    home = os.environ.get("XDG_DATA_HOME", "")
    base = Path(home) if Path(home).is_absolute() else Path.home() / ".local" / "share"
    return base / "dragoman"


@cache
def table() -> tuple[Setting, ...]:
    """Return the rows of the table of settings, in order."""
    hints = get_type_hints(Settings)
    return tuple(
        Setting(row.name, hints[row.name], row.default, **row.metadata) for row in fields(Settings)
    )


@cache
def _rows() -> dict[str, Setting]:
    return {setting.name: setting for setting in table()}


def _from_file(path: Path) -> dict[str, Any]:
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise SettingError(f"The settings file {path} cannot be read: {error}.") from error
    _refuse_unknown(data, str(path))
    return {
        name: _converted(_rows()[name], value, f"{name} in {path}") for name, value in data.items()
    }


def _from_environment(variables: Mapping[str, str]) -> dict[str, Any]:
    known = {setting.variable: setting for setting in table()}
    for name in variables:
        if name.startswith(PREFIX) and name not in {*known, FILE_VARIABLE}:
            _refuse_slip(name, known)
    return {
        setting.name: _from_text(setting, variables[variable])
        for variable, setting in known.items()
        if variable in variables
    }


def _refuse_slip(name: str, known: Iterable[str]) -> None:
    """Refuse a variable that is nearly one of ours; any other may be another program's."""
    if near := difflib.get_close_matches(name, known, n=1, cutoff=0.9):
        raise SettingError(
            f"The environment variable {name} is no setting.", hint=f"Did you mean {near[0]}?"
        )


def _refuse_unknown(names: Iterable[str], where: str) -> None:
    for name in names:
        if name in _rows():
            continue
        near = difflib.get_close_matches(name, _rows(), n=1, cutoff=0.6)
        hint = f"Did you mean {near[0]}?" if near else f"There are {', '.join(_rows())}."
        raise SettingError(f"{where}: there is no setting {name!r}.", hint=hint)


def _from_text(setting: Setting, text: str) -> Any:
    """Read a value from an environment variable; an empty one means no value."""
    if get_origin(setting.type) is tuple:
        return tuple(part.strip() for part in text.split(",") if part.strip())
    if setting.optional and not text.strip():
        return None
    number = {"whole number": int, "number": float}.get(setting.type_name)
    try:
        value: object = number(text) if number else text
    except ValueError:
        raise _wrong(setting, text, setting.variable) from None
    return _converted(setting, value, setting.variable)


def _converted(setting: Setting, value: object, where: str) -> Any:
    """Turn a plain value into the setting's own type; the wrong kind is refused."""
    if isinstance(value, bool):
        raise _wrong(setting, value, where)
    if setting.type is float and isinstance(value, int):
        return float(value)
    if setting.type_name == "path" and isinstance(value, str):
        return Path(value)
    if get_origin(setting.type) is tuple and isinstance(value, list | tuple):
        return tuple(value)
    return value


def _check(setting: Setting, value: object) -> None:
    if value is None and setting.optional:
        return
    kinds = {"text": str, "whole number": int, "number": float, "path": Path}
    expected = kinds.get(setting.type_name, tuple)
    if not isinstance(value, expected) or isinstance(value, bool):
        raise _wrong(setting, value, setting.name)
    if isinstance(value, int | float) and not value >= (setting.minimum or 0):
        raise SettingError(f"{setting.name} must be {setting.minimum:g} or more, not {value!r}.")
    if isinstance(value, tuple):
        _check_networks(setting, value)


def _check_networks(setting: Setting, values: tuple[object, ...]) -> None:
    for value in values:
        try:
            ipaddress.ip_network(str(value))
        except ValueError as error:
            raise SettingError(
                f"{setting.name}: {value!r} is no network: {error}.",
                hint="Write it as a CIDR block, for instance 10.1.0.0/16.",
            ) from error


def _wrong(setting: Setting, value: object, where: str) -> SettingError:
    return SettingError(f"{where}: expected a {setting.type_name}, found {value!r}.")
