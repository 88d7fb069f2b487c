"""A brief as one page of HTML: it loads nothing, runs nothing, and prints well."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from importlib import resources

from jinja2 import Environment, PackageLoader, StrictUndefined

from dragoman.crises.questions.brief import lines
from dragoman.crises.questions.brief.model import Brief


def html(brief: Brief) -> str:
    """Return a brief as a page."""
    style = _style()
    return (
        _environment()
        .get_template("brief.html.j2")
        .render(
            brief=brief,
            groups=lines.groups(brief),
            span=lines.span_line(brief),
            cited_as=lines.cited_as,
            more=lines.more,
            left_out=lines.left_out,
            nothing=lines.NOTHING,
            remarks=lines.remarks,
            noted_by=lines.noted_by,
            style=style,
            policy=f"default-src 'none'; style-src '{_digest(style)}'; base-uri 'none'",
        )
    )


def _digest(text: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"


@cache
def _style() -> str:
    folder = resources.files("dragoman.crises.questions.brief") / "data"
    return (folder / "brief.css").read_text(encoding="utf-8")


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("dragoman.crises.questions.brief", "data"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
