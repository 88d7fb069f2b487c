"""Record to cards."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given

from dragoman.cli.display.cards import Card, cards
from dragoman.cli.display.kinds import KINDS
from dragoman.records import FACT_KINDS, Modality, Record, Stance
from tests.records import examples
from tests.records.strategies import records

RECORD = examples.record()


def _card(code: str, record: Record = RECORD) -> Card:
    return next(card for card in cards(record) if card.code == code)


def _told(card: Card) -> list[str]:
    return [
        each.text if each.plain else f"{each.label} {each.text}".strip() for each in card.details
    ]


def test_the_kinds_are_those_of_the_record() -> None:
    assert {kind.plural for kind in KINDS} == {"actors", *FACT_KINDS}


def test_codes_are_letters_and_numbers_by_kind() -> None:
    codes = [card.code for card in cards(RECORD)]
    assert codes == ["W1", "W2", "W3", "W4", "W5", "C1", "E1", "S1", "P1", "A1"]


def test_persons_come_first_and_the_unnamed_last() -> None:
    names = [card.who for card in cards(RECORD) if card.kind.name == "actor"]
    assert names == ["Kari Lund", "Norway", "Freedonia", "Danish counterpart", "Three sailors"]


def test_a_contact_tells_both_sides_with_level() -> None:
    card = _card("C1")
    assert card.who == "Kari Lund (NOR, level 2) → Danish counterpart (DNK, level 2)"
    assert (card.tag, _told(card)) == ("phone", ["held", "2 May 2031"])


def test_a_contact_tells_what_is_not_known_of_it() -> None:
    call = replace(examples.call(), initiative="unknown", basis="own words", topics=("the raid",))
    card = _card("C1", replace(RECORD, contacts=(call,)))
    assert _told(card)[2:] == ["who began is not told", "told in own words", "topic the raid"]


def test_an_event_tells_sides_time_place_and_casualties() -> None:
    card = _card("E1")
    assert (card.tag, card.who) == ("ASSAULT", "Freedonia → Three sailors")
    assert _told(card) == ["1 May 2031", "Oslo, Norway", "3 killed, some injured"]


def test_an_event_has_the_tone_of_its_quadrant() -> None:
    assert _card("E1").tone == "material conflict"


@pytest.mark.parametrize("modality", ["negated", "future", "hypothetical", "historical"])
def test_an_event_that_is_not_asserted_says_so(modality: Modality) -> None:
    event = replace(examples.raid(), modality=modality)
    assert _told(_card("E1", replace(RECORD, events=(event,))))[0] == modality


def test_an_event_without_sides_goes_by_its_words() -> None:
    event = replace(examples.raid(), actors=(), recipients=())
    assert _card("E1", replace(RECORD, events=(event,))).who == "killed"


def test_an_event_without_known_actor_says_so() -> None:
    event = replace(examples.raid(), actors=())
    assert _card("E1", replace(RECORD, events=(event,))).who == "? → Three sailors"


@pytest.mark.parametrize(
    ("reporter", "told"), [("lund", "reported by Kari Lund"), ("statement", "reported in S1")]
)
def test_an_event_that_is_only_reported_names_who_says_so(reporter: str, told: str) -> None:
    who = examples.appeal().id if reporter == "statement" else reporter
    event = replace(examples.raid(), reported_by=who)
    assert told in _told(_card("E1", replace(RECORD, events=(event,))))


def test_an_event_refers_to_its_contact() -> None:
    event = replace(examples.raid(), contact=examples.call().id)
    detail = _card("E1", replace(RECORD, events=(event,))).details[-1]
    assert (detail.label, detail.text, detail.refers) == ("contact", "C1", examples.call().id)


def test_a_statement_tells_for_whom() -> None:
    assert _card("S1").who == "Kari Lund, for Norway"


def test_a_state_that_speaks_does_not_speak_for_itself() -> None:
    statement = replace(examples.appeal(), speakers=("norway",))
    assert _card("S1", replace(RECORD, statements=(statement,))).who == "Norway"


def test_a_statement_without_speaker_is_unnamed() -> None:
    statement = replace(examples.appeal(), speakers=(), on_behalf_of=())
    assert _card("S1", replace(RECORD, statements=(statement,))).who == "unnamed"


def test_a_position_tells_on_what_and_whence() -> None:
    card = _card("P1")
    assert (card.tag, card.tone, card.who) == ("restraint", "restraint", "Norway")
    assert _told(card) == ["on E1 ASSAULT “killed”", "basis own", "statement S1"]


def test_a_position_on_a_policy_tells_its_words() -> None:
    position = replace(RECORD.positions[0], target="the blockade")
    card = _card("P1", replace(RECORD, positions=(position,)))
    assert _told(card)[0] == "on the blockade"


def test_a_reported_position_tells_who_says_so() -> None:
    position = replace(RECORD.positions[0], basis="reported", reporter="DNK")
    card = _card("P1", replace(RECORD, positions=(position,)))
    assert "reported by Denmark" in _told(card)


def test_positions_stand_in_the_order_of_the_scale() -> None:
    first = RECORD.positions[0]
    stances: tuple[Stance, ...] = ("condemnation", "support", "concern")
    several = tuple(replace(first, id=each, stance=each) for each in stances)
    found = cards(replace(RECORD, positions=several))
    tags = [card.tag for card in found if card.kind.name == "position"]
    assert tags == ["support", "concern", "condemnation"]


def test_an_attitude_has_a_direction() -> None:
    card = _card("A1")
    assert (card.tag, card.who) == ("negative", "Norway → Freedonia")


def test_parts_say_what_words_tell() -> None:
    text = RECORD.article.text
    told = {(text[slice(*span)], role) for span, role in _card("S1").parts}
    assert told == {
        ("Lund said", "who"),
        ("said", "word"),
        ('"Both sides must step back,"', "content"),
    }


@given(records())
def test_every_thing_of_a_record_has_one_card(record: Record) -> None:
    things = [each.id for kind in ("actors", *FACT_KINDS) for each in getattr(record, kind)]
    assert sorted(card.id for card in cards(record)) == sorted(things)


@given(records())
def test_evidence_is_that_of_the_fact(record: Record) -> None:
    facts = {each.id: each for kind in FACT_KINDS for each in getattr(record, kind)}
    for card in cards(record):
        if card.id in facts:
            assert card.evidence == facts[card.id].evidence
