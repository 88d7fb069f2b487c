"""What every page shows is a documented type."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path

import pytest

import dragoman.desk
from dragoman.desk import pages
from dragoman.desk.rendering import templates

TEMPLATES = Path(dragoman.desk.__file__).parent / "templates"


def contexts() -> Iterator[type]:
    """Yield the contexts of all pages."""
    for info in pkgutil.iter_modules(pages.__path__, f"{pages.__name__}."):
        module = importlib.import_module(info.name)
        for name, found in vars(module).items():
            if not isinstance(found, type) or found.__module__ != info.name:
                continue
            if is_dataclass(found) and name.endswith("Page"):
                yield found


@pytest.mark.parametrize("context", list(contexts()), ids=lambda each: each.__name__)
def test_every_field_is_documented(context: type) -> None:
    told = context.__doc__ or ""
    assert [each.name for each in fields(context) if not re.search(rf"\b{each.name}\b", told)] == []


@pytest.mark.parametrize("name", sorted(templates().list_templates()))
def test_every_template_can_be_read(name: str) -> None:
    assert templates().get_template(name).name == name


@pytest.mark.parametrize("name", sorted(templates().list_templates()))
def test_no_template_trusts_what_comes_from_outside(name: str) -> None:
    text = (TEMPLATES / name).read_text()
    assert not re.search(
        r"\|\s*safe\b|autoescape\s+false|style=|\son\w+=|<script>|href=\"/[a-z]",
        text.replace('href="/static/', ""),
    )
