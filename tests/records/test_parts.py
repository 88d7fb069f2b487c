"""What the words of a fact tell."""

from __future__ import annotations

from dataclasses import fields

from hypothesis import given

from dragoman.records import FACT_KINDS, Record
from dragoman.records.parts import ROLES, parts
from tests.records import examples
from tests.records.strategies import records

RECORD = examples.record()


def test_the_words_of_a_statement_tell_who_said_what() -> None:
    text = RECORD.article.text
    assert {(text[slice(*span)], role) for span, role in parts(RECORD.statements[0])} == {
        ("Lund said", "who"),
        ("said", "word"),
        ('"Both sides must step back,"', "content"),
    }


def test_roles_are_given_to_words_of_fields_that_facts_have() -> None:
    facts = [getattr(RECORD, kind)[0] for kind in FACT_KINDS]
    names = {field.name.rstrip("_") for fact in facts for field in fields(fact)}
    assert set(ROLES) <= names


@given(records())
def test_all_parts_lie_in_the_text(record: Record) -> None:
    for fact in (each for kind in FACT_KINDS for each in getattr(record, kind)):
        for (start, end), role in parts(fact):
            assert 0 <= start <= end <= len(record.article.text)
            assert role in ROLES.values()
