"""The project's own sentences as documents with questions."""

from __future__ import annotations

import random

from training.documents import Document
from training.own import DECOYS, document, penta
from training.sentences import Act, Party, Sentence


def item(text: str, acts: dict[int, Act]) -> Sentence:
    return Sentence(text, "x", "an episode", "a family", ("military",), acts, [], [])


def made() -> Document:
    act = Act("ASSAULT", "aerial", "asserted", None, None, [(5, 11)])
    act.actors.append(Party((0, 4), "KEN", ("MIL",)))
    act.recipients.append(Party((12, 17), "SOM", ()))
    return document(
        item("Jets bombed camps before yesterday evening came.", {1: act}), random.Random(1)
    )


def test_a_trigger_is_asked_about_with_its_roles() -> None:
    question = made().questions[0]
    assert question.marks == (("trigger", (1, 2)),)
    assert question.answers["event"] == "ASSAULT"
    assert question.answers["mode"] == "ASSAULT/aerial"
    assert question.roles == (("actor", (0, 1)), ("recipient", (2, 3)))


def test_other_words_are_asked_about_as_decoys() -> None:
    decoys = [each for each in made().questions if each.answers == {"event": "none"}]
    assert len(decoys) == DECOYS
    assert all(each.marks[0][1] != (1, 2) for each in decoys)


def test_a_pair_is_asked_for_its_type_and_quadrant() -> None:
    question = next(each for each in made().questions if "relation" in each.answers)
    assert question.marks == (("first", (0, 1)), ("second", (2, 3)))
    assert question.answers == {"relation": "ASSAULT", "penta": "material conflict"}


def test_conceding_and_retreating_are_yielding() -> None:
    act = Act("RETREAT", None, "asserted", None, None, [(5, 9)])
    act.actors.append(Party((0, 4), "KEN", ()))
    act.recipients.append(Party((10, 14), "SOM", ()))
    found = document(item("Jets left Juba.", {1: act}), random.Random(1))
    assert [q.answers["relation"] for q in found.questions if "relation" in q.answers] == ["YIELD"]


def test_quadrants_are_plovers() -> None:
    assert [penta(each) for each in ("SUPPORT", "AID", "ACCUSE", "COERCE")] == [
        "verbal cooperation", "material cooperation", "verbal conflict", "material conflict",
    ]  # fmt: skip
