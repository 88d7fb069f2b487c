"""``/healthz`` and ``/metrics``: whether the desk works, and how much it does."""

from __future__ import annotations

from typing import Literal

from fastapi import APIRouter, Depends, Request
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest
from pydantic import Field
from starlette.responses import Response

from dragoman.desk.accounts.roles import needs
from dragoman.desk.api.metrics import Metrics
from dragoman.desk.api.shapes.base import Refusal, Shape
from dragoman.desk.context import TheDesk

router = APIRouter(tags=["health"])


class Healthy(Shape):
    """That the desk works."""

    status: Literal["ok"] = Field(description="Always so; else the answer is an error.")


@router.get(
    "/healthz",
    summary="Whether the desk works",
    responses={503: {"model": Refusal, "description": "The store cannot be used now."}},
)
def healthz(desk: TheDesk) -> Healthy:
    """Tell whether the desk can use its store; nothing else is told, and no account is needed."""
    desk.store.require()
    return Healthy(status="ok")


@router.get(
    "/metrics",
    summary="Figures for Prometheus",
    response_class=Response,
    responses={200: {"content": {"text/plain": {}}, "description": "The figures."}},
    dependencies=[Depends(needs("viewer"))],
)
def metrics(request: Request, desk: TheDesk) -> Response:
    """Return counts and times of requests, and what the store holds."""
    kept: Metrics = request.app.state.metrics
    with desk.store.view() as view:
        kept.look(view)
    return Response(generate_latest(kept.registry), media_type=CONTENT_TYPE_LATEST)
