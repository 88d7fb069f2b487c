"""Where alerts go, as a person writes it: ``file:PATH``, ``mailto:ADDRESS`` or ``https://…``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

from dragoman.errors import SettingError

Way = Literal["file", "mail", "web"]

_ADDRESS = re.compile(r"[^\s@<>,;:\"()\\]+@[^\s@<>,;:\"()\\]+\.[^\s@<>,;:\"()\\.]+")
_HINT = "Write it as file:PATH, mailto:ADDRESS or https://HOST/PATH."


@dataclass(frozen=True, slots=True)
class Destination:
    """One place that alerts go to; ``target`` is a path, an address or a URL."""

    way: Way
    target: str

    def __str__(self) -> str:
        """Return it as it is written."""
        prefixes: Mapping[Way, str] = {"file": "file:", "mail": "mailto:", "web": ""}
        return f"{prefixes[self.way]}{self.target}"


def destination(text: str) -> Destination:
    """Read where alerts are to go; paths become absolute.

    Raises:
        SettingError: It is no place that alerts can go to.
    """
    if text.startswith("file:") and len(text) > len("file:"):
        return Destination("file", str(Path(text.removeprefix("file:")).expanduser().absolute()))
    if text.startswith("mailto:") and _ADDRESS.fullmatch(text.removeprefix("mailto:")):
        return Destination("mail", text.removeprefix("mailto:"))
    if text.startswith(("https://", "http://")) and _is_url(text):
        return Destination("web", text)
    raise SettingError(f"Alerts cannot go to {text!r}.", hint=_HINT)


def _is_url(text: str) -> bool:
    """Tell whether a URL has a host, and neither a password nor blanks."""
    try:
        parts = urlsplit(text)
        host, password, user = parts.hostname, parts.password, parts.username
    except ValueError:
        return False
    return (
        bool(host) and password is None and user is None and text.isprintable() and " " not in text
    )
