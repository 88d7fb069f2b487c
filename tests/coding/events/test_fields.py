"""What an event carries beside type and sides: evidence, time, place, confidence."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from spacy.tokens import Doc

from dragoman.coding.events import events
from dragoman.coding.protocols import TriggerType
from dragoman.records import Article, Place, When
from tests.coding.scenes import event_line, scene
from tests.coding.sentences import texts

SENTENCE = "{nsubj The {amod Turkish} army} shelled=shell {obj a village {nmod in Syria}} ."


def test_every_field_points_at_its_words() -> None:
    doc, cast = scene("{nsubj Turkey} shelled=shell {obj a {amod small} village {nmod in Syria}} .")
    (event,) = events(doc, cast)
    assert texts(doc, event.field_evidence["actors"]) == "Turkey"
    assert texts(doc, event.field_evidence["recipients"]) == "a small village in Syria"
    assert texts(doc, event.field_evidence["type"]) == "shelled"
    assert texts(doc, event.evidence) == doc.text


def test_time_and_place_are_asked_of_the_trigger() -> None:
    doc, cast = scene("{nsubj Turkey} bombed=bomb {obj Syria} .")
    verb = [token.text for token in doc].index("bombed")
    when, place = When("2024-05-01", "2024-05-01", ((0, 6),)), Place("Homs", text=((0, 6),))
    (event,) = events(
        doc,
        cast,
        when_of=lambda token: when if token == verb else None,
        place_of=lambda token: place if token == verb else None,
    )
    assert event.when == when
    assert event.place == place
    assert event.field_evidence["when"] == ((0, 6),)


@pytest.mark.parametrize(
    ("earliest", "modality"),
    [
        ("2024-05-01", "asserted"),
        ("2024-05-01T03:00+00:00", "asserted"),
        ("2019-05-01", "historical"),
        ("2019-05-01T03:00", "historical"),
        ("1999", "historical"),
    ],
)
def test_what_lies_years_back_is_history(earliest: str, modality: str) -> None:
    doc, cast = scene("{nsubj Turkey} bombed=bomb {obj Syria} .")
    if not Doc.has_extension("article"):
        Doc.set_extension("article", default=None)
    doc._.article = Article(id="1", text=doc.text, published_at=datetime(2024, 5, 2, tzinfo=UTC))
    when = When(earliest, earliest, ((0, 6),))
    (event,) = events(doc, cast, when_of=lambda _: when)
    assert event.modality == modality


def test_an_event_with_one_side_is_less_sure() -> None:
    doc, cast = scene("{nsubj Turkey} bombed=bomb {obj Syria} .")
    other, others = scene("{nsubj:pass Syria} {aux:pass was} bombed=bomb .")
    assert events(doc, cast)[0].confidence > events(other, others)[0].confidence


def test_a_typer_may_be_put_in_place_of_the_tables() -> None:
    doc, cast = scene("{nsubj Turkey} befriended=befriend {obj Syria} .")
    verb = [token.text for token in doc].index("befriended")

    def typer(_: Doc, token: int) -> TriggerType | None:
        return TriggerType("SUPPORT", None, 0.7) if token == verb else None

    (event,) = events(doc, cast, typer=typer)
    assert event_line(cast, event) == "SUPPORT TUR > SYR"
    assert event.confidence == 0.7
