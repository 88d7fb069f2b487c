from __future__ import annotations

from dataclasses import replace

from tools.derive_holders.reconcile import labelled, reconciled, renamed, united
from tools.derive_holders.rows import Row, written

BASE = Row(
    person="Mara Ilves",
    aliases=(),
    office="Prime Minister",
    role="head_of_government",
    level=1,
    country="AAA",
    sectors=("GOV",),
    start="2015-06-04",
    end=None,
    source="wikidata",
    confidence=0.9,
)


def test_two_sources_of_one_term_become_one_row() -> None:
    printed = replace(BASE, person="Maara Ilves", start="2015", end="2019-02-01", source="factbook")
    [row] = reconciled([printed], [BASE], [])
    assert (row.person, row.start, row.end) == ("Mara Ilves", "2015-06-04", "2019-02-01")
    assert row.source == "factbook+wikidata"
    assert row.aliases == ("Maara Ilves",)
    assert row.confidence > BASE.confidence


def test_an_open_end_is_closed_by_the_next_holder() -> None:
    following = replace(BASE, person="Piet Holm", start="2018-03-01")
    rows = reconciled([], [BASE, following], [])
    assert {row.person: row.end for row in rows} == {"Mara Ilves": "2018-03-01", "Piet Holm": None}


def test_an_open_end_is_closed_by_the_editor() -> None:
    following = replace(BASE, person="Piet Holm", start="2018-03-01", source="editor")
    [row] = reconciled([], [BASE], [following])
    assert row.end == "2018-03-01"


def test_who_only_acts_closes_nothing() -> None:
    acting = replace(BASE, person="Piet Holm", office="Acting Prime Minister", start="2018-03-01")
    rows = reconciled([], [BASE, acting], [])
    assert next(row.end for row in rows if row.person == "Mara Ilves") is None


def test_offices_held_by_many_close_nothing() -> None:
    first, second = (
        replace(
            BASE, person=person, role="minister", office="Vice President", slot="many", start=start
        )
        for person, start in (("Mara Ilves", "2015"), ("Piet Holm", "2018"))
    )
    assert [row.end for row in reconciled([], [first, second], [])] == [None, None]


def test_what_the_editor_says_is_not_said_again() -> None:
    editor = replace(BASE, aliases=("Mara Ilves-Holm",), source="editor")
    assert reconciled([], [replace(BASE, person="Mara Ilves-Holm")], [editor]) == []


def test_another_office_of_the_same_person_stays() -> None:
    editor = replace(BASE, role="foreign_minister", office="Foreign Minister", source="editor")
    assert reconciled([], [BASE], [editor]) == [BASE]


def test_names_are_those_of_news() -> None:
    people = {("AAA", "mara ilves"): ("Maria Ilves", "Ilves-Holm")}
    [row] = renamed([BASE], people)
    assert (row.person, row.aliases) == ("Maria Ilves", ("Ilves-Holm", "Mara Ilves"))


def test_a_row_that_is_wrong_in_its_source_is_left_out() -> None:
    assert list(renamed([BASE], {("AAA", "mara ilves"): ("",)})) == []


def test_labels_of_the_same_year_give_the_name() -> None:
    labels = [{"officeholderLabel": "Māra Ilves of Aland", "start_year": "2015"}]
    [row] = labelled([replace(BASE, person="Mara Helga ILVES")], labels)
    assert row.person == "Māra Ilves"


def test_labels_of_another_year_do_not() -> None:
    labels = [{"officeholderLabel": "Māra Ilves", "start_year": "1990"}]
    assert list(labelled([BASE], labels)) == [BASE]


def test_overlapping_rows_of_one_person_are_united() -> None:
    [row] = united([replace(BASE, end="2018"), replace(BASE, start="2017", end="2020")])
    assert (row.start, row.end) == ("2015-06-04", "2020")


def test_the_table_is_written_in_order_with_its_columns() -> None:
    lines = written([replace(BASE, country="BBB"), replace(BASE, aliases=("A", "B"))]).splitlines()
    assert lines[0].startswith("person,aliases,office,role,level,country")
    assert (
        lines[1]
        == "Mara Ilves,A|B,Prime Minister,head_of_government,1,AAA,GOV,2015-06-04,,wikidata,0.9"
    )
    assert ",BBB," in lines[2]
