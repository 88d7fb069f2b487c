"""The API is called with whatever its description allows, and with what it does not."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from fastapi.routing import APIRoute
from hypothesis import HealthCheck, given, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from dragoman.desk import create_app
from dragoman.desk.accounts.tokens import Tokens
from dragoman.desk.accounts.users import Users
from dragoman.desk.api.routes import DESCRIPTION, ROUTERS
from dragoman.settings import Settings
from dragoman.store import Store

CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
]
OFTEN = 1_000_000
DESK = "http://testserver"
"""By this name it is asked."""


@pytest.fixture(scope="module")
def fuzzed(desk_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A copy of the store that anything may be done to."""
    path = tmp_path_factory.mktemp("fuzzed") / desk_file.name
    for each in desk_file.parent.glob(f"{desk_file.name}*"):
        shutil.copy(each, path.with_name(each.name))
    with Store.open(str(path), settings=Settings()) as store:
        yield store


@pytest.fixture(scope="module")
def token(fuzzed: Store) -> str:
    """What an admin's program sends."""
    with fuzzed.work() as unit:
        admin = Users(unit.connection).add("asha", "admin")
        return Tokens(unit.connection).add(admin, "fuzzing", "admin")


@pytest.fixture(scope="module")
def described(fuzzed: Store, token: str) -> Any:
    """The API as it describes itself."""
    app = create_app(fuzzed, settings=Settings(requests_per_minute=OFTEN, desk_url=DESK))
    return schemathesis.openapi.from_asgi(DESCRIPTION, app, headers=bearing(token))


def bearing(token: str) -> dict[str, str]:
    """Return the headers of a request with a token."""
    return {"Authorization": f"Bearer {token}"}


def operations() -> list[tuple[str, str]]:
    """Return path and method of all that the API describes."""
    routes = [each for router in ROUTERS for each in router.routes if isinstance(each, APIRoute)]
    return [
        (route.path, method)
        for route in routes
        if route.include_in_schema
        for method in sorted(route.methods or ())
    ]


@pytest.mark.parametrize(("path", "method"), operations())
def test_nothing_that_is_asked_is_a_fault_of_the_desk(
    described: Any, token: str, path: str, method: str
) -> None:
    @given(case=described[path][method].as_strategy())
    @settings(
        max_examples=12,
        deadline=None,
        derandomize=True,
        suppress_health_check=list(HealthCheck),
    )
    def ask(case: schemathesis.Case[Any]) -> None:
        case.call_and_validate(headers=bearing(token), checks=CHECKS)

    ask()
