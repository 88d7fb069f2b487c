"""The index tells which earlier article another copies, where they differ, and whose it is."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.ingest import from_text
from dragoman.ingest.copies import CopyIndex, Fingerprint, Origin, compare, fingerprint
from dragoman.records import Article
from dragoman.records.convert import from_plain, to_plain

PARAGRAPHS = (
    "The envoy of the north left the capital on Sunday, and his talks were said to have failed.",
    "Both sides had met for eleven hours in a villa on the lake, where guards kept people away.",
    "The government was still ready to talk about prisoners, grain and two bridges, an aide said.",
    "The army lost nine men in fighting near the second bridge on Saturday, the governor said.",
)
DAY = datetime(2020, 1, 4, 12, tzinfo=UTC)


def article(
    *paragraphs: str, hours: int | None = 0, outlet: str | None = None, title: str | None = None
) -> Article:
    published = None if hours is None else DAY + timedelta(hours=hours)
    text = "\n\n".join(paragraphs or PARAGRAPHS)
    return from_text(text, published=published, publisher=outlet, title=title)


def printed(one: Article, spans: tuple[tuple[int, int], ...]) -> list[str]:
    return [one.text[slice(*span)] for span in spans]


def test_a_copy_is_folded_under_the_earlier_one() -> None:
    index = CopyIndex()
    original, copy = article(), article(*PARAGRAPHS[:3], hours=2, title="Envoy leaves")
    assert index.add(original).copy is None
    found = index.add(copy).copy
    assert found is not None
    assert found.original == original.id
    assert printed(copy, found.differing) == []
    assert printed(original, found.missing) == [PARAGRAPHS[3]]


def test_a_figure_that_differs_makes_its_paragraph_differ() -> None:
    index = CopyIndex()
    index.add(article())
    changed = PARAGRAPHS[3].replace("nine", "fourteen")
    later = article(*PARAGRAPHS[:3], changed, hours=5)
    found = index.add(later).copy
    assert found is not None
    assert printed(later, found.differing) == [changed]


def test_a_paragraph_of_its_own_is_kept_as_a_difference() -> None:
    index = CopyIndex()
    index.add(article())
    own = "Analysts in this city said that the price of bread would rise."
    later = article(*PARAGRAPHS, own, hours=1)
    found = index.add(later).copy
    assert found is not None
    assert printed(later, found.differing) == [own]


def test_another_story_is_no_copy() -> None:
    index = CopyIndex()
    index.add(article())
    other = article("Rain fell on the hills all week, and the harvest of olives was put off again.")
    assert index.add(other).copy is None


def test_the_same_article_twice_is_told_the_same() -> None:
    index = CopyIndex()
    original, copy = article(), article(*PARAGRAPHS[:3], hours=2)
    told = [index.add(each) for each in (original, copy, original, copy)]
    assert told[:2] == told[2:]
    assert told[0].copy is None
    assert len(index) == 2


def test_an_original_that_comes_late_is_told_its_copies() -> None:
    index = CopyIndex()
    copy = article(*PARAGRAPHS[:3], hours=3)
    index.add(copy)
    finding = index.add(article(hours=0))
    assert (finding.copy, finding.copied_by) == (None, (copy.id,))


def test_of_several_the_first_published_is_the_original() -> None:
    index = CopyIndex()
    second, first = article(*PARAGRAPHS[:3], hours=2), article(hours=0)
    index.add(second)
    index.add(first)
    found = index.add(article(*PARAGRAPHS, "It is not over yet, diplomats said.", hours=4)).copy
    assert found is not None
    assert found.original == first.id


def test_without_dates_the_first_to_come_is_the_original() -> None:
    index = CopyIndex()
    first = article(hours=None)
    index.add(first)
    found = index.add(article(*PARAGRAPHS[:3], hours=-9)).copy
    assert found is not None
    assert found.original == first.id


@pytest.mark.parametrize(
    ("original", "copy", "origin"),
    [
        ({"outlet": "BBC"}, {"outlet": "Dawn"}, Origin("BBC", "copy")),
        ({"outlet": "RT"}, {"outlet": "Dawn"}, Origin("Rossiya Segodnya", "copy")),
        ({"outlet": "BBC"}, {"tail": "(Reuters)"}, Origin("Reuters", "credit")),
        ({"tail": "(Reuters)"}, {"outlet": "Dawn"}, Origin("Reuters", "copy")),
        (
            {"outlet": "BBC"},
            {"outlet": "Dawn", "tail": "(With inputs from AFP)"},
            Origin("BBC", "copy", ("Agence France-Presse",)),
        ),
    ],
)
def test_a_copy_has_the_origin_of_the_original(
    original: dict[str, str], copy: dict[str, str], origin: Origin
) -> None:
    index = CopyIndex()
    for number, told in enumerate((original, copy)):
        tail = [told["tail"]] if "tail" in told else []
        paragraphs = PARAGRAPHS[: 4 - number]
        finding = index.add(article(*paragraphs, *tail, hours=number, outlet=told.get("outlet")))
    assert finding.origin == origin


@pytest.mark.parametrize(
    ("text", "outlet", "origin"),
    [
        ("", "Dawn", Origin("Dawn", "outlet")),
        ("", "Small Paper", Origin("Small Paper", "outlet")),
        ("(AFP)", "Dawn", Origin("Agence France-Presse", "credit")),
        ("(RIA Novosti)", "Dawn", Origin("Rossiya Segodnya", "credit")),
        (
            "(With inputs from AFP and Reuters)",
            "Dawn",
            Origin("Dawn", "outlet", ("Agence France-Presse", "Reuters")),
        ),
    ],
)
def test_the_origin_of_an_article(text: str, outlet: str, origin: Origin) -> None:
    paragraphs = [*PARAGRAPHS, text] if text else PARAGRAPHS
    assert CopyIndex().add(article(*paragraphs, outlet=outlet)).origin == origin


def test_an_article_of_which_nothing_is_known_is_its_own_origin() -> None:
    one = article()
    assert CopyIndex().add(one).origin == Origin(one.id, "unknown")


def test_what_was_known_can_be_restored_from_plain_data() -> None:
    index = CopyIndex()
    original = article(outlet="BBC")
    finding = index.add(original)
    origin = from_plain(Origin, to_plain(finding.origin))
    later = CopyIndex()
    later.restore(from_plain(Fingerprint, to_plain(finding.fingerprint)), origin)
    found = later.add(article(*PARAGRAPHS[:3], hours=2))
    assert found.copy is not None
    assert found.origin == Origin("BBC", "copy")


def test_what_is_forgotten_is_no_original_any_more() -> None:
    index = CopyIndex()
    original = article()
    index.add(original)
    assert index.older_than(DAY) == ()
    assert index.older_than(DAY + timedelta(days=1)) == (original.id,)
    index.forget([original.id, "unknown"])
    assert len(index) == 0
    assert index.add(article(*PARAGRAPHS[:3], hours=2)).copy is None


def test_title_dateline_and_credit_do_not_count() -> None:
    plain = fingerprint(article())
    dressed = fingerprint(
        article(f"CAIRO, Jan 4 (Reuters) - {PARAGRAPHS[0]}", *PARAGRAPHS[1:], "— AFP", title="X")
    )
    assert plain.hashes == dressed.hashes


def test_case_quotation_marks_and_accents_do_not_count() -> None:
    one = from_text("The envoy’s “last word” was heard in São Paulo on a Sunday, he said there.")
    two = from_text("THE ENVOY'S 'last word' was heard in Sao Paulo on a Sunday — he said there.")
    assert fingerprint(one).hashes == fingerprint(two).hashes


def test_a_day_without_a_time_is_no_earlier_than_a_time_on_it() -> None:
    index = CopyIndex()
    first = article()
    index.add(first)
    later = from_text("\n\n".join(PARAGRAPHS[:3]), published=DAY.date())
    found = index.add(later).copy
    assert found is not None
    assert found.original == first.id


def test_of_one_long_paragraph_the_beginning_is_the_opening() -> None:
    background = " ".join(PARAGRAPHS)
    new = "The envoy was seen at the airport of another city on Monday in the company of a banker. "
    older, newer = (from_text(text + background, keep=True) for text in ("", new))
    assert compare(fingerprint(newer), fingerprint(older)).opening < 1
    assert len(fingerprint(newer).first_hashes) == 40


WORDS = st.lists(st.sampled_from("the envoy left two cities on Sunday said".split()), max_size=40)


@given(WORDS, WORDS)
def test_any_two_texts_are_compared(one: list[str], two: list[str]) -> None:
    prints = [fingerprint(_kept(" ".join(words))) for words in (one, two)]
    likeness = compare(*prints)
    assert 0 <= likeness.shared <= 1
    assert 0 <= likeness.own <= 1
    same: Fingerprint = prints[0]
    if same.hashes:
        assert compare(same, same).is_copy


def _kept(text: str) -> Article:
    return from_text(text or "Nothing.", keep=True)
