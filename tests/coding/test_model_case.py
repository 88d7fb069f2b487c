"""The model case: the actors that a hand-made record names, found by the shipped model."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dragoman.coding.coder import Coder
from dragoman.ingest import read_article
from dragoman.language import Language
from dragoman.records import Actor, Record, check
from dragoman.settings import Settings
from dragoman.world import world

CASE = "wion-2020-01-04"


@pytest.fixture(scope="module")
def record(shared: Path) -> Record:
    article = read_article(shared / "articles" / f"{CASE}.txt")
    return Coder(world()).record(Language.load(Settings.load()).doc(article))


@pytest.fixture(scope="module")
def gold(shared: Path) -> dict[str, list[dict[str, str]]]:
    text = (shared / "gold" / f"{CASE}.json").read_text(encoding="utf-8")
    found: dict[str, list[dict[str, str]]] = json.loads(text)
    return found


def agrees(actor: Actor, wanted: dict[str, str]) -> bool:
    office = actor.office
    return (
        actor.name == wanted["name"]
        and actor.country == wanted["country"]
        and wanted.get("sector") in (None, *actor.sectors)
        and wanted.get("role") in (None, office.role if office else None)
        and wanted.get("office") in (None, office.title if office else None)
    )


def test_every_named_actor_is_found(record: Record, gold: dict[str, list[dict[str, str]]]) -> None:
    missing = [
        wanted["name"]
        for wanted in gold["actors"]
        if not any(agrees(actor, wanted) for actor in record.actors)
    ]
    assert missing == []


def test_the_record_keeps_the_contract(record: Record) -> None:
    check(record)
