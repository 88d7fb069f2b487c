"""The tables of words: what ships is sound, and what is wrong is named by file and line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from dragoman.coding.cues import cues, read_cues
from dragoman.coding.media import media, read_media
from dragoman.coding.polarity import effect_words, read_polarity
from dragoman.coding.sentiment import read_sentiment, sentiment_table
from dragoman.coding.stance import read_stance, stance_table
from dragoman.coding.targets import act_nouns, read_act_nouns
from dragoman.errors import DataError

CUES = "verb\tparticle\tframes\taddressee\tact"
STANCE = "words\tpart\tstance\tscore"
ATTITUDES = "words\tpart\tsign\tscore"
MEDIA = "noun\tbefore\tcases"
ACTS = "noun\treach\ttypes"
POLARITY = "word\teffect"

FAULTS = [
    ("cues.tsv", read_cues, CUES, "say\t-\tshouting\t-\ttelling", "unknown frame"),
    ("cues.tsv", read_cues, CUES, "say\t-\tclause\t-\tsinging", "unknown act"),
    ("cues.tsv", read_cues, CUES, "call\t-\tprep\t-\tappeal", "needs a particle"),
    ("cues.tsv", read_cues, CUES, "say\t-\tquote\t-\ttelling\nsay\t-\tquote\t-\ttelling", "twice"),
    ("stance.tsv", read_stance, STANCE, "hail\tsong\tsupport\t0.9", "unknown part"),
    ("stance.tsv", read_stance, STANCE, "hail\tverb\tjoy\t0.9", "unknown stance"),
    ("stance.tsv", read_stance, STANCE, "hail\tverb\tsupport\tmuch", "is no number"),
    ("stance.tsv", read_stance, STANCE, "hail\tverb\tsupport\t1.5", "not between 0 and 1"),
    ("stance.tsv", read_stance, STANCE, "hail *\tverb\tsupport\t0.5", "between words"),
    ("stance.tsv", read_stance, STANCE, "a\tverb\tsupport\t1\na\tverb\tsupport\t1", "twice"),
    ("attitudes.tsv", read_sentiment, ATTITUDES, "a\tsong\tpositive\t1", "unknown part"),
    ("attitudes.tsv", read_sentiment, ATTITUDES, "a\tverb\tneutral\t1", "unknown sign"),
    ("attitudes.tsv", read_sentiment, ATTITUDES, "a\tverb\tpositive\t0", "not between 0 and 1"),
    ("media.tsv", read_media, MEDIA, "radio\t-\ton\nradio\t-\tby", "twice"),
    ("acts.tsv", read_act_nouns, ACTS, "raid\tworld\t-", "unknown reach"),
    ("acts.tsv", read_act_nouns, ACTS, "raid\tact\tFIGHT", "unknown type"),
    ("acts.tsv", read_act_nouns, ACTS, "raid\tact\t-\nraid\tact\t-", "twice"),
    ("polarity.tsv", read_polarity, POLARITY, "if\tsinging", "unknown effect"),
    ("polarity.tsv", read_polarity, POLARITY, "if\tsupposing\nif\tsupposing", "twice"),
]


@pytest.mark.parametrize(("file", "read", "header", "rows", "fault"), FAULTS)
def test_wrong_row_is_named(
    tmp_path: Path,
    file: str,
    read: Callable[[Path], Any],
    header: str,
    rows: str,
    fault: str,
) -> None:
    (tmp_path / file).write_text(f"# words\n{header}\n{rows}\n", encoding="utf-8")
    with pytest.raises(DataError, match=rf"{file}, line [34]: .*{fault}"):
        read(tmp_path)


def test_particle_decides_what_is_done() -> None:
    assert (cues().act(["call"], "for"), cues().act(["call"])) == ("appeal", "judgement")


def test_unknown_verb_does_nothing() -> None:
    assert cues().act(["photosynthesise"]) is None


def test_stance_words_are_found_by_part_and_first_word() -> None:
    assert stance_table().at("verb", "condemn")[0].stance == "condemnation"


def test_longer_stance_words_come_first() -> None:
    sizes = [len(row.words) for row in stance_table().at("content", "right")]
    assert sizes == sorted(sizes, reverse=True)


def test_medium_needs_its_word_before() -> None:
    assert "press" in media()["conference"].before


def test_reach_of_act_nouns() -> None:
    nouns = act_nouns()
    reaches = [nouns[noun].reach for noun in ("raid", "situation", "reaction")]
    assert reaches == ["act", "affair", "conduct"]


def test_types_of_act_nouns() -> None:
    assert act_nouns()["bombing"].types == {"ASSAULT"}
    assert not act_nouns()["move"].types


def test_effect_words() -> None:
    assert "refuse" in effect_words("denying")


def test_sentiment_table_is_read() -> None:
    assert sentiment_table() is sentiment_table()
