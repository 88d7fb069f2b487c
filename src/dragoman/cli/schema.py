"""``dragoman schema``: the contract of a record, for programs."""

from __future__ import annotations

import json

import typer


def schema() -> None:
    """Print the JSON Schema of a record."""
    from dragoman.records import record_schema

    typer.echo(json.dumps(record_schema(), indent=2, ensure_ascii=False))
