"""Who asks, accounts and the trail by the API."""

from __future__ import annotations

from fastapi.testclient import TestClient

from dragoman.desk import create_app
from dragoman.desk.accounts.tokens import Tokens
from dragoman.desk.accounts.users import Users
from dragoman.settings import Settings
from dragoman.store import Store
from tests.desk.api.calls import ROOT, error, every, get, items, post


def test_one_who_is_alone_is_an_admin(client: TestClient) -> None:
    found = get(client, "/me")
    assert (found["role"], found["way"]) == ("admin", "alone")


def test_a_token_tells_what_it_may_do(own_store: Store) -> None:
    with own_store.work() as unit:
        user = Users(unit.connection).add("jlind", "editor")
        token = Tokens(unit.connection).add(user, "script", "read")
    settings = Settings(desk_url="http://testserver")
    client = TestClient(create_app(own_store, settings=settings))
    client.headers["Authorization"] = f"Bearer {token}"
    assert get(client, "/me") == {"name": "jlind", "role": "viewer", "way": "token"}
    for path in ("/users", "/trail"):
        answer = client.get(f"{ROOT}{path}")
        assert (answer.status_code, error(answer)) == (403, "forbidden")


def test_accounts_are_listed_without_secrets(own_client: TestClient, own_store: Store) -> None:
    assert items(own_client, "/users") == []
    with own_store.work() as unit:
        user = Users(unit.connection).add("asha", "admin")
        token = Tokens(unit.connection).add(user, "script", "admin")
    own_client.headers["Authorization"] = f"Bearer {token}"
    (found,) = items(own_client, "/users")
    assert (found["name"], found["role"], found["locked_at"]) == ("asha", "admin", None)
    assert set(found) == {"name", "role", "email", "made_at", "locked_at"}


def test_the_trail_comes_the_latest_first_and_of_one_person(
    own_client: TestClient, own_store: Store
) -> None:
    with own_store.work() as unit:
        unit.audit.note("backup", "one", who="asha")
        unit.audit.note("restore", "two", who="jlind")
    found = every(own_client, "/trail", limit=1)
    assert [each["subject"] for each in found][:2] == ["two", "one"]
    (line,) = items(own_client, "/trail", who="asha")
    assert (line["deed"], line["subject"]) == ("made a backup", "one")


def test_what_is_done_by_the_api_stands_in_the_trail(own_client: TestClient) -> None:
    assert post(own_client, "/jobs/text", {"text": "Calm\n\nAll is calm."}).status_code == 202
    assert any("/jobs/text" in str(each) for each in items(own_client, "/trail"))
