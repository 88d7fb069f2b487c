"""What a reading tells once people have judged it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from dragoman.crises import review
from dragoman.crises.review import Effective, Revised
from dragoman.errors import DragomanError, StoreError
from dragoman.records import Record, content_id
from dragoman.store import Store
from tests.records.examples import BODY, TEXT, call, raid, spans
from tests.store.changes import at, changed, read_by

CALL = "Foreign Minister Kari Lund phoned her Danish counterpart on Friday."


@pytest.fixture
def filled(store: Store) -> Store:
    with store.work() as unit:
        unit.writer.write(at())
    return store


def of(store: Store, kind: str) -> list[Effective]:
    with store.view() as view:
        facts = list(view.facts(kind))
        return review.applied(view, facts)


def one(store: Store, kind: str) -> Effective:
    (found,) = of(store, kind)
    return found


def whole(store: Store) -> Revised:
    with store.view() as view:
        return review.effective(view, next(view.articles()).reading)


def correct(store: Store, kind: str, subject: str, field: str, value: Any) -> None:
    with store.work() as unit:
        review.correct(unit, kind, subject, (field, value), who="ada")


def judge(store: Store, verdict: Any, kind: str, subject: str) -> str:
    with store.work() as unit:
        return review.judge(unit, verdict, kind, subject, who="ada").digest


def write(store: Store, record: Record) -> None:
    with store.work() as unit:
        unit.writer.write(record)


def test_what_nobody_judged_is_as_it_was_read(filled: Store) -> None:
    found = one(filled, "contacts")
    assert (found.verdict, found.told.fact, found.read) == (None, call(), call())


@pytest.mark.usefixtures("both_databases")
@pytest.mark.parametrize(("verdict", "told"), [("accept", "accepted"), ("reject", "rejected")])
def test_a_fact_is_accepted_or_rejected(filled: Store, verdict: str, told: str) -> None:
    judge(filled, verdict, "contacts", call().id)
    assert one(filled, "contacts").verdict == told


def test_the_last_word_counts(filled: Store) -> None:
    judge(filled, "reject", "contacts", call().id)
    judge(filled, "accept", "contacts", call().id)
    assert one(filled, "contacts").verdict == "accepted"


def test_what_is_undone_does_not_count(filled: Store) -> None:
    digest = judge(filled, "reject", "contacts", call().id)
    with filled.work() as unit:
        review.undo(unit, digest, who="bob")
    assert one(filled, "contacts").verdict is None


@pytest.mark.usefixtures("both_databases")
def test_the_beginning_of_an_id_will_do(filled: Store) -> None:
    judge(filled, "reject", "contacts", call().id[:8])
    assert one(filled, "contacts").verdict == "rejected"


@pytest.mark.usefixtures("both_databases")
@pytest.mark.parametrize("subject", ["", "zzzzzz", "%", "0" * 64])
def test_what_is_not_there_is_not_judged(filled: Store, subject: str) -> None:
    with pytest.raises(StoreError, match="no fact"):
        judge(filled, "reject", "contacts", subject)


@pytest.mark.parametrize(
    ("place", "change", "corrected"),
    [
        (("events", raid().id), ("mode", "drone"), "drone"),
        (("events", raid().id), ("mode", None), None),
        (("events", raid().id), ("casualties.killed", "4"), 4),
        (("events", raid().id), ("recipients", "Kari Lund, freedonia"), ("lund", "freedonia")),
        (("events", raid().id), ("when.latest", "2031-05-02"), "2031-05-02"),
        (("contacts", call().id), ("initiator_level", "1"), 1),
        (("contacts", call().id), ("counterpart", "NORWAY"), "norway"),
        (("contacts", call().id), ("topics", "calm, fish"), ("calm", "fish")),
        (("events", raid().id), ("place.country", "DNK"), "DNK"),
    ],
)
def test_a_field_is_corrected(
    filled: Store, place: tuple[str, str], change: tuple[str, Any], corrected: Any
) -> None:
    correct(filled, *place, *change)
    found = one(filled, place[0])
    value = found.told.fact
    for name in change[0].split("."):
        value = getattr(value, name)
    assert (value, found.verdict, found.corrected) == (corrected, "corrected", (change[0],))
    assert found.told.fact.confidence == 1.0


def test_a_corrected_time_moves_the_days(filled: Store) -> None:
    correct(filled, "events", raid().id, "when", "2031-04-01/2031-04-03")
    told = one(filled, "events").told
    assert (str(told.earliest), str(told.latest)) == ("2031-04-01", "2031-04-03")


def test_corrections_of_several_fields_add_up(filled: Store) -> None:
    correct(filled, "events", raid().id, "mode", "drone")
    correct(filled, "events", raid().id, "casualties.killed", 5)
    correct(filled, "events", raid().id, "mode", "aerial")
    found = one(filled, "events")
    assert (found.told.fact.mode, found.told.fact.casualties.killed) == ("aerial", 5)
    assert found.corrected == ("mode", "casualties.killed")


@pytest.mark.usefixtures("both_databases")
def test_a_state_that_the_article_does_not_name_is_brought_in(filled: Store) -> None:
    correct(filled, "contacts", call().id, "counterpart", "Sweden")
    found = one(filled, "contacts")
    actor = found.brought[found.told.fact.counterpart]
    assert (actor.name, actor.kind, actor.country) == ("Sweden", "state", "SWE")


def test_somebody_new_is_described(filled: Store) -> None:
    someone = {"name": "Ole Holm", "country": "DNK", "kind": "person"}
    correct(filled, "contacts", call().id, "counterpart", someone)
    found = one(filled, "contacts")
    assert found.brought[found.told.fact.counterpart].name == "Ole Holm"


def test_a_code_will_do_where_the_record_has_codes(filled: Store) -> None:
    subject = content_id("attitude")
    correct(filled, "attitudes", subject, "toward", "France")
    assert one(filled, "attitudes").told.fact.toward == "FRA"


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        (("id", "x"), "no field"),
        (("confidence", 1), "no field"),
        (("colour", "red"), "no field"),
        (("casualties.lost", 3), "no part"),
        (("type", "PARTY"), "codebook"),
        (("mode", "phone"), "no mode"),
        (("modality", "maybe"), "expected one of"),
        (("actors", "Kari Lunt"), "Kari Lund"),
        (("actors", {"name": "", "kind": "person"}), "a name"),
        (("actors", [{"name": "Ole", "kind": "fish"}]), "expected one of"),
        (("when", "yesterday"), "when"),
        (("casualties.killed", -0.5), "killed"),
    ],
)
def test_what_the_codebook_does_not_know_is_refused(
    filled: Store, change: tuple[str, Any], fault: str
) -> None:
    with pytest.raises(DragomanError, match=fault):
        correct(filled, "events", raid().id, *change)
    assert one(filled, "events").verdict is None


def add_call(store: Store, words: str = CALL, **fields: Any) -> str:
    told = {"initiator": "Kari Lund", "counterpart": "Sweden", "channel": "phone", **fields}
    with store.work() as unit:
        article = next(unit.view.articles())
        marks = review.mark(unit.view.text(article.id), words)
        return review.add(unit, article.id, "contacts", marks, told, who="ada").subject


@pytest.mark.usefixtures("both_databases")
def test_a_fact_is_added_by_marking_words(filled: Store) -> None:
    add_call(filled)
    _, added = of(filled, "contacts")
    assert (added.verdict, added.read, added.told.number) == ("added", None, 1)
    assert added.told.fact.evidence == spans(CALL)


def test_an_added_fact_can_be_corrected_and_rejected(filled: Store) -> None:
    subject = add_call(filled)
    correct(filled, "contacts", subject, "channel", "video")
    _, added = of(filled, "contacts")
    assert (added.told.fact.channel, added.verdict) == ("video", "added")
    judge(filled, "reject", "contacts", subject)
    assert of(filled, "contacts")[1].verdict == "rejected"


def test_adding_what_was_read_accepts_it(filled: Store) -> None:
    add_call(filled, counterpart="Danish counterpart", when="2031-05-02")
    found = one(filled, "contacts")
    assert (found.verdict, found.read) == ("accepted", call())


def test_words_that_stand_there_twice_are_not_marked() -> None:
    with pytest.raises(StoreError, match="more than once"):
        review.mark(TEXT, "Norway")
    with pytest.raises(StoreError, match="do not stand"):
        review.mark(TEXT, "Atlantis")


def test_a_fact_that_lacks_something_is_not_added(filled: Store) -> None:
    with pytest.raises(DragomanError, match="counterpart"):
        add_call(filled, counterpart=None)


def reread(**changes: Any) -> Record:
    """Return the example as a newer reader reads it: with another call."""
    newer = replace(call(), id=content_id("newer"), **changes)
    return replace(read_by("2", at()), contacts=(newer,))


@pytest.mark.usefixtures("both_databases")
def test_a_newer_reading_keeps_what_was_judged(filled: Store) -> None:
    judge(filled, "reject", "contacts", call().id)
    write(filled, reread(topics=("calm",)))
    found = one(filled, "contacts")
    assert (found.verdict, found.by, found.told.fact.id) == (
        "rejected",
        "gist",
        content_id("newer"),
    )


def test_a_fact_of_the_same_words_and_codes_is_the_same(filled: Store) -> None:
    judge(filled, "accept", "contacts", call().id)
    write(filled, reread(counterpart="freedonia"))
    found = one(filled, "contacts")
    assert (found.verdict, found.by) == ("accepted", "words")


def test_a_verdict_on_another_coding_is_kept_and_not_carried(filled: Store) -> None:
    judge(filled, "reject", "contacts", call().id)
    write(filled, reread(channel="letter"))
    assert one(filled, "contacts").verdict is None
    assert [each.subject for each in whole(filled).vanished] == [call().id]


def test_a_correction_holds_for_another_coding_of_the_words(filled: Store) -> None:
    correct(filled, "contacts", call().id, "counterpart", "Freedonia")
    write(filled, reread(channel="letter"))
    found = one(filled, "contacts")
    assert (found.verdict, found.by, found.told.fact.counterpart) == (
        *("corrected", "place"),
        "freedonia",
    )


def test_who_was_named_is_found_by_name_in_the_newer_reading(filled: Store) -> None:
    correct(filled, "contacts", call().id, "counterpart", "Freedonia")
    newer = reread()
    actors = tuple(
        replace(each, id="freedonia-2") if each.id == "freedonia" else each for each in newer.actors
    )
    write(filled, replace(newer, actors=actors, events=(), positions=(), attitudes=()))
    assert one(filled, "contacts").told.fact.counterpart == "freedonia-2"


@pytest.mark.usefixtures("both_databases")
def test_a_judgement_whose_fact_is_gone_is_kept(filled: Store) -> None:
    judge(filled, "accept", "contacts", call().id)
    write(filled, replace(read_by("2", at()), contacts=()))
    assert [each.subject for each in whole(filled).vanished] == [call().id]


def test_what_was_added_moves_with_its_words(filled: Store) -> None:
    add_call(filled)
    longer = f"{BODY} Corrected."
    text = TEXT.replace(BODY, f"Again. {longer}")
    newer = changed(at())
    article = replace(newer.article, id=content_id(text), text=text, furniture=())
    write(
        filled,
        replace(
            *(replace(newer, article=article),),
            actors=tuple(replace(each, mentions=()) for each in newer.actors),
            **dict.fromkeys(("events", "contacts", "statements", "positions"), ()),
        ),
    )
    (added,) = whole(filled).facts
    words = [text[start:end] for start, end in added.told.fact.evidence]
    assert (added.verdict, words) == ("added", [CALL])


def test_what_was_added_to_words_that_are_gone_is_kept(filled: Store) -> None:
    add_call(filled)
    text = "Norway is silent."
    article = replace(at().article, id=content_id(text), text=text, title=None, title_span=None)
    article = replace(article, paragraphs=(), furniture=())
    write(filled, Record(at().reader, article))
    found = whole(filled)
    assert (found.facts, [each.verdict for each in found.vanished]) == ((), ["add"])


@pytest.mark.parametrize(
    "detail",
    [
        {"field": "channel", "value": "smoke", "at": {}},
        {"field": "channel", "value": "phone", "actors": "nobody"},
        {"field": ["channel"], "value": {"x": 1}, "at": {"page": 3}},
        {"field": "initiator", "value": ["lund"], "actors": [{"id": "lund"}]},
    ],
)
def test_a_judgement_from_elsewhere_that_does_not_fit_changes_nothing(
    filled: Store, detail: dict[str, Any]
) -> None:
    with filled.work() as unit:
        unit.judgements.judge(
            "correct", "contacts", call().id, who="eve", reader="1", detail=detail
        )
    assert one(filled, "contacts").verdict is None


def test_a_position_that_was_added_follows_its_event(filled: Store) -> None:
    with filled.work() as unit:
        article = next(unit.view.articles())
        marks = review.mark(unit.view.text(article.id), "Norway is tired of Freedonia.")
        told = {"holder": "NOR", "target": raid().id, "stance": "criticism"}
        review.add(unit, article.id, "positions", marks, told, who="ada")
        newer = replace(raid(), id=content_id("newer"))
        unit.writer.write(replace(read_by("2", at()), events=(newer,), positions=()))
    (added,) = (each for each in whole(filled).facts if each.told.kind == "positions")
    assert (added.verdict, added.told.fact.target) == ("added", content_id("newer"))
