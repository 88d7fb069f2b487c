"""The description of the API."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from dragoman.desk.api.routes import DESCRIPTION, TAGS


@pytest.fixture(scope="module")
def described(desk_app: FastAPI) -> dict[str, Any]:
    return desk_app.openapi()


def operations(described: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    for path, methods in described["paths"].items():
        for method, operation in methods.items():
            yield f"{method.upper()} {path}", operation


def test_the_description_is_there(client: TestClient, described: dict[str, Any]) -> None:
    assert client.get(DESCRIPTION).json() == described


def test_only_the_api_is_described(described: dict[str, Any]) -> None:
    others = {each for each in described["paths"] if not each.startswith("/api/v1/")}
    assert others == {"/healthz", "/metrics"}


def test_every_call_is_told_of(described: dict[str, Any]) -> None:
    known = {each["name"] for each in TAGS}
    for name, operation in operations(described):
        assert operation["summary"], name
        assert operation["description"], name
        assert set(operation["tags"]) <= known, name


def test_every_parameter_is_told_of(described: dict[str, Any]) -> None:
    untold = [
        f"{name}: {each['name']}"
        for name, operation in operations(described)
        for each in operation.get("parameters", ())
        if not each.get("description")
    ]
    assert untold == []


def test_errors_have_the_one_body(described: dict[str, Any]) -> None:
    for name, operation in operations(described):
        for status, answer in operation["responses"].items():
            if int(status) >= 400:
                schema = answer["content"]["application/json"]["schema"]
                assert schema == {"$ref": "#/components/schemas/Refusal"}, f"{name} {status}"


def test_shapes_have_words_and_examples(described: dict[str, Any]) -> None:
    untold = []
    for shape, schema in described["components"]["schemas"].items():
        for name, field in schema.get("properties", {}).items():
            if not _is_told(field):
                untold.append(f"{shape}.{name}")
    assert untold == []


def _is_told(field: dict[str, Any]) -> bool:
    """Tell whether a field has a description, or is of a shape that has one."""
    of_shape = "$ref" in field or "$ref" in field.get("items", {})
    return of_shape or "description" in field


def test_most_values_have_an_example(described: dict[str, Any]) -> None:
    fields = [
        field
        for schema in described["components"]["schemas"].values()
        for field in schema.get("properties", {}).values()
        if "$ref" not in field and "$ref" not in field.get("items", {})
    ]
    with_example = [each for each in fields if each.get("examples")]
    assert len(with_example) > len(fields) / 2
