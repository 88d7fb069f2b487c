"""Briefs as documents of the API."""

from __future__ import annotations

from typing import Any, Literal

from starlette.responses import Response

from dragoman.crises.questions import Brief
from dragoman.desk.parts.documents import FORMS, written_as

Form = Literal["markdown", "html", "pdf"]

DOCUMENTS: dict[int | str, dict[str, Any]] = {
    200: {"content": {kind.partition(";")[0]: {} for kind, _ in FORMS.values()}}
}
"""What the description of the API says of the answers of such a call."""


def document_of(brief: Brief, form: Form) -> Response:
    """Return a brief in a form."""
    return Response(written_as(brief, form), media_type=FORMS[form][0])
