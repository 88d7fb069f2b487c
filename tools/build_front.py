"""A hook of the package's build: a wheel or an archive of sources carries the desk's built files.

Where ``make front`` did not build them before, they are built now, so that ``pip install .`` in a
fresh clone gives a whole desk. An editable install is left alone: there ``make front`` does it.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

_MANIFEST = Path("src/dragoman/desk/static/manifest.json")
_NODE = Path("requirements/front.in")


class FrontHook(BuildHookInterface[Any]):
    """Builds ``frontend/`` with the machine's Node or with that of a wheel (``tools/npm``)."""

    PLUGIN_NAME = "custom"

    def dependencies(self) -> list[str]:
        """Return what the environment of the build needs: Node, for files that are not built."""
        lines = [] if self._is_built() else self._at(_NODE).read_text("utf-8").splitlines()
        return [line for line in lines if line and not line.startswith("#")]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Build the front end, if it is missing and the install is not editable.

        Raises:
            subprocess.CalledProcessError: npm could not get its packages, or not build them.
        """
        del build_data
        if version == "editable" or self._is_built():
            return
        self.app.display_info("Building the styles and scripts of the desk")
        for command in (["ci", "--no-progress"], ["run", "--silent", "build"]):
            self._npm(*command)

    def _npm(self, *command: str) -> None:
        front = str(self._at(Path("frontend")))
        told = {**os.environ, "NPM_PYTHON": sys.executable}
        npm = [str(self._at(Path("tools/npm"))), "--prefix", front, *command]
        subprocess.run(npm, env=told, check=True)  # noqa: S603 - a script of this repository

    def _is_built(self) -> bool:
        return self._at(_MANIFEST).is_file()

    def _at(self, path: Path) -> Path:
        return Path(self.root) / path
