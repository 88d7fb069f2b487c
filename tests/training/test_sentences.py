"""The form of the project's own labelled sentences."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.errors import DataError
from training.sentences import FOLDER, Sentence, counts, read, read_part, unmark

HEAD = "@ episode: jets over the lake | family: passive | contexts: military, territory\n"


def items(folder: Path, lines: str) -> list[Sentence]:
    file = folder / "x.txt"
    file.write_text(HEAD + lines, "utf-8")
    return list(read(file))


def test_marks_are_taken_out_of_the_text() -> None:
    text, marks = unmark("[1a KEN|Kenyan jets] [1t AID|fed] [1r -|the poor].", "x")
    assert text == "Kenyan jets fed the poor."
    assert marks == [("1a KEN", (0, 11)), ("1t AID", (12, 15)), ("1r -", (16, 24))]


def test_marks_may_stand_inside_marks() -> None:
    text, marks = unmark("[c concern|[1a;2r EGY|Cairo] fears] rain", "x")
    assert text == "Cairo fears rain"
    assert {tag for tag, _ in marks} == {"c concern", "1a", "2r EGY"}


def test_an_item_holds_its_acts(tmp_path: Path) -> None:
    line = "[1a KEN MIL|Jets] [1t ASSAULT/aerial negated|bombed] [1r SOM REB|camps] in [1p|Juba]."
    (item,) = items(tmp_path, line)
    act = item.acts[1]
    assert (act.type, act.mode, act.modality) == ("ASSAULT", "aerial", "negated")
    assert (act.actors[0].code, act.actors[0].sectors) == ("KEN", ("MIL",))
    assert item.text[slice(*act.places[0])] == "Juba"
    assert item.contexts == ("military", "territory")


def test_a_contact_has_channel_and_status(tmp_path: Path) -> None:
    (item,) = items(tmp_path, "[1a OMN|Oman] [1t CONSULT/phone phone held|rang] [1r IRN|Iran].")
    assert (item.acts[1].channel, item.acts[1].status) == ("phone", "held")


def test_one_event_may_have_several_triggers(tmp_path: Path) -> None:
    line = "The [1t ASSAULT|raid] came at dawn; [1t|it] left [1r -|four] dead."
    assert len(items(tmp_path, line)[0].acts[1].triggers) == 2


def test_judged_words_and_their_holder(tmp_path: Path) -> None:
    (item,) = items(tmp_path, '[h FRA|Paris] said [c restraint|"calm is needed"].')
    assert item.contents == [((11, 27), "restraint")]
    assert item.holders == [((0, 5), "FRA")]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("[1t AIDS|fed]", "unknown type"),
        ("[1t AID/drone|fed]", "has no mode"),
        ("[1t AID happily|fed]", "unknown word"),
        ("[1a KEN|Jets] flew", "no trigger"),
        ("[1a KEN NAVY|Jets] [1t AID|fed]", "unknown sector"),
        ("[1a Kenya|Jets] [1t AID|fed]", "code"),
        ("[c anger|said]", "one stance"),
        ("[x|said]", "unknown tag"),
        ("[1c concern|said]", "number"),
        ("[1t AID|fed", "not closed"),
        ("fed]", "closes nothing"),
        ("[1t AID|]", "no words"),
        ("[1t AID| fed]", "space"),
    ],
)
def test_a_wrong_mark_is_named_with_its_line(tmp_path: Path, line: str, told: str) -> None:
    with pytest.raises(DataError, match=rf"line 2: .*{told}"):
        items(tmp_path, line)


def test_a_line_before_any_head_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "x.txt"
    file.write_text("Words.\n", "utf-8")
    with pytest.raises(DataError, match="no line with @"):
        list(read(file))


def test_the_parts_share_no_family_and_no_episode() -> None:
    train, dev = counts(read_part("train")), counts(read_part("dev"))
    assert not set(train["families"]) & set(dev["families"])
    assert not set(train["episodes"]) & set(dev["episodes"])


def test_the_parts_share_no_sentence() -> None:
    assert not {each.text for each in read_part("train")} & {each.text for each in read_part("dev")}


def test_every_type_and_stance_is_shown_in_both_parts() -> None:
    for part in ("train", "dev"):
        held = counts(read_part(part))
        assert len(held["types"]) == 16
        assert len(held["stances"]) == 7
        assert len(held["modalities"]) == 5


def test_there_are_three_thousand_items_on_sixty_countries() -> None:
    every = [*read_part("train"), *read_part("dev")]
    held = counts(every)
    assert len(every) >= 3000
    assert len(held["countries"]) >= 60
    assert len(held["episodes"]) >= 40


def test_every_file_has_a_note_of_its_form() -> None:
    assert (FOLDER / "README.md").is_file()
