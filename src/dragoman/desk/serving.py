"""The built files, which a browser may keep: a new build has new names."""

from __future__ import annotations

import os

from starlette.responses import Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

_KEPT = "public, max-age=31536000, immutable"
_ASKED_AGAIN = "no-cache"


class BuiltFiles(StaticFiles):
    """The folder of built files; those whose names hold a hash are kept for good."""

    def file_response(
        self,
        full_path: str | os.PathLike[str],
        stat_result: os.stat_result,
        scope: Scope,
        status_code: int = 200,
    ) -> Response:
        """Return a file with how long it may be kept."""
        response = super().file_response(full_path, stat_result, scope, status_code)
        hashed = "/assets/" in os.fspath(full_path)
        response.headers["cache-control"] = _KEPT if hashed else _ASKED_AGAIN
        return response
