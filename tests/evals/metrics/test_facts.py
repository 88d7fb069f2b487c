"""Each rule on an invented affair: the Kenyan president phones, France's envoy speaks."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from dragoman.records import Office
from evals.gold_records import GoldRecord, read_gold
from evals.metrics.counts import Counts
from evals.metrics.facts import compare_facts
from tests.evals.drafting import Draft

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Reading = Callable[..., GoldRecord]

TEXT = (
    "Kenyan President Wanjiru Otieno phoned Marc Dubois after the raid. "
    "The French envoy said the raid was a crime. Several neighbours urged calm. "
    "Nairobi is grateful to the Europeans."
)


@pytest.fixture
def gold(tmp_path: Path) -> Reading:
    def reading(**kinds: object) -> GoldRecord:
        path = tmp_path / "gold.json"
        path.write_text(json.dumps({"article": {"text": TEXT}, **kinds}), encoding="utf-8")
        return read_gold(path)[0]

    return reading


@pytest.fixture
def draft() -> Draft:
    return Draft(TEXT)


def counts(gold: GoldRecord, draft: Draft, kind: str) -> Counts:
    return compare_facts(gold, draft.record)[kind].counts


HIT, MISS = Counts(1, 1, 1), Counts(0, 1, 1)


class TestKinds:
    def test_a_kind_that_the_gold_does_not_hold_is_not_compared(
        self, gold: Reading, draft: Draft
    ) -> None:
        draft.position("FRA", "concern")
        assert compare_facts(gold(), draft.record) == {}

    def test_an_empty_kind_says_that_there_is_none(self, gold: Reading, draft: Draft) -> None:
        draft.position("FRA", "concern")
        assert counts(gold(positions=[]), draft, "positions") == Counts(0, 0, 1)


class TestContacts:
    @pytest.mark.parametrize(
        ("initiator", "counterpart", "expected"),
        [
            ({"initiator": "Wanjiru Otieno"}, {"counterpart": "Dubois"}, HIT),
            ({"initiator": "Marc Dubois"}, {"counterpart": "Otieno"}, MISS),
            ({"initiator_country": "KEN"}, {"counterpart_country": ["FRA"]}, HIT),
            ({"initiator_country": "FRA"}, {"counterpart_country": ["FRA"]}, MISS),
            ({"initiator": "Otieno", "initiator_country": "UGA"}, {}, HIT),
            ({}, {"counterpart_text": "Marc Dubois"}, HIT),
        ],
    )
    def test_initiator_and_counterpart_must_agree(
        self,
        gold: Reading,
        draft: Draft,
        initiator: dict[str, object],
        counterpart: dict[str, object],
        expected: Counts,
    ) -> None:
        draft.contact(
            draft.actor("Wanjiru Otieno", country="KEN"), draft.actor("Marc Dubois", country="FRA")
        )
        assert counts(gold(contacts=[{**initiator, **counterpart}]), draft, "contacts") == expected

    def test_an_unnamed_side_beyond_the_gold_is_no_error(self, gold: Reading, draft: Draft) -> None:
        draft.contact(draft.actor("Wanjiru Otieno"), draft.actor("officials", kind="unnamed"))
        assert counts(gold(contacts=[]), draft, "contacts") == Counts()

    def test_a_named_side_beyond_the_gold_is_an_error(self, gold: Reading, draft: Draft) -> None:
        draft.contact(draft.actor("Wanjiru Otieno"), draft.actor("Marc Dubois"))
        assert counts(gold(contacts=[]), draft, "contacts") == Counts(0, 0, 1)

    def test_what_the_gold_lists_as_unnamed_is_no_error(self, gold: Reading, draft: Draft) -> None:
        draft.contact(draft.actor("Wanjiru Otieno"), draft.actor("neighbours", kind="organization"))
        unnamed = [{"initiator": "Wanjiru Otieno", "counterpart_text": "Several neighbours"}]
        with_list = gold(contacts=[], contacts_unnamed=unnamed)
        assert counts(with_list, draft, "contacts") == Counts()


class TestStatements:
    def statement(self, **fields: object) -> dict[str, object]:
        return {"content_begins": "the raid was", "content_ends": "a crime", **fields}

    @pytest.mark.parametrize(
        ("content", "expected"),
        [("the raid was a crime", HIT), ("was a crime", HIT), ("a crime", MISS)],
    )
    def test_half_of_the_content_must_be_covered(
        self, gold: Reading, draft: Draft, content: str, expected: Counts
    ) -> None:
        draft.statement([draft.actor("Marc Dubois")], content)
        reading = gold(statements=[self.statement(speaker="Marc Dubois")])
        assert counts(reading, draft, "statements") == expected

    def test_another_speaker_is_a_miss(self, gold: Reading, draft: Draft) -> None:
        draft.statement([draft.actor("Wanjiru Otieno")], "the raid was a crime")
        reading = gold(statements=[self.statement(speaker="Marc Dubois")])
        assert counts(reading, draft, "statements") == MISS

    def test_an_unnamed_speaker_is_known_by_the_words_of_the_source(
        self, gold: Reading, draft: Draft
    ) -> None:
        draft.statement([], "the raid was a crime", source="The French envoy")
        reading = gold(statements=[self.statement(speaker=None, speaker_text="French envoy")])
        assert counts(reading, draft, "statements") == HIT

    def test_a_speaker_given_by_country(self, gold: Reading, draft: Draft) -> None:
        draft.statement([draft.actor("envoy", kind="unnamed", country="FRA")], "was a crime")
        assert counts(gold(statements=[self.statement(country="FRA")]), draft, "statements") == HIT
        assert counts(gold(statements=[self.statement(country="DEU")]), draft, "statements") == MISS

    def test_no_speaker_given_is_not_compared(self, gold: Reading, draft: Draft) -> None:
        draft.statement([], "the raid was a crime")
        assert counts(gold(statements=[self.statement()]), draft, "statements") == HIT

    def test_words_that_the_text_does_not_hold_are_a_miss(
        self, gold: Reading, draft: Draft
    ) -> None:
        draft.statement([], "the raid was a crime")
        reading = gold(statements=[{"content_begins": "no such", "content_ends": "words"}])
        assert counts(reading, draft, "statements") == MISS


class TestPositions:
    @pytest.mark.parametrize(
        ("fields", "expected"),
        [
            ({"holder": "FRA", "stance": "condemnation"}, HIT),
            ({"holder": "FRA", "stance": "criticism"}, MISS),
            ({"holder": "DEU", "stance": "condemnation"}, MISS),
            ({"holder": "FRA", "stance": "criticism", "stance_alt": ["condemnation"]}, HIT),
            ({"holder": "FRA"}, HIT),
        ],
    )
    def test_holder_and_stance_must_agree(
        self, gold: Reading, draft: Draft, fields: dict[str, object], expected: Counts
    ) -> None:
        draft.position("FRA", "condemnation")
        assert counts(gold(positions=[fields]), draft, "positions") == expected

    def test_a_holder_by_id_has_the_code_of_the_actor(self, gold: Reading, draft: Draft) -> None:
        draft.position(draft.actor("France", kind="state", country="FRA"), "condemnation")
        assert counts(gold(positions=[{"holder": "FRA"}]), draft, "positions") == HIT

    def test_a_holder_by_words(self, gold: Reading, draft: Draft) -> None:
        draft.position(draft.actor("Several neighbours", kind="unnamed"), "restraint")
        by_words = [{"holder": None, "holder_text": "several of the neighbours"}]
        assert counts(gold(positions=by_words), draft, "positions") == HIT

    def test_other_words_do_not_fit(self, gold: Reading, draft: Draft) -> None:
        draft.position(draft.actor("Several neighbours", kind="unnamed"), "restraint")
        by_words = [{"holder": None, "holder_text": "aid agencies"}]
        assert counts(gold(positions=by_words), draft, "positions") == MISS

    def test_the_same_position_twice_is_one_hit(self, gold: Reading, draft: Draft) -> None:
        draft.position("FRA", "condemnation")
        draft.position("FRA", "condemnation")
        reading = gold(positions=[{"holder": "FRA"}])
        assert counts(reading, draft, "positions") == Counts(1, 1, 2)


class TestAttitudes:
    @pytest.mark.parametrize(
        ("fields", "expected"),
        [
            ({"from": "KEN", "toward_text": "Europe", "sign": "positive"}, HIT),
            ({"from": "KEN", "toward_text": "Europe", "sign": "negative"}, MISS),
            ({"from": "UGA", "toward_text": "Europe", "sign": "positive"}, MISS),
            ({"from": "KEN", "toward_text": "Asia", "sign": "positive"}, MISS),
            ({"from": "KEN", "toward": "EUR", "sign": "positive"}, MISS),
        ],
    )
    def test_sides_and_sign_must_agree(
        self, gold: Reading, draft: Draft, fields: dict[str, object], expected: Counts
    ) -> None:
        europeans = draft.actor("Europeans", "the Europeans", kind="population")
        draft.attitude("KEN", europeans, "positive")
        assert counts(gold(attitudes=[fields]), draft, "attitudes") == expected

    def test_a_code_stands_for_the_actors_of_that_code(self, gold: Reading, draft: Draft) -> None:
        draft.actor("European Union", kind="organization", country="EUR")
        draft.attitude("KEN", "EUR", "positive")
        by_words = [{"from": "KEN", "toward_text": "Europe"}]
        assert counts(gold(attitudes=by_words), draft, "attitudes") == HIT


class TestEvents:
    @pytest.mark.parametrize(
        ("fields", "expected"),
        [
            ({"type": "ASSAULT", "actor": ["Otieno"], "recipient": ["Marc Dubois"]}, HIT),
            ({"type": "ASSAULT", "actor_country": ["UGA", "KEN"]}, HIT),
            ({"type": "ASSAULT", "actor": ["Nobody"], "actor_country": ["KEN"]}, HIT),
            ({"type": "ASSAULT", "actor_country": ["UGA"]}, MISS),
            ({"type": "ASSAULT", "actor": ["Otieno"], "recipient_country": ["UGA"]}, MISS),
            ({"type": "COERCE", "type_alt": ["ASSAULT"]}, HIT),
            ({"type": "COERCE"}, MISS),
            ({"type": "ASSAULT", "actor": ["Dubois"], "recipient": ["Otieno"]}, MISS),
        ],
    )
    def test_type_one_actor_and_one_recipient_must_agree(
        self, gold: Reading, draft: Draft, fields: dict[str, object], expected: Counts
    ) -> None:
        otieno = draft.actor("Wanjiru Otieno", country="KEN")
        draft.event("ASSAULT", [otieno], [draft.actor("Marc Dubois", country="FRA")])
        assert counts(gold(events=[fields]), draft, "events") == expected

    def test_the_sides_of_a_reciprocal_event_may_change_places(
        self, gold: Reading, draft: Draft
    ) -> None:
        sides = [draft.actor("Wanjiru Otieno"), draft.actor("Marc Dubois")]
        draft.event("CONSULT", sides)
        reading = gold(events=[{"type": "CONSULT", "actor": ["Dubois"], "recipient": ["Otieno"]}])
        assert counts(reading, draft, "events") == HIT

    def test_members_of_a_group_count_as_sides(self, gold: Reading, draft: Draft) -> None:
        otieno = draft.actor("Wanjiru Otieno", country="KEN")
        group = draft.actor("two leaders", kind="unnamed", members=(otieno,))
        draft.event("ASSAULT", [group])
        reading = gold(events=[{"type": "ASSAULT", "actor_country": ["KEN"]}])
        assert counts(reading, draft, "events") == HIT

    @pytest.mark.parametrize(
        ("type_", "predicted"), [("ACCUSE", 0), ("CONSULT", 0), ("ASSAULT", 1), ("THREATEN", 1)]
    )
    def test_verbal_events_of_one_who_speaks_are_no_error(
        self, gold: Reading, draft: Draft, type_: str, predicted: int
    ) -> None:
        draft.event(type_, [draft.actor("Marc Dubois", country="FRA")])
        reading = gold(events=[], statements=[{"speaker": "Dubois"}])
        assert counts(reading, draft, "events") == Counts(0, 0, predicted)

    def test_a_state_speaks_where_one_of_its_persons_does(
        self, gold: Reading, draft: Draft
    ) -> None:
        draft.event("ACCUSE", [draft.actor("France", kind="state", country="FRA")])
        persons = [{"name": "Marc Dubois", "country": "FRA"}]
        reading = gold(events=[], actors=persons, statements=[{"speaker": "Marc Dubois"}])
        assert counts(reading, draft, "events") == Counts()

    def test_a_verbal_event_of_one_who_is_silent_is_an_error(
        self, gold: Reading, draft: Draft
    ) -> None:
        draft.event("ACCUSE", [draft.actor("Wanjiru Otieno", country="KEN")])
        reading = gold(events=[], statements=[{"speaker": "Dubois", "country": "FRA"}])
        assert counts(reading, draft, "events") == Counts(0, 0, 1)

    def test_one_who_meets_in_the_gold_counts_as_speaking(
        self, gold: Reading, draft: Draft
    ) -> None:
        draft.event("CONSULT", [draft.actor("Wanjiru Otieno")])
        reading = gold(events=[], contacts=[{"initiator": "Otieno", "counterpart": "Dubois"}])
        assert counts(reading, draft, "events") == Counts()


class TestActors:
    OFFICE = Office("President", "head_of_state", 1, "KEN", "print")

    @pytest.mark.parametrize(
        ("fields", "hits"),
        [
            ({"name": "Otieno", "country": "KEN", "role": "head_of_state", "sector": "GOV"}, 1),
            ({"name": "Otieno", "country": "UGA"}, 0),
            ({"name": "Otieno", "role": "foreign_minister"}, 0),
            ({"name": "Otieno", "sector": "MIL"}, 0),
            ({"name": "Dubois"}, 0),
        ],
    )
    def test_name_country_role_and_sector_must_agree(
        self, gold: Reading, draft: Draft, fields: dict[str, object], hits: int
    ) -> None:
        draft.actor("Wanjiru Otieno", country="KEN", office=self.OFFICE, sectors=("GOV",))
        assert counts(gold(actors=[fields]), draft, "actors") == Counts(hits, 1, hits)

    def test_a_side_is_known_by_any_wording_but_a_pronoun(
        self, gold: Reading, draft: Draft
    ) -> None:
        draft.actor("Kenya", "Nairobi", kind="state", country="KEN")
        assert counts(gold(actors=[{"name": "Nairobi"}]), draft, "actors").hits == 1
        assert counts(gold(actors=[{"name": "it"}]), draft, "actors").hits == 0
