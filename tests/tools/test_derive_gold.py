from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from dragoman.errors import DataError
from tools.derive_gold.records import derived, untold
from training.sentences import read, read_part

if TYPE_CHECKING:
    from pathlib import Path

HEAD = "@ episode: invented | family: invented | contexts: military, territory\n"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "items.txt"


def records(file: Path, *lines: str) -> list[dict[str, Any]]:
    file.write_text(HEAD + "\n".join(lines) + "\n", encoding="utf-8")
    return list(derived(read(file)))


def test_a_record_has_the_form_of_the_gold(file: Path) -> None:
    line = "[1a KEN MIL|Kenyan jets] [1t ASSAULT/aerial|bombed] [1r SOM REB|camps] at [1p|Afmadow]."
    (found,) = records(file, line)
    assert found.pop("id").startswith("dev-")
    assert found == {
        "text": "Kenyan jets bombed camps at Afmadow.",
        "reciprocal": False,
        "event": "ASSAULT",
        "mode": "aerial",
        "context": "military, territory",
        "trigger": "bombed",
        "actor": [{"text": "Kenyan jets", "code": "KEN", "sector": "MIL"}],
        "recipient": [{"text": "camps", "code": "SOM", "sector": "REB"}],
    }


@pytest.mark.parametrize(
    "line",
    [
        "Nothing happened in Kenya.",
        "[1a KEN|Kenya] [1t AID|fed] them and [2a SOM|Somalia] [2t SUPPORT|thanked] it.",
        "[1a KEN|Kenya] did not [1t ASSAULT negated|strike].",
        "[1a KEN|Kenya] may [1t ASSAULT hypothetical|strike].",
        "[1a -|Raiders] [1t ASSAULT|struck] [1r KEN|Kenya].",
        "[1r KEN|Kenya] was [1t ASSAULT|struck].",
    ],
)
def test_other_items_are_left_out(file: Path, line: str) -> None:
    assert records(file, line) == []


@pytest.mark.parametrize(
    ("code", "written"),
    [("KEN", "KEN"), ("KOS", "KOS"), ("UNO", "IGO"), ("NATO", "IGO"), ("EUR", "IGO")],
)
def test_international_bodies_are_one_code(file: Path, code: str, written: str) -> None:
    (found,) = records(file, f"[1a {code}|They] [1t AID|helped].")
    assert found["actor"][0]["code"] == written


@pytest.mark.parametrize(
    ("line", "reciprocal"),
    [
        ("[1a KEN|Kenya] and [1a UGA|Uganda] [1t CONSULT meeting held|met].", True),
        ("[1a KEN|Kenya] and [1a UGA|Uganda] [1t AGREE|signed].", True),
        ("[1a KEN|Kenya] and [1a UGA|Uganda] [1t REJECT|refused].", False),
        ("[1a KEN|Kenya] [1t CONSULT meeting held|met] [1r UGA|Uganda].", False),
        ("[1a KEN|Kenya] [1t CONSULT meeting held|met] others.", False),
    ],
)
def test_what_two_do_together_is_reciprocal(file: Path, line: str, reciprocal: bool) -> None:
    (found,) = records(file, line)
    assert found["reciprocal"] is reciprocal


@pytest.mark.parametrize(
    ("line", "actors"),
    [
        ("[1a KEN|Kenya] said [1a KEN|it] [1t AID|helped].", ["Kenya"]),
        ("[1a KEN|It] [1t AID|helped].", ["It"]),
        ("[1a KEN;1a UGA|Both] [1t CONSULT meeting held|met].", ["Both", "Both"]),
    ],
)
def test_a_pronoun_gives_way_to_a_name(file: Path, line: str, actors: list[str]) -> None:
    (found,) = records(file, line)
    assert [actor["text"] for actor in found["actor"]] == actors


def test_a_text_has_one_record(file: Path) -> None:
    line = "[1a KEN|Kenya] [1t AID|helped]."
    assert len(records(file, line, line)) == 1


def test_a_sentence_that_does_not_tell_its_actor_is_left_out(file: Path) -> None:
    file.write_text(HEAD + "[1a KEN|The colonel] [1t RETREAT/resign|resigned].", encoding="utf-8")
    assert list(derived(read(file), unclear={"The colonel resigned.": "actor"})) == []


@pytest.mark.parametrize(
    ("line", "side", "codes"),
    [
        ("[1a KEN|Kenya] [1t AID|fed] [1r SOM|them].", "recipient", [None]),
        ("[1a KEN|Kenya] and [1a SOM|they] [1t CONSULT meeting held|met].", "actor", ["KEN", None]),
    ],
)
def test_who_is_not_told_is_not_asked_for(
    file: Path, line: str, side: str, codes: list[str | None]
) -> None:
    (whole,) = records(file, line)
    (found,) = derived(read(file), unclear={whole["text"]: "recipient"})
    assert [party["code"] for party in found[side]] == codes


def test_a_text_that_is_no_longer_there_is_an_error(file: Path) -> None:
    file.write_text(HEAD, encoding="utf-8")
    with pytest.raises(DataError, match="no item has the text 'Gone'"):
        list(derived(read(file), unclear={"Gone": "actor"}))


def test_the_table_fits_the_labelled_sentences() -> None:
    found = list(derived(read_part("dev"), unclear=untold()))
    assert len(found) >= 300
