from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from spacy.tokens import Doc

from dragoman.language.extensions import register
from dragoman.language.tokens import blank
from dragoman.records import PartialDate
from evals.errors import GoldError
from evals.files import REPOSITORY
from evals.tasks import times
from tests.evals.standins import StandIn

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from dragoman.records import Article

TEXT = "They met on Friday."


def row(
    published: str | None = "2020-01-04",
    text: str = TEXT,
    wrong: Mapping[str, object] | None = None,
    **expression: object,
) -> dict[str, object]:
    friday: dict[str, object] = {
        "begin": 12,
        "end": 18,
        "earliest": "2020-01-03",
        "latest": "2020-01-03",
    }
    return {
        "text": text,
        "published": published,
        "expressions": [friday | expression | dict(wrong or {})],
    }


def gold(folder: Path, rows: Sequence[object]) -> Path:
    path = folder / "dev.jsonl"
    path.write_text("".join(json.dumps(each) + "\n" for each in rows))
    return path


def parsed(article: Article) -> Doc:
    register()
    words = blank()(article.text)
    count = len(words)
    doc = Doc(
        words.vocab,
        words=[word.text for word in words],
        spaces=[bool(word.whitespace_) for word in words],
        heads=[0] * count,
        deps=["root"] + ["dep"] * (count - 1),
    )
    doc._.article = article
    return doc


def test_figures_have_the_names_of_the_contract(tmp_path: Path) -> None:
    outcome = times.run(gold(tmp_path, [row(), row(text="They met on Sunday.")]), StandIn(parsed))
    assert outcome.n == 2
    assert outcome.metrics == {"strict_f1": 1.0, "relaxed_f1": 1.0, "value_f1": 0.5}


def test_misses_hold_the_words_and_the_dates(tmp_path: Path) -> None:
    outcome = times.run(gold(tmp_path, [row(latest=None)]), StandIn(parsed))
    (miss,) = outcome.misses
    assert miss["missed"] == [
        {"words": "Friday", "begin": 12, "end": 18, "earliest": "2020-01-03", "latest": None}
    ]
    assert miss["wrong"] == [{"words": "Friday", "begin": 12, "end": 18, **dated("2020-01-03")}]


def dated(day: str) -> dict[str, str]:
    return {"earliest": day, "latest": day}


@pytest.mark.parametrize(
    ("published", "moment", "zone"),
    [
        ("2020-01-04", "2020-01-04T00:00:00+00:00", "date only"),
        ("2020-01-04T08:30+02:00", "2020-01-04T08:30:00+02:00", "UTC+02:00"),
    ],
)
def test_a_date_without_a_time_stays_a_day(
    tmp_path: Path, published: str, moment: str, zone: str
) -> None:
    model = StandIn(parsed)
    times.run(gold(tmp_path, [row(published)]), model)
    found = model.asked[0].published_at
    assert found is not None
    assert (found.isoformat(), found.tzname()) == (moment, zone)


def test_a_text_may_be_without_a_date(tmp_path: Path) -> None:
    model = StandIn(parsed)
    outcome = times.run(gold(tmp_path, [row(None, earliest=None, latest=None)]), model)
    assert model.asked[0].published_at is None
    assert outcome.metrics["value_f1"] == 1.0


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"end": 12}, "12 to 12 is no span"),
        ({"end": 99}, "12 to 99 is no span"),
        ({"begin": None}, "None to 18 is no span"),
        ({"earliest": "03.01.2020"}, "is not an ISO 8601 date"),
        ({"latest": 2020}, "'latest' must be a string"),
    ],
)
def test_what_is_no_gold_is_refused(tmp_path: Path, wrong: dict[str, object], message: str) -> None:
    with pytest.raises(GoldError, match=rf"dev\.jsonl:1: .*{message}"):
        times.run(gold(tmp_path, [row(wrong=wrong)]), StandIn(parsed))


GOLD = REPOSITORY / "evals" / "gold"
OWN = tuple(times.read(GOLD / "times.jsonl"))
ALL = (*OWN, *times.read(GOLD / "times_check.jsonl"))


def test_the_gold_of_the_repository_is_large_and_has_texts_without_a_time() -> None:
    assert sum(len(each.expressions) for each in OWN) >= 320
    assert sum(not each.expressions for each in OWN) >= 60
    assert len({each.text for each in ALL}) == len(ALL)


def test_its_expressions_follow_one_another_and_have_no_white_space_around() -> None:
    for each in ALL:
        ends = [end for one in each.expressions for end in one.ends]
        assert ends == sorted(ends)
        words = [each.text[slice(*one.ends)] for one in each.expressions]
        assert words == [word.strip() for word in words]


def test_its_dates_are_in_order() -> None:
    for each in ALL:
        for one in each.expressions:
            if one.earliest and one.latest:
                first, last = PartialDate.parse(one.earliest), PartialDate.parse(one.latest)
                assert first.earliest <= last.latest
