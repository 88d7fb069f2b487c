"""The trigger tables: they load, name real codes, and wrong rows are told with file and line."""

from __future__ import annotations

import shutil
from importlib import resources
from pathlib import Path

import pytest

from dragoman.coding.events.conditions import parse
from dragoman.coding.events.triggers import place, read_triggers, triggers
from dragoman.coding.events.words import noun_forms, read_words, verb_forms
from dragoman.errors import DataError
from dragoman.records import codebook


@pytest.fixture
def tables(tmp_path: Path) -> Path:
    folder = resources.files("dragoman.coding") / "data"
    with resources.as_file(folder) as source:
        return Path(shutil.copytree(source, tmp_path / "data"))


def _senses() -> list[tuple[str, str | None]]:
    table = triggers()
    rows = [sense for senses in (*table.verbs.values(), *table.nouns.values()) for sense in senses]
    return [(sense.type, sense.mode) for sense in rows]


def test_every_type_of_the_codebook_has_triggers() -> None:
    assert set(codebook().codes("types")) <= {type_ for type_, _ in _senses()}


_MADE = {("CONSULT", "visit"), ("CONSULT", "phone")}  # from the channels of contacts
_TOOLS = {("ASSAULT", mode) for mode in ("aerial", "drone", "heavy-weapons", "unconventional",
                                         "crowd-control", "primitive")}  # from weapons  # fmt: skip


def test_every_mode_of_the_codebook_can_come_about() -> None:
    wanted = {
        (type_, mode) for type_ in codebook().codes("types") for mode in codebook().modes(type_)
    }
    acts = {(type_, mode) for type_, _, _, mode in triggers().act_modes}
    assert wanted - set(_senses()) - acts - _MADE - _TOOLS == set()


@pytest.mark.parametrize(
    ("file", "row", "message"),
    [
        ("triggers_verbs.tsv", "wage\t-\tWARFARE\t-\tobj\t-", "unknown type 'WARFARE'"),
        ("triggers_verbs.tsv", "wage\t-\tASSAULT\tloud\tobj\t-", "unknown mode 'loud'"),
        ("triggers_verbs.tsv", "wage\tobj:nothing\tASSAULT\t-\tobj\t-", "unknown class of nouns"),
        ("triggers_verbs.tsv", "wage\t-\tASSAULT\t-\tobj\tmaybe", "unknown effect 'maybe'"),
        ("triggers_verbs.tsv", "wage\t-\tASSAULT", "has 3 cells"),
        ("triggers_nouns.tsv", "fray\t-\tASSAULT\t-\tboth\tof\tevent", "unknown owner 'both'"),
        ("triggers_nouns.tsv", "fray\t-\tASSAULT\t-\tactor\tof\tnow", "alone must be"),
        ("contact_words.tsv", "hail\tverb\t-\tpigeon\tobj\tknown", "unknown channel 'pigeon'"),
        ("contact_words.tsv", "hail\tverb\t-\tphone\tobj\tmaybe", "initiative must be"),
        ("act_modes.tsv", "REQUEST\tAID\t-\tpray", "unknown mode 'pray'"),
    ],
)
def test_a_wrong_row_is_told_with_file_and_line(
    tables: Path, file: str, row: str, message: str
) -> None:
    path = tables / file
    lines = path.read_text(encoding="utf-8").splitlines()
    path.write_text("\n".join([*lines, row]), encoding="utf-8")
    with pytest.raises(DataError, match=f"{file}, line {len(lines) + 1}: .*{message}"):
        read_triggers(tables)


@pytest.mark.parametrize(
    ("file", "text", "message"),
    [
        ("noun_classes.toml", "people = 3", "people must be a list of words"),
        ("noun_classes.toml", "people = [", "is not TOML"),
        ("weapon_modes.toml", '[[mode]]\nmode = "magic"\nwords = []', "unknown mode 'magic'"),
        (
            "contact_channels.toml",
            '[[channel]]\nchannel = "owl"\nwords = ["owl"]',
            "unknown channel",
        ),
    ],
)
def test_a_wrong_list_is_told_with_its_file(
    tables: Path, file: str, text: str, message: str
) -> None:
    (tables / file).write_text(text, encoding="utf-8")
    with pytest.raises(DataError, match=f"{file}.*{message}"):
        read_words(tables)


@pytest.mark.parametrize(
    ("verb", "form"),
    [
        ("attack", "attacked"), ("seize", "seizing"), ("deny", "denied"), ("cross", "crosses"),
        ("ban", "banned"), ("visit", "visits"),
    ],
)  # fmt: skip
def test_regular_forms_of_verbs(verb: str, form: str) -> None:
    assert form in set(verb_forms(verb))


@pytest.mark.parametrize(("noun", "form"), [("strike", "strikes"), ("enemy", "enemies")])
def test_regular_forms_of_nouns(noun: str, form: str) -> None:
    assert form in set(noun_forms(noun))


def test_a_place_is_read() -> None:
    found = place("obj.against.judged")
    assert (found.path, found.judged, found.reciprocal) == (("obj", "against"), True, False)
    assert place("with*").reciprocal
    assert place("judged").path == ("obj",)


def test_a_condition_with_an_empty_part_is_refused() -> None:
    with pytest.raises(ValueError, match="empty alternative"):
        parse("obj||in")
