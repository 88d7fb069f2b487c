"""All routes of the API, and what its description says of them."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter

from dragoman.desk.api import (
    alerts,
    articles,
    brief,
    brief_editing,
    comparison,
    crises,
    entries,
    exports,
    grouping,
    health,
    jobs,
    judgements,
    outreach,
    people,
    persons,
    review,
    saved_briefs,
    search,
    sources,
    standings,
    statements,
    timeline,
)
from dragoman.desk.api.routing import ROOT

ROUTERS: tuple[APIRouter, ...] = (
    crises.router,
    grouping.crises_router,
    entries.router,
    statements.router,
    search.router,
    articles.router,
    comparison.router,
    persons.router,
    grouping.persons_router,
    timeline.router,
    standings.router,
    outreach.router,
    brief.router,
    saved_briefs.router,
    brief_editing.router,
    judgements.router,
    review.router,
    jobs.router,
    sources.router,
    alerts.router,
    exports.router,
    people.router,
    health.router,
)
"""The routes of the API, one router a resource; a new resource adds its router here."""

DESCRIPTION = f"{ROOT}/openapi.json"
"""Where the API is described for programs."""

ABOUT = """\
Everything that the pages of the desk show, for programs.

Lists come in parts: `next` of one part is the `cursor` of the one that follows. Answers carry an
`ETag`; send it back as `If-None-Match`, and what has not changed is not sent again. Every error has
the body `{"error": {"code", "message", "hint"}}`.
"""

TAGS: list[dict[str, Any]] = [
    {"name": "crises", "description": "Crises and their stories: what belongs together."},
    {"name": "entries", "description": "The facts of the ledger, each once, with its reports."},
    {"name": "search", "description": "Articles and facts by their words, or by their likeness."},
    {"name": "articles", "description": "What was read: texts, records, facts."},
    {"name": "persons", "description": "Who is who across articles."},
    {"name": "questions", "description": "Timeline, standings, outreach, attitudes, brief."},
    {"name": "briefs", "description": "Briefs that are saved and edited, in all their versions."},
    {"name": "judgements", "description": "What people decide about facts."},
    {"name": "review", "description": "What is to be judged first, and who judged how much."},
    {"name": "jobs", "description": "What waits to be done."},
    {"name": "sources", "description": "Where articles come from."},
    {"name": "alerts", "description": "Questions that are asked again and again."},
    {"name": "exports", "description": "Records in any form."},
    {"name": "people", "description": "Who asks, who may use the desk, and who did what."},
    {"name": "health", "description": "Whether the desk works."},
]
"""What each part of the description holds."""
