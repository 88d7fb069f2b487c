"""Briefs as files: Markdown, HTML that loads nothing, PDF."""

from __future__ import annotations

import re

from starlette.responses import Response

from dragoman.crises.questions import Brief

FORMS = {
    "markdown": ("text/markdown; charset=utf-8", "md"),
    "html": ("text/html; charset=utf-8", "html"),
    "pdf": ("application/pdf", "pdf"),
}
"""The media type of each form, and the ending of its files."""

_LONGEST = 60


def document(brief: Brief, form: str) -> Response:
    """Return a brief as a file to be kept."""
    kind, ending = FORMS[form]
    disposition = f'attachment; filename="{file_name(brief.title)}.{ending}"'
    headers = {"content-disposition": disposition}
    return Response(written_as(brief, form), media_type=kind, headers=headers)


def written_as(brief: Brief, form: str) -> str | bytes:
    """Return what a brief is in one of the forms."""
    if form == "pdf":
        return brief.to_pdf()
    return brief.to_html() if form == "html" else brief.to_markdown()


def file_name(title: str) -> str:
    """Return a name for a file, of letters and digits that every system bears."""
    plain = "-".join(re.findall(r"[a-z0-9]+", title.casefold()))
    return plain[:_LONGEST].strip("-") or "brief"
