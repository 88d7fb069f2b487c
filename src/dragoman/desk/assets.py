"""The built front end: which file each entry is in, by the manifest of its build."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

from dragoman.errors import DeskError

STATIC = Path(__file__).parent / "static"
"""Where ``make front`` builds to; the wheel carries it."""

MOUNT = "/static"

_MANIFEST = "manifest.json"
_DESK = "src/desk.ts"


@dataclass(frozen=True, slots=True)
class Assets:
    """The entries of the manifest: ``desk``, which all pages load, and one for each island."""

    manifest: Mapping[str, Any]

    @classmethod
    def load(cls, folder: Path = STATIC) -> Self:
        """Read the manifest.

        Raises:
            DeskError: The front end is not built.
        """
        try:
            return cls(json.loads((folder / _MANIFEST).read_text(encoding="utf-8")))
        except (OSError, ValueError) as error:
            message = f"The desk's styles and scripts are not built: {folder} has no manifest."
            raise DeskError(message, hint="Build them with: make front.") from error

    @property
    def script(self) -> str:
        """The URL of the script of all pages."""
        return self._url(self._entry(_DESK)["file"])

    @property
    def styles(self) -> list[str]:
        """The URLs of the style sheets of all pages."""
        return self._styles(_DESK)

    def island(self, name: str) -> str:
        """Return the URL of the script of an island.

        Raises:
            DeskError: There is no such island in the build.
        """
        return self._url(self._entry(_island(name))["file"])

    def island_styles(self, name: str) -> list[str]:
        """Return the URLs of the style sheets of an island.

        Raises:
            DeskError: There is no such island in the build.
        """
        return self._styles(_island(name))

    def fonts(self) -> list[str]:
        """Return the URLs of the fonts that the first words of every page need."""
        wanted = ("newsreader-latin-wght-normal", "source-sans-3-latin-wght-normal")
        files = (str(each["file"]) for each in self.manifest.values())
        return [self._url(file) for file in files if any(name in file for name in wanted)]

    def _entry(self, name: str) -> Mapping[str, Any]:
        try:
            entry: Mapping[str, Any] = self.manifest[name]
        except KeyError:
            message = f"The build of the desk has no {name}."
            raise DeskError(message, hint="Build it anew with: make front.") from None
        return entry

    def _styles(self, name: str) -> list[str]:
        found = (css for each in self._with_imports(name) for css in each.get("css", ()))
        return [self._url(css) for css in dict.fromkeys(found)]

    def _with_imports(self, name: str) -> Iterator[Mapping[str, Any]]:
        entry = self._entry(name)
        for each in entry.get("imports", ()):
            yield from self._with_imports(each)
        yield entry

    def _url(self, file: str) -> str:
        return f"{MOUNT}/{file}"


def _island(name: str) -> str:
    return f"src/islands/{name}/index.ts"
