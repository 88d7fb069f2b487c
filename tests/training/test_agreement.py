"""Agreement of two passes of labels."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.errors import DataError
from training.agreement import SECOND, Items, figures, kappa, main, matched, paired, table
from training.sentences import counts, read_part

HEAD = "@ episode: e | family: f | contexts: military, territory\n"
RAID = "[1a KEN MIL|Kenyan jets] [1t ASSAULT/aerial|bombed] [1r SOM REB|two camps] in [1p|Juba]."
JETS = RAID.replace("[1a KEN MIL|Kenyan jets]", "Kenyan [1a KEN MIL|jets]")
CALL = "[1a OMN|Oman] [1t CONSULT/phone phone held|rang] [1r IRN|Iran]."
VIEW = '[h FRA|Paris] said [c restraint|"calm is needed"].'

spans = st.lists(
    st.tuples(st.integers(0, 40), st.integers(1, 9)).map(lambda each: (each[0], sum(each))),
    max_size=6,
    unique=True,
)


def passes(folder: Path, first: str, second: str, head: str = HEAD) -> list[Items]:
    for part, text in (("train", HEAD + first), ("dev", HEAD), (SECOND, head + second)):
        (folder / part).mkdir(exist_ok=True)
        (folder / part / "x.txt").write_text(text, "utf-8")
    return paired(folder)


def values(pairs: list[Items]) -> dict[tuple[str, str], float]:
    return {(each.what, each.measure): each.value for each in figures(pairs)}


def cases(pairs: list[Items]) -> dict[str, int]:
    return {each.what: each.cases for each in figures(pairs)}


def test_equal_passes_agree_in_everything(tmp_path: Path) -> None:
    lines = f"{RAID}\n{CALL}\n{VIEW}"
    found = values(passes(tmp_path, lines, lines))
    assert {what for (what, measure), value in found.items() if value != 1} == {"times"}


@pytest.mark.parametrize(
    ("other", "what", "measure", "value"),
    [
        (RAID.replace("/aerial", "/drone"), "mode, where the types agree", "agreement", 0),
        (RAID.replace("ASSAULT/aerial", "AID"), "type, on matched triggers", "agreement", 0),
        (RAID.replace("aerial", "aerial negated"), "modality", "agreement", 0),
        (JETS, "actors", "F1, exact", 0),
        (JETS, "actors", "F1, overlap", 1),
        (RAID.replace("SOM", "-"), "recipients: code", "agreement", 0),
        (RAID.replace("SOM REB", "SOM REB UAF"), "recipients: sectors", "mean Jaccard", 0.5),
        (RAID.replace("[1p|Juba]", "Juba"), "places", "F1, overlap", 0),
    ],
)
def test_each_difference_lowers_its_own_line(
    tmp_path: Path, other: str, what: str, measure: str, value: float
) -> None:
    found = values(passes(tmp_path, RAID, other))
    assert found[what, measure] == value


def test_a_trigger_of_one_pass_only_halves_the_share(tmp_path: Path) -> None:
    first = "[1a KEN|Kenya] [1t AID|fed] and [2t AID|housed] [1r -|the poor]."
    second = "[1a KEN|Kenya] [1t AID|fed] and housed [1r -|the poor]."
    assert values(passes(tmp_path, first, second))["triggers", "F1, exact"] == pytest.approx(2 / 3)


def test_an_event_with_two_triggers_is_one_case_of_modality(tmp_path: Path) -> None:
    line = "The [1t ASSAULT|raid] came at dawn; [1t|it] left four dead."
    found = cases(passes(tmp_path, line, line))
    assert (found["type, on matched triggers"], found["modality"]) == (2, 1)


def test_channel_and_status_count_where_either_pass_has_one(tmp_path: Path) -> None:
    pairs = passes(tmp_path, f"{RAID}\n{CALL}", f"{RAID}\n{CALL.replace(' held', '')}")
    assert cases(pairs)["status, where either has one"] == 1
    assert values(pairs)["status, where either has one", "agreement"] == 0
    assert values(pairs)["channel, where either has one", "agreement"] == 1


def test_stances_are_compared_where_contents_meet(tmp_path: Path) -> None:
    found = values(passes(tmp_path, VIEW, VIEW.replace("restraint", "concern")))
    assert found["contents", "F1, exact"] == 1
    assert found["stance, on matched contents", "agreement"] == 0


def test_contexts_are_compared_as_sets(tmp_path: Path) -> None:
    head = HEAD.replace("military, territory", "territory")
    assert values(passes(tmp_path, RAID, RAID, head))["contexts of an item", "mean Jaccard"] == 0.5


def test_a_text_without_first_labels_is_named(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="line 2: no item of train or dev"):
        passes(tmp_path, RAID, CALL)


@pytest.mark.parametrize(
    ("labels", "value"),
    [
        ([("a", "a"), ("b", "b")], 1.0),
        ([("a", "b"), ("b", "a")], -1.0),
        ([("a", "a"), ("a", "b"), ("b", "a"), ("b", "b")], 0.0),
        ([("a", "a"), ("a", "a")], 1.0),
        ([], 0.0),
    ],
)
def test_kappa(labels: list[tuple[str, str]], value: float) -> None:
    assert kappa(labels) == pytest.approx(value)


def test_kappa_of_a_known_table() -> None:
    both = [("yes", "yes")] * 20 + [("yes", "no")] * 5 + [("no", "yes")] * 10 + [("no", "no")] * 15
    assert kappa(both) == pytest.approx(0.4)


def test_the_nearer_span_is_matched_first() -> None:
    assert matched([(0, 10)], [(5, 20), (0, 9)]) == [(0, 1)]


@given(spans, spans)
def test_spans_are_matched_one_to_one_and_overlap(
    first: list[tuple[int, int]], second: list[tuple[int, int]]
) -> None:
    pairs = matched(first, second)
    assert len({i for i, _ in pairs}) == len({j for _, j in pairs}) == len(pairs)
    assert all(first[i][0] < second[j][1] and second[j][0] < first[i][1] for i, j in pairs)


@given(spans)
def test_equal_spans_match_themselves(found: list[tuple[int, int]]) -> None:
    assert matched(found, found) == [(place, place) for place in range(len(found))]


def test_the_table_has_a_line_for_each_figure(tmp_path: Path) -> None:
    found = figures(passes(tmp_path, RAID, RAID))
    assert len(table(found).splitlines()) == len(found) + 2


def test_the_command_prints_the_table(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    passes(tmp_path, RAID, RAID)
    monkeypatch.setattr("sys.argv", ["agreement", str(tmp_path)])
    main()
    assert "1 items labelled twice" in capsys.readouterr().out


def test_a_tenth_of_the_items_is_labelled_twice() -> None:
    first = [*read_part("train"), *read_part("dev")]
    assert len({item.text for item, _ in paired()}) >= len(first) / 10


def test_the_second_pass_is_no_part_of_train_or_dev() -> None:
    for part in ("train", "dev"):
        assert "second pass" not in counts(read_part(part))["families"]
