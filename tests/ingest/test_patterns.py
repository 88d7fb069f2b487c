"""Every pattern of furniture keeps to the lines it says it matches and does not."""

from __future__ import annotations

import pytest

from dragoman.errors import DataError
from dragoman.ingest import patterns
from dragoman.ingest.patterns import LinePattern, line_patterns, match_line

YES = [(each, line) for each in line_patterns() for line in each.yes]
NO = [(each, line) for each in line_patterns() for line in each.no]


@pytest.mark.parametrize(("pattern", "line"), YES, ids=lambda each: getattr(each, "name", each))
def test_a_pattern_matches_its_examples(pattern: LinePattern, line: str) -> None:
    assert pattern.match(line)


@pytest.mark.parametrize(("pattern", "line"), NO, ids=lambda each: getattr(each, "name", each))
def test_a_pattern_leaves_its_counterexamples(pattern: LinePattern, line: str) -> None:
    assert not pattern.match(line)


def test_every_pattern_has_examples_of_both_kinds() -> None:
    assert all(each.yes and each.no for each in line_patterns())


@pytest.mark.parametrize(
    "line",
    [
        "The minister said that the talks would go on.",
        "He told reporters by phone that both sides had agreed to a pause of three days.",
        "“We will not be moved,” she said.",
        "Iran's foreign ministry condemned the strike in the strongest terms.",
        "Share prices fell across the Gulf on the news.",
        "Watch for more of this in the days to come, a diplomat said.",
        "The embassy in Cairo",
        "By Sunday evening the square was empty.",
        "Signing up to the treaty would take years, she said.",
        "Print media were kept out of the hall, an editor said.",
    ],
)
def test_body_text_is_no_furniture(line: str) -> None:
    assert match_line(line, "head", "any", "tail") is None


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("Also read: Five things to know", "Five things to know"),
        ("By Jo Writer", "Jo Writer"),
        ("Photo: Ministry of Defence", "Ministry of Defence"),
    ],
)
def test_the_label_is_cut_off(line: str, text: str) -> None:
    matched = match_line(line, "head", "any")
    assert matched is not None
    assert matched.text == text


@pytest.mark.parametrize(
    ("change", "word"),
    [
        ({"pattern": "("}, "some line"),
        ({"kind": "banner"}, "some line"),
        ({"longest": None}, "some line"),
    ],
)
def test_a_wrong_entry_is_named(
    change: dict[str, object], word: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    entry = {"name": "some line", "kind": "byline", "where": "any", "longest": 9, "pattern": "x"}
    table = {"line": [{**entry, "yes": [], "no": [], **change}]}
    monkeypatch.setattr(patterns, "read_toml", lambda _: table)
    with pytest.raises(DataError, match=word):
        line_patterns.__wrapped__()
