"""Lines that credit a text to an agency are told; lines that merely look so are not."""

from __future__ import annotations

import pytest

from dragoman.ingest import from_text
from dragoman.ingest.copies import find_credits
from dragoman.ingest.copies.credits import credit_patterns, match_credit
from dragoman.ingest.outlets import outlets

BODY = "The envoy left the capital on Sunday without a word to the press, officials said."

YES = [(pattern.name, *each) for pattern in credit_patterns() for each in pattern.yes]
NO = [(pattern.name, line) for pattern in credit_patterns() for line in pattern.no]


@pytest.mark.parametrize("case", YES, ids=lambda case: case[1])
def test_a_credit_is_told_with_its_agencies(case: tuple[str, ...]) -> None:
    name, line, *agencies = case
    (pattern,) = (each for each in credit_patterns() if each.name == name)
    credit = pattern.match(line)
    assert credit is not None
    assert list(credit.agencies) == agencies
    assert credit.text in line


@pytest.mark.parametrize("case", NO, ids=lambda case: case[1])
def test_what_is_no_credit_is_not_told_as_one(case: tuple[str, str]) -> None:
    (pattern,) = (each for each in credit_patterns() if each.name == case[0])
    assert pattern.match(case[1]) is None


@pytest.mark.parametrize(
    "line", [case[1] for case in NO if "(Reuters)" not in case[1]] + [BODY, "", "Reuters said so."]
)
def test_no_other_pattern_takes_it_either(line: str) -> None:
    assert match_credit(line) is None


def test_every_agency_of_the_examples_is_in_the_table() -> None:
    named = {name for case in YES for name in case[2:]} - {"agencies"}
    assert all(outlets().named(name) for name in named)


@pytest.mark.parametrize(
    ("text", "agencies", "whole"),
    [
        (f"CAIRO, June 5 (Reuters) - {BODY}", ("Reuters",), True),
        (f"CAIRO (AP) — {BODY}", ("Associated Press",), True),
        (f"{BODY} (AFP)", ("Agence France-Presse",), True),
        (f"{BODY}\n\n— AFP", ("Agence France-Presse",), True),
        (
            f"{BODY}\n\n(With inputs from PTI and agencies)",
            ("Press Trust of India", "agencies"),
            False,
        ),
        (f"{BODY}\n\n(Reporting by Jo Writer; Editing by Sam Reader)", ("Reuters",), True),
        (f"Envoy leaves\n\nBy Jo Writer, Associated Press\n\n{BODY}", ("Associated Press",), True),
    ],
)
def test_the_credits_of_an_article(text: str, agencies: tuple[str, ...], whole: bool) -> None:
    (credit,) = find_credits(from_text(text))
    assert (credit.agencies, credit.whole) == (agencies, whole)


def test_an_article_that_quotes_an_agency_is_not_its() -> None:
    text = f"{BODY}\n\nHe was on his way home, a source told Reuters. The AP had it first, he said."
    assert find_credits(from_text(text)) == ()


def test_the_span_of_a_credit_in_the_text() -> None:
    article = from_text(f"{BODY} (AFP)")
    (credit,) = find_credits(article)
    assert credit.span is not None
    assert article.text[slice(*credit.span)] == "(AFP)"
