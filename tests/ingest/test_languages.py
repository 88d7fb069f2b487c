"""English is told from other languages, on short text and names too."""

from __future__ import annotations

import pytest

from dragoman.ingest.languages import english_share, tell_language


@pytest.mark.parametrize(
    "text",
    [
        "The envoy said that the talks would go on for as long as it takes.",
        "Envoy flies out",
        "Mohammad Javad Zarif, Sergei Lavrov, Jean-Yves Le Drian, Heiko Maas, Wang Yi",
        "Recep Tayyip Erdoğan",
        "Macron urges restraint as Iran vows revenge for strike on general",
        "“Wir haben keine Zeit,” he said. “Es ist vorbei,” she answered, and left with the others.",
        "President Xi Jinping told Vladimir Putin that China and Russia were friends.",
        "12.5 %",
    ],
)
def test_english(text: str) -> None:
    assert tell_language(text) == "en"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Der Außenminister sagte am Freitag, dass die Gespräche weitergehen sollen.", "de"),
        ("Le ministre a déclaré vendredi que les pourparlers allaient se poursuivre.", "fr"),
        ("El ministro dijo el viernes que las conversaciones iban a continuar en Ginebra.", "es"),
        ("Министр заявил в пятницу, что переговоры продолжатся в Женеве.", "ru"),
        ("قال وزير الخارجية يوم الجمعة إن المحادثات ستستمر في جنيف.", "ar"),
        ("De minister zei vrijdag dat de gesprekken in Genève zullen worden voortgezet.", "nl"),
        ("Il ministro ha detto venerdì che i colloqui sarebbero proseguiti a Ginevra.", "it"),
        ("外交部长周五表示会谈将在日内瓦继续进行。", "zh"),
    ],
)
def test_other_languages(text: str, language: str) -> None:
    assert tell_language(text) == language


def test_another_script_is_told_by_a_single_word() -> None:
    assert tell_language("Привет") != "en"


def test_the_share_of_small_words() -> None:
    assert english_share("the envoy and the king") == pytest.approx(0.6)
    assert english_share("") == 0
