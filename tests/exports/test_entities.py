"""FollowTheMoney entities, as that package takes them."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given

from dragoman.exports import export_to
from dragoman.records import Actor, Channel, Modality, Record
from tests.exports.hostile import hostile
from tests.records.examples import call, raid, record
from tests.records.strategies import records

pytestmark = pytest.mark.needs("followthemoney")


def entities(*given_records: Record) -> list[dict[str, Any]]:
    """Return the entities that are written."""
    stream = io.BytesIO()
    export_to(given_records, "ftm", stream)
    return [json.loads(line) for line in stream.getvalue().decode().split("\n")[:-1]]


def of_schema(schema: str, *given_records: Record) -> list[dict[str, list[str]]]:
    """Return the properties of the entities of a schema."""
    found = entities(*given_records)
    return [each["properties"] for each in found if each["schema"] == schema]


def fault(entity: dict[str, Any]) -> str | None:
    """Say what FollowTheMoney itself finds wrong with an entity, read as from a stranger."""
    from followthemoney import model

    proxy = model.get_proxy(entity, cleaned=False)
    missing = [name for name in proxy.schema.required if not proxy.get(name)]
    if missing:
        return f"{entity['id']} has no {missing[0]}"
    kept = {name: sorted(proxy.get(name)) for name in proxy.properties}
    return None if kept == entity["properties"] else f"{entity['id']} loses values"


@pytest.mark.parametrize("given_record", [record, hostile])
def test_every_entity_is_valid(given_record: Callable[[], Record]) -> None:
    assert [each for entity in entities(given_record()) if (each := fault(entity))] == []


@given(records())
def test_every_entity_of_any_record_is_valid(each: Record) -> None:
    assert [found for entity in entities(each) if (found := fault(entity))] == []


@given(records())
def test_every_entity_that_is_named_is_there(each: Record) -> None:
    from followthemoney import model

    found = entities(each)
    named = {
        value
        for entity in found
        for prop, value in model.get_proxy(entity).itervalues()
        if prop.type.name == "entity"
    }
    assert named <= {entity["id"] for entity in found}


def test_the_article() -> None:
    (article,) = of_schema("Article", record())
    assert article["title"] == ["Norway calls for calm after raid"]
    assert article["publishedAt"] == ["2031-05-02T18:30:00"]
    assert article["language"] == ["eng"]


def test_a_person_with_an_office() -> None:
    (lund,) = of_schema("Person", record())
    assert (lund["name"], lund["position"]) == (["Kari Lund"], ["Foreign Minister"])
    assert (lund["country"], lund["keywords"]) == (["no"], ["GOV"])


def actor_schema(actor: Actor) -> str:
    """Return the schema of an actor beside those of the example."""
    found = entities(replace(record(), actors=(*record().actors, actor)))
    (schema,) = [each["schema"] for each in found if each["caption"] == actor.name]
    return str(schema)


@pytest.mark.parametrize(
    ("actor", "schema"),
    [
        (Actor("a", "Chad", "state", "TCD"), "PublicBody"),
        (Actor("a", "Navy", "organization", "TCD", sectors=("MIL",)), "PublicBody"),
        (Actor("a", "Relief Now", "organization", class_="NGO", sectors=("CVL",)), "Organization"),
        (Actor("a", "Red Front", "armed_group", "TCD", sectors=("REB",)), "Organization"),
        (Actor("a", "many officials", "unnamed", "TCD"), "LegalEntity"),
        (Actor("a", "Europeans", "population"), "LegalEntity"),
        (Actor("a", "Ann Other", "person", "TCD"), "Person"),
    ],
)
def test_actors_have_the_schema_of_their_kind(actor: Actor, schema: str) -> None:
    assert actor_schema(actor) == schema


@pytest.mark.parametrize(
    ("code", "country"),
    [
        ("USA", ["us"]),
        ("KOS", ["xk"]),
        ("EUR", []),
        ("UNO", []),
        ("AU", []),
        ("NATO", []),
        ("FRD", []),
    ],
)
def test_only_codes_of_states_become_countries(code: str, country: list[str]) -> None:
    person = replace(record().actors[0], country=code)
    (found,) = of_schema("Person", replace(record(), actors=(person, *record().actors[1:])))
    assert found.get("country", []) == country


def test_a_state_has_one_id_under_all_its_names() -> None:
    renamed = replace(record().actors[2], id="kingdom", name="Kingdom of Norway")
    both = replace(record(), actors=(*record().actors, renamed))
    ids = [each["id"] for each in entities(both) if each["schema"] == "PublicBody"]
    assert ids.count("side-NOR") == 3
    assert set(ids) == {"side-NOR", "side-FRD"}


def test_a_breakaway_entity_is_not_the_state_whose_code_it_bears() -> None:
    breakaway = Actor("north", "Northern Republic", "state", "SOM", sectors=("PRE",))
    found = entities(replace(record(), actors=(*record().actors, breakaway)))
    assert [each["id"] for each in found if each["caption"] == breakaway.name] == ["actor-north"]


def test_unnamed_actors_of_two_articles_stay_two() -> None:
    other = replace(record(), article=replace(record().article, id="other"))
    found = [each for each in entities(record(), other) if each["schema"] == "LegalEntity"]
    assert len({each["id"] for each in found}) == 4


def test_an_event() -> None:
    (event,) = of_schema("Event", record())
    assert event["name"] == ["ASSAULT: killed"]
    assert (event["organizer"], event["startDate"]) == (["side-FRD"], ["2031-05-01"])
    assert (event["location"], event["country"]) == (["Oslo"], ["no"])


@pytest.mark.parametrize("modality", ["negated", "future", "hypothetical"])
def test_what_did_not_happen_is_no_event(modality: Modality) -> None:
    denied = replace(record(), events=(replace(raid(), modality=modality),))
    assert of_schema("Event", denied) == []


def test_a_phone_call_is_a_call() -> None:
    (found,) = of_schema("Call", record())
    assert (found["caller"], found["startDate"]) == (["actor-lund"], ["2031-05-02"])


@pytest.mark.parametrize("channel", ["meeting", "visit", "letter", "unspecified"])
def test_other_contacts_are_events(channel: Channel) -> None:
    contact = replace(call(), channel=channel)
    (found,) = of_schema("Event", replace(record(), events=(), contacts=(contact,)))
    assert found["organizer"] == ["actor-lund"]


def test_a_contact_that_was_not_held_is_left_out() -> None:
    refused = replace(record(), contacts=(replace(call(), status="refused"),))
    assert of_schema("Call", refused) == []


def test_statements_and_positions_are_notes() -> None:
    statement, position = of_schema("Note", record())
    assert statement["description"] == ['"Both sides must step back,"']
    assert statement["entity"] == ["actor-lund", "side-NOR"]
    assert position["description"] == ["Norway: restraint: ASSAULT: killed"]
    assert position["entity"] == [f"event-{raid().id}", "side-NOR"]


def test_an_attitude_is_a_link() -> None:
    (link,) = of_schema("UnknownLink", record())
    assert (link["subject"], link["object"]) == (["side-NOR"], ["side-FRD"])
    assert link["role"] == ["negative attitude"]


def test_the_same_entity_is_written_once() -> None:
    assert entities(record(), record()) == entities(record())
