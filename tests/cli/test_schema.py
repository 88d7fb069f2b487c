"""``dragoman schema``."""

from __future__ import annotations

import json

from dragoman.records import record_schema
from tests.cli.running import run


def test_the_schema_is_printed_as_json() -> None:
    assert json.loads(run("schema").stdout) == record_schema()
