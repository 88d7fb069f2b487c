"""The page of help."""

from __future__ import annotations

import re

from fastapi.testclient import TestClient

from dragoman.desk import links
from dragoman.desk.menu import PLACES, VIEWS
from dragoman.records import codebook


def test_it_explains_every_code(client: TestClient) -> None:
    text = client.get(links.help_page()).text
    ids = re.findall(r'\bid="([^"]+)"', text)
    assert len(ids) == len(set(ids))
    assert {f"types-{each}" for each in codebook().codes("types")} <= set(ids)
    assert {f"stances-{each}" for each in codebook().codes("stances")} <= set(ids)


def test_all_that_it_points_to_on_itself_is_there(client: TestClient) -> None:
    text = client.get(links.help_page()).text
    ids = set(re.findall(r'\bid="([^"]+)"', text))
    assert set(re.findall(r'href="#([^"]+)"', text)) <= ids


def test_it_names_all_keys(client: TestClient) -> None:
    text = client.get(links.help_page()).text
    for key in [*(each.key for each in PLACES), *(each.key for each in VIEWS)]:
        assert f"<kbd>{key}</kbd>" in text


def test_it_says_how_to_begin_where_nothing_is(
    client: TestClient, empty_client: TestClient
) -> None:
    told = "The ledger is empty."
    assert told in empty_client.get(links.help_page()).text
    assert told not in client.get(links.help_page()).text


def test_programs_are_led_to_the_description_of_the_api(client: TestClient) -> None:
    text = client.get(links.help_page()).text
    described = links.api("openapi.json")
    assert f'href="{described}"' in text
    assert client.get(described).json()["openapi"].startswith("3.")
